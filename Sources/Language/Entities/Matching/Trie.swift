/// Sequences of keys and what each stands for, in four flat arrays: a node's children lie side by side, sorted.
struct Trie: Sendable {
    /// Found through the first key by its value alone: Latin letters, digits, and the sounds of Chinese characters.
    static let directKeys = 1024

    private var labels: [UInt32] = [0]
    private var firstChild: [Int32] = []
    private var firstValue: [Int32] = []
    private var values: [Int32] = []
    private var direct = [Int32](repeating: 0, count: directKeys)
    /// Bit n: some sequence begins with a key that is n by its last twelve bits; most texts' characters begin none.
    private var firstKeys = [UInt64](repeating: 0, count: 64)

    static let root = 0
    var nodeCount: Int { labels.count }

    /// The node one key further; nil when no sequence goes on like this.
    func child(of node: Int, _ key: UInt32) -> Int? {
        if node == Self.root {
            if key < Self.directKeys {
                let child = Int(direct[Int(key)])
                return child == 0 ? nil : child
            }
            if firstKeys[Int(key & 4095) >> 6] & 1 << UInt64(key & 63) == 0 { return nil }
        }
        var low = Int(firstChild[node])
        var high = Int(firstChild[node + 1])
        while low < high {
            let middle = (low + high) >> 1
            if labels[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low < Int(firstChild[node + 1]) && labels[low] == key ? low : nil
    }

    func children(of node: Int) -> Range<Int> { Int(firstChild[node])..<Int(firstChild[node + 1]) }

    /// The key that leads to a node.
    func label(of node: Int) -> UInt32 { labels[node] }

    /// What the sequences that end here stand for.
    func values(at node: Int) -> ArraySlice<Int32> {
        values[Int(firstValue[node])..<Int(firstValue[node + 1])]
    }
}

extension Trie {
    /// Of sequences that lie one behind the other in `keys`, the n-th from `bounds[n]` to `bounds[n + 1]`; it stands for n.
    init(keys: [UInt32], bounds: [Int32]) {
        let order = (0..<Int32(max(bounds.count - 1, 0))).sorted {
            Self.precedes(Int($0), Int($1), keys, bounds)
        }
        var ranges: [Span] = [Span(low: 0, high: Int32(order.count))]
        var starts = [0]
        // Level by level, so that the children of a node stand side by side.
        var depth: Int32 = 0
        while starts[Int(depth)] < ranges.count {
            let end = ranges.count
            for node in starts[Int(depth)]..<end { open(ranges[node], depth, order, keys, bounds, &ranges) }
            starts.append(end)
            depth += 1
        }
        firstChild.append(Int32(labels.count))
        firstValue.append(Int32(values.count))
        for node in children(of: Self.root) {
            let key = labels[node]
            firstKeys[Int(key & 4095) >> 6] |= 1 << UInt64(key & 63)
            if key < Self.directKeys { direct[Int(key)] = Int32(node) }
        }
    }

    /// The sequences below a node, as places in the sorted order.
    private struct Span {
        var low: Int32
        var high: Int32
    }

    private static func precedes(_ a: Int, _ b: Int, _ keys: [UInt32], _ bounds: [Int32]) -> Bool {
        var (i, j) = (Int(bounds[a]), Int(bounds[b]))
        let (endA, endB) = (Int(bounds[a + 1]), Int(bounds[b + 1]))
        while i < endA, j < endB {
            if keys[i] != keys[j] { return keys[i] < keys[j] }
            i += 1
            j += 1
        }
        return endA - i == endB - j ? a < b : i == endA
    }

    /// Writes down one node: what ends at it, then its children.
    private mutating func open(
        _ span: Span, _ depth: Int32, _ order: [Int32], _ keys: [UInt32], _ bounds: [Int32],
        _ ranges: inout [Span]
    ) {
        firstChild.append(Int32(labels.count))
        firstValue.append(Int32(values.count))
        var at = Int(span.low)
        let end = Int(span.high)
        while at < end, bounds[Int(order[at]) + 1] - bounds[Int(order[at])] == depth {
            values.append(order[at])
            at += 1
        }
        while at < end {
            let key = keys[Int(bounds[Int(order[at])] + depth)]
            let first = at
            while at < end, keys[Int(bounds[Int(order[at])] + depth)] == key { at += 1 }
            labels.append(key)
            ranges.append(Span(low: Int32(first), high: Int32(at)))
        }
    }
}
