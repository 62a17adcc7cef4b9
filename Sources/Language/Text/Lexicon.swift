/// Words and what they mean, found at a place of a folded text one scalar a step; the longest wins.
struct Lexicon<Meaning: Sendable>: Sendable {
    struct Match {
        var range: Range<Int>
        var meaning: Meaning
    }

    private let trie: Trie
    private let meanings: [Meaning]
    /// Which scalars a word may start with, by their last ten bits.
    private var firsts = [Bool](repeating: false, count: 1024)
    private let isBackward: Bool

    /// `backward`: words are found by where they end. A word that stands twice keeps its first meaning.
    init(_ words: [(String, Meaning)], backward: Bool = false) {
        isBackward = backward
        meanings = words.map(\.1)
        var keys: [UInt32] = []
        var bounds: [Int32] = [0]
        for (word, _) in words {
            let scalars = FoldedText(word).scalars.map(\.value)
            keys += backward ? scalars.reversed() : scalars
            if let first = backward ? scalars.last : scalars.first { firsts[Int(first & 1023)] = true }
            bounds.append(Int32(keys.count))
        }
        trie = Trie(keys: keys, bounds: bounds)
    }

    /// The longest word that starts, or when it was built backward ends, at this place.
    func match(_ text: FoldedText, at place: Int) -> Match? {
        let scalars = text.scalars
        var i = isBackward ? place - 1 : place
        guard scalars.indices.contains(i), mayStart(with: scalars[i]), text.isWordBoundary(place) else {
            return nil
        }
        var node = Trie.root
        var best: Match?
        while scalars.indices.contains(i), let next = trie.child(of: node, scalars[i].value) {
            node = next
            i += isBackward ? -1 : 1
            let end = isBackward ? i + 1 : i
            if let word = trie.values(at: node).first, text.isWordBoundary(end) {
                best = Match(range: min(place, end)..<max(place, end), meaning: meanings[Int(word)])
            }
        }
        return best
    }

    /// Whether a word might start with this scalar; now and then true for one that starts none.
    func mayStart(with scalar: Unicode.Scalar) -> Bool { firsts[Int(scalar.value & 1023)] }
}
