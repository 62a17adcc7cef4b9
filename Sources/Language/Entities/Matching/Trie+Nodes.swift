extension Trie {
    /// The arrays of a trie as they are written, level by level, so that the children of a node stand side by side.
    struct Nodes {
        private(set) var labels: [UInt32] = [0]
        private(set) var firstChild: [Int32] = []
        private(set) var firstValue: [Int32] = []
        private(set) var values: [Int32] = []

        private let keys: [UInt32]
        private let bounds: [Int32]
        /// The sequences as they are sorted.
        private var order: [Int32] = []
        private var spans: [Span] = []

        init(keys: [UInt32], bounds: [Int32]) {
            self.keys = keys
            self.bounds = bounds
            order = (0..<Int32(max(bounds.count - 1, 0))).sorted {
                Self.precedes(Int($0), Int($1), keys, bounds)
            }
            spans = [Span(low: 0, high: Int32(order.count))]
            var (node, depth, endOfLevel) = (0, Int32(0), 1)
            while node < spans.count {
                if node == endOfLevel {
                    depth += 1
                    endOfLevel = spans.count
                }
                open(spans[node], depth)
                node += 1
            }
            firstChild.append(Int32(labels.count))
            firstValue.append(Int32(values.count))
        }
    }
}

extension Trie.Nodes {
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
    private mutating func open(_ span: Span, _ depth: Int32) {
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
            spans.append(Span(low: Int32(first), high: Int32(at)))
        }
    }
}
