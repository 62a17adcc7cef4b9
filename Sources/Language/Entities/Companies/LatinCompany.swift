/// Reads a company's name back from its Ltd or GmbH, or on from "we are from".
struct LatinCompany {
    private let passage: Passage

    private let places: SortedRanges

    init(_ passage: Passage, _ places: SortedRanges) {
        self.passage = passage
        self.places = places
    }

    /// `isSure`: nothing but a company is called GmbH, whereas a group may be one of people.
    func named(by suffix: Range<Int>, isSure: Bool) -> [Candidate] {
        var (start, count, capitals) = (suffix.lowerBound, 0, 0)
        while count < 5, let word = word(before: start, isFirst: count == 0),
            continues(word, capitals: capitals, mayJoin: isSure && count > 0)
        {
            if passage.isCapital(word.lowerBound) { capitals += 1 }
            start = word.lowerBound
            count += 1
        }
        while start < suffix.lowerBound, !passage.isCapital(start), capitals > 0 { start = next(start) }
        guard start < suffix.lowerBound, isSure || (capitals > 0 && passage.isCapital(suffix.lowerBound))
        else { return [] }
        return [passage.company(start..<dotted(suffix.upperBound))]
    }

    func introduced(at place: Int, mayBePlain: Bool) -> [Candidate] {
        guard place + 1 < passage.count, passage.scalars[place] == " " || passage.scalars[place - 1] == ":"
        else {
            return []
        }
        let start = passage.scalars[place] == " " ? place + 1 : place
        guard start < passage.count, passage.scalars[start].isWord,
            places.begins(at: start) == nil,
            CompanyWords.general.end(in: passage, at: start) == nil
        else { return [] }
        var end = passage.wordEnd(from: start)
        guard passage.isCapital(start) else { return mayBePlain ? plain(start..<end) : [] }
        while let word = word(after: end), passage.isCapital(word.lowerBound),
            places.begins(at: word.lowerBound) == nil
        {
            end = word.upperBound
        }
        return isPlain(start..<end) ? [] : [passage.company(start..<end, confidence: 0.8)]
    }

    /// In small letters only one word is taken, and only where the clause stops there.
    private func plain(_ range: Range<Int>) -> [Candidate] {
        guard range.count >= 3, !isPlain(range),
            range.upperBound >= passage.count || passage.endsClause(at: range.upperBound)
                || CompanyWords.continuations.end(
                    in: passage, at: min(range.upperBound + 1, passage.count - 1)) != nil
        else { return [] }
        return [passage.company(range, confidence: 0.7)]
    }

    private func isPlain(_ range: Range<Int>) -> Bool {
        CommonWords.english.end(in: passage, at: range.lowerBound) == range.upperBound
            || IndustryReader.end(in: passage, at: range.lowerBound) == range.upperBound
    }

    private func continues(_ word: Range<Int>, capitals: Int, mayJoin: Bool) -> Bool {
        if passage.isCapital(word.lowerBound) || passage.scalars[word.lowerBound].isDigit {
            return !CompanyWords.pronouns.contains(passage.text[word])
        }
        if CompanyWords.inner.contains(passage.text[word]) { return mayJoin }
        return capitals == 0 && CommonWords.english.end(in: passage, at: word.lowerBound) != word.upperBound
    }

    /// The word before a place, whatever joins the two in a name between them.
    private func word(before place: Int, isFirst: Bool) -> Range<Int>? {
        var end = place
        while end > 0, " ,&-.".unicodeScalars.contains(passage.scalars[end - 1]), place - end < 3 {
            if passage.scalars[end - 1] == ",", !isFirst { return nil }
            if passage.scalars[end - 1] == ".", end < 2 || !passage.scalars[end - 2].isWord { return nil }
            end -= 1
        }
        let start = passage.wordStart(before: end)
        // The U of U.S.A. is no company.
        if end - start == 1, passage.scalars[end] == "." { return nil }
        return start < end ? start..<end : nil
    }

    private func word(after place: Int) -> Range<Int>? {
        var start = place
        while start < passage.count, " &-".unicodeScalars.contains(passage.scalars[start]), start - place < 3
        { start += 1 }
        let end = passage.wordEnd(from: start)
        return start > place && start < end ? start..<end : nil
    }

    private func next(_ start: Int) -> Int {
        var at = passage.wordEnd(from: start)
        while at < passage.count, !passage.scalars[at].isWord { at += 1 }
        return at
    }

    private func dotted(_ end: Int) -> Int {
        end < passage.count && passage.scalars[end] == "." ? end + 1 : end
    }
}
