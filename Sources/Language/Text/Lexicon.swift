/// Words and what they mean, found at a place of a folded text one scalar a step; the longest wins.
struct Lexicon<Meaning: Sendable>: Sendable {
    struct Match {
        var range: Range<Int>
        var meaning: Meaning
    }

    private var keys: [UInt64] = []
    private var nodes: [Int32] = []
    private var meanings: [Meaning?] = [nil]
    /// Which scalars a word may start with, by their last ten bits.
    private var firsts = [Bool](repeating: false, count: 1024)
    private let isBackward: Bool

    /// `backward`: words are found by where they end. A word that stands twice keeps its first meaning.
    init(_ words: [(String, Meaning)], backward: Bool = false) {
        isBackward = backward
        var steps: [UInt64: Int32] = [:]
        for (word, meaning) in words {
            add(
                backward ? FoldedText(word).scalars.reversed() : FoldedText(word).scalars, meaning, to: &steps
            )
        }
        freeze(steps)
    }

    /// The longest word that starts, or when it was built backward ends, at this place.
    func match(_ text: FoldedText, at place: Int) -> Match? {
        let scalars = text.scalars
        var i = isBackward ? place - 1 : place
        guard scalars.indices.contains(i), firsts[Int(scalars[i].value & 1023)], text.isWordBoundary(place)
        else {
            return nil
        }
        var node: Int32 = 0
        var best: Match?
        while scalars.indices.contains(i) {
            node = next(node, scalars[i])
            if node == 0 { break }
            i += isBackward ? -1 : 1
            let end = isBackward ? i + 1 : i
            if let meaning = meanings[Int(node)], text.isWordBoundary(end) {
                best = Match(range: min(place, end)..<max(place, end), meaning: meaning)
            }
        }
        return best
    }

    /// Whether a word might start with this scalar; now and then true for one that starts none.
    func mayStart(with scalar: Unicode.Scalar) -> Bool { firsts[Int(scalar.value & 1023)] }

    private mutating func add(
        _ scalars: [Unicode.Scalar], _ meaning: Meaning, to steps: inout [UInt64: Int32]
    ) {
        guard let first = scalars.first else { return }
        firsts[Int(first.value & 1023)] = true
        var node: Int32 = 0
        for scalar in scalars {
            let key = Self.key(node, scalar)
            if let next = steps[key] {
                node = next
            } else {
                node = Int32(meanings.count)
                meanings.append(nil)
                steps[key] = node
            }
        }
        if meanings[Int(node)] == nil { meanings[Int(node)] = meaning }
    }

    private mutating func freeze(_ steps: [UInt64: Int32]) {
        var size = 16
        while size < steps.count * 2 { size *= 2 }
        keys = Array(repeating: 0, count: size)
        nodes = Array(repeating: 0, count: size)
        for (key, node) in steps {
            var slot = slot(key)
            while keys[slot] != 0 { slot = (slot + 1) & (size - 1) }
            keys[slot] = key
            nodes[slot] = node
        }
    }

    /// The node one scalar on; 0, which is where all begin, when no word goes on so.
    private func next(_ node: Int32, _ scalar: Unicode.Scalar) -> Int32 {
        let key = Self.key(node, scalar)
        var slot = slot(key)
        while keys[slot] != 0 {
            if keys[slot] == key { return nodes[slot] }
            slot = (slot + 1) & (keys.count - 1)
        }
        return 0
    }

    private func slot(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (keys.count - 1)
    }

    private static func key(_ node: Int32, _ scalar: Unicode.Scalar) -> UInt64 {
        UInt64(node) << 21 | UInt64(scalar.value)
    }
}
