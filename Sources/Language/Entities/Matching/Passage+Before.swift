extension Passage {
    /// Whether one of some phrases stands right before a place, or but a space or an article away from it.
    func follows(_ phrases: [[Unicode.Scalar]], at place: Int) -> Bool {
        var end = place
        while end > 0, scalars[end - 1] == " " { end -= 1 }
        return phrases.contains { ends(with: $0, at: end) }
    }

    private func ends(with phrase: [Unicode.Scalar], at end: Int) -> Bool {
        guard phrase.count <= end, let first = phrase.first else { return false }
        let start = end - phrase.count
        for index in 0..<phrase.count where scalars[start + index] != phrase[index] { return false }
        return !first.isWord || mayBegin(at: start)
    }

    /// Words split at spaces; an underscore is a space within one.
    static func phrases(_ words: String) -> [[Unicode.Scalar]] {
        words.unicodeScalars.split { $0 == " " || $0 == "\n" }.map { word in word.map { $0 == "_" ? " " : $0 }
        }
    }

    func contains(_ scalars: ScalarSet, in range: Range<Int>) -> Bool {
        self.scalars[range].contains(where: scalars.contains)
    }
}
