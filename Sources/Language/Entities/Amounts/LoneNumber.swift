/// A message that is nothing but a number, 3, 就三, "three please": of what, only whoever asked knows.
enum LoneNumber {
    static func read(_ text: FoldedText, _ numerals: [Numeral]) -> [Candidate] {
        guard numerals.count == 1, let numeral = numerals.first, numeral.isWhole, numeral.value > 0,
            !numeral.isPart, isAlone(numeral.range, text)
        else { return [] }
        return [Candidate(.number, numeral.range, .quantity(.init(numeral.bounds)))]
    }

    private static func isAlone(_ range: Range<Int>, _ text: FoldedText) -> Bool {
        var start = text.skippingSpaceBack(range.lowerBound)
        var end = text.skippingSpace(range.upperBound)
        if let word = heads.match(text, at: start) { start = text.skippingSpaceBack(word.range.lowerBound) }
        if text.at(end) == "," { end = text.skippingSpace(end + 1) }
        if let word = tails.match(text, at: end) { end = word.range.upperBound }
        while end < text.count, Followers.isClauseEnd(text.at(end)) { end += 1 }
        return start == 0 && end == text.count
    }

    private static let heads = Lexicon<Bool>(
        Vocabulary.list("就, 那就, 那, 先, 嗯, 大概, just, then, only, maybe, about").map { ($0, true) },
        backward: true)

    private static let tails = Lexicon<Bool>(
        Vocabulary.list("吧, 就行, 就好, 就可以, 就够了, 谢谢, 左右, please, thanks, thank you, then, only, will do").map {
            ($0, true)
        })
}
