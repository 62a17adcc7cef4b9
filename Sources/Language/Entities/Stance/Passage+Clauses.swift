extension Passage {
    /// Whether a clause ends before this scalar: at a comma, not at the comma of 1,000 or of a list (、).
    func endsClause(at index: Int) -> Bool {
        switch scalars[index] {
        case ";", "!", "?", "\u{FF5E}", "|": return true
        case ",": return written(at: index) != "、" && !isBetweenDigits(index)
        case ":": return !isBetweenDigits(index)
        case ".":
            return !isBetweenDigits(index) && (index + 1 >= count || !scalars[index + 1].isWord)
                && !endsAbbreviation(index)
        case " ":
            // Many Chinese texts have spaces where others have commas.
            return written(at: index) == "\n" || written(at: index) == "\r"
                || index > 0 && index + 1 < count && scalars[index - 1].isHan && scalars[index + 1].isHan
        default: return false
        }
    }

    private func isBetweenDigits(_ index: Int) -> Bool {
        index > 0 && index + 1 < count && scalars[index - 1].isDigit && scalars[index + 1].isDigit
    }

    /// Mr. Smith and ABC Co., Ltd. end no clause.
    private func endsAbbreviation(_ index: Int) -> Bool {
        let start = wordStart(before: index)
        guard start < index else { return false }
        return Self.abbreviations.end(in: self, at: start) == index
    }

    private static let abbreviations = Phrases(words: "mr mrs ms dr co ltd inc corp st approx vs e.g i.e")

    /// Where the clause with this place begins.
    func clauseStart(before index: Int) -> Int {
        var start = index
        while start > 0, index - start < Self.longestClause, !endsClause(at: start - 1) { start -= 1 }
        return start
    }

    func clauseEnd(from index: Int) -> Int {
        var end = index
        while end < count, end - index < Self.longestClause, !endsClause(at: end) { end += 1 }
        return end
    }

    /// Nobody denies further than this.
    static let longestClause = 200
}
