extension FoldedText {
    /// As it would be written with the keys one did not press: howmuchisit is "how much is it", duoshaoqian is 多少钱;
    /// and with the keys in their order: odrer is "order".
    var respelled: FoldedText {
        let lines = Set(lineStarts)
        var changes: [Change] = []
        /// Words in pinyin that stand side by side: what the first says, the next may have to say.
        var spelled: [Range<Int>] = []
        for run in latinRuns {
            let isPinyin = PinyinWords.mayBe(scalars[run])
            let goesOn = spelled.last.map {
                $0.upperBound + 1 == run.lowerBound && at($0.upperBound) == " "
                    && !lines.contains(run.lowerBound)
            }
            if !isPinyin || goesOn == false {
                changes += inCharacters(spelled)
                spelled = []
            }
            if isPinyin {
                spelled.append(run)
            } else if let words = Self.separated(scalars[run]) ?? TypedWords.meant(scalars[run]) {
                changes.append((run, words))
            }
        }
        return replacing(changes + inCharacters(spelled))
    }

    private typealias Change = (range: Range<Int>, by: [Unicode.Scalar])

    /// Words in pinyin as the characters of all of them together, or of those that are known by themselves.
    private func inCharacters(_ spelled: [Range<Int>]) -> [Change] {
        guard let first = spelled.first, let last = spelled.last else { return [] }
        if let characters = PinyinWords.characters(spelled.flatMap { scalars[$0] }[...]) {
            return [(first.lowerBound..<last.upperBound, characters)]
        }
        return spelled.compactMap { run in
            PinyinWords.characters(scalars[run]).map { (range: run, by: $0) }
        }
    }

    private var latinRuns: [Range<Int>] {
        var runs: [Range<Int>] = []
        var at = 0
        while at < count {
            guard scalars[at].isAlphanumeric else {
                at += 1
                continue
            }
            let start = at
            while self.at(at).isAlphanumeric { at += 1 }
            if scalars[start].isLatin { runs.append(start..<at) }
        }
        return runs
    }

    private static let fewestLetters = 8
    /// Two words may be one that is not known: payload, overload.
    private static let fewestWords = 3

    private static func separated(_ run: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar]? {
        guard run.count >= fewestLetters, run.count <= RunOn.longest else { return nil }
        let runOn = RunOn(run, CommonWords.ends)
        var words = runOn.words(to: run.endIndex)
        if words.isEmpty, run.last?.isDigit == true {
            // howmuchisR6: a model's name is left at the end.
            let letters = run.lastIndex { !$0.isDigit } ?? run.startIndex
            words =
                runOn.places.last { $0 <= letters }.map { runOn.words(to: $0) + [$0..<run.endIndex] } ?? []
        }
        // An ending such as at-i-on is made of words too, but of little ones.
        guard words.count >= fewestWords, words.count(where: { $0.count >= 3 }) >= 2 else { return nil }
        return Array(words.map { run[$0] }.joined(separator: [" "]))
    }
}
