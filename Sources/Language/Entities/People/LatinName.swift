/// Reads Latin names at a place.
struct LatinName {
    /// How surely a name follows.
    enum Manner: Sendable {
        /// "my name is": whatever is written there.
        case surely
        /// "this is": a capital letter or a common first name.
        case maybe
        /// "Mr.": belongs to the name.
        case title
    }

    private let passage: Passage

    init(_ passage: Passage) { self.passage = passage }

    func read(_ manner: Manner, _ words: Range<Int>) -> [Range<Int>] {
        let names = introduced(at: words.upperBound, manner: manner)
        return manner == .title ? names.map { words.lowerBound..<$0.upperBound } : names
    }

    /// `titles` went before: "Prof. Dr. Smith" has two, and nobody has more than three.
    func introduced(at place: Int, manner: Manner, titles: Int = 0) -> [Range<Int>] {
        var start = place
        while start < passage.count, " :.,".unicodeScalars.contains(passage.scalars[start]) { start += 1 }
        if let title = PersonWords.latinTitles.end(in: passage, at: start) {
            guard titles < 3 else { return [] }
            return introduced(at: title, manner: .title, titles: titles + 1).map { start..<$0.upperBound }
        }
        var end = start
        var at = start
        for count in 0..<3 {
            guard let word = word(at: at), accepts(word, manner, isFirst: count == 0) else { break }
            end = word.upperBound
            at = end + 1
            guard at < passage.count, passage.scalars[end] == " " else { break }
        }
        guard end > start else { return [] }
        return manner != .maybe || isName(start..<end) ? [start..<end] : []
    }

    private func word(at start: Int) -> Range<Int>? {
        var end = start
        while end < passage.count, passage.scalars[end].isWord && !passage.scalars[end].isDigit || joins(end)
        { end += 1 }
        return end > start ? start..<end : nil
    }

    /// O'Brien, Jean-Luc.
    private func joins(_ index: Int) -> Bool {
        (passage.scalars[index] == "'" || passage.scalars[index] == "-") && index > 0
            && index + 1 < passage.count
            && passage.scalars[index - 1].isWord && passage.isCapital(index + 1)
    }

    private func accepts(_ word: Range<Int>, _ manner: Manner, isFirst: Bool) -> Bool {
        if PersonWords.notNames.end(in: passage, at: word.lowerBound) == word.upperBound { return false }
        if passage.isCapital(word.lowerBound) { return true }
        if CommonWords.english.end(in: passage, at: word.lowerBound) == word.upperBound { return false }
        return manner != .maybe || (isFirst && isFirstName(word))
    }

    private func isFirstName(_ word: Range<Int>) -> Bool {
        PersonWords.firstNames.end(in: passage, at: word.lowerBound) == word.upperBound
    }

    /// Behind "this is" a name is known by its first, or ends the clause or is followed by where they are from.
    private func isName(_ range: Range<Int>) -> Bool {
        if let first = word(at: range.lowerBound), isFirstName(first) { return true }
        if CommonWords.english.end(in: passage, at: range.lowerBound) == range.upperBound
            || IndustryReader.end(in: passage, at: range.lowerBound) == range.upperBound
        {
            return false
        }
        let end = range.upperBound
        return end >= passage.count || passage.endsClause(at: end)
            || (end + 1 < passage.count && PersonWords.origins.end(in: passage, at: end + 1) != nil)
    }
}
