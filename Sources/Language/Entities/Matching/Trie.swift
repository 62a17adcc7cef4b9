/// Sequences of keys and what each stands for, in four flat arrays: a node's children lie side by side, sorted.
final class Trie: Sendable {
    /// Found through the first key by its value alone: Latin letters, digits, and the sounds of Chinese characters.
    static let directKeys = 1024

    private let labels: [UInt32]
    private let firstChild: [Int32]
    private let firstValue: [Int32]
    private let values: [Int32]
    private let direct: [Int32]
    /// Bit n: some sequence begins with a key that is n by its last twelve bits; most texts' characters begin none.
    private let firstKeys: [UInt64]

    /// Of sequences that lie one behind the other in `keys`, the n-th from `bounds[n]` to `bounds[n + 1]`; it stands for n.
    init(keys: [UInt32], bounds: [Int32]) {
        let nodes = Nodes(keys: keys, bounds: bounds)
        var direct = [Int32](repeating: 0, count: Self.directKeys)
        var firstKeys = [UInt64](repeating: 0, count: 64)
        for node in Int(nodes.firstChild[0])..<Int(nodes.firstChild[1]) {
            let key = nodes.labels[node]
            firstKeys[Int(key & 4095) >> 6] |= 1 << UInt64(key & 63)
            if key < Self.directKeys { direct[Int(key)] = Int32(node) }
        }
        labels = nodes.labels
        firstChild = nodes.firstChild
        firstValue = nodes.firstValue
        values = nodes.values
        self.direct = direct
        self.firstKeys = firstKeys
    }

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

    /// Where the sequences end that begin where these letters do.
    func ends(_ letters: ArraySlice<Unicode.Scalar>) -> [Int] {
        var node = Self.root
        var ends: [Int] = []
        for (at, letter) in zip(letters.indices, letters) {
            guard let next = child(of: node, letter.value) else { break }
            node = next
            if !values(at: node).isEmpty { ends.append(at + 1) }
        }
        return ends
    }
}
