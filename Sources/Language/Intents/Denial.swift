/// A clause that begins by saying what is not wanted, up to where it says what is: 我不是要退货|是想问发票.
struct Denial {
    let clauses: [Clauses.Clause]

    /// Nil where nothing is denied; `next` is the clause behind this one.
    init?(_ text: FoldedText, _ span: Range<Int>, before next: Range<Int>?) {
        let start = Self.pastLeads(text, span.lowerBound)
        guard let cue = Self.cues.match(text, at: start), cue.range.upperBound < span.upperBound,
            cue.meaning != .lookalike, !Self.asks(text, span)
        else { return nil }
        let contrast = (cue.range.upperBound + 1..<span.upperBound).first {
            Self.contrasts.match(text, at: $0) != nil
        }
        guard
            cue.meaning == .wish || contrast != nil
                || Self.isNumber(text, text.skippingSpace(cue.range.upperBound))
                || next.map({ Self.isContrast(text, $0.lowerBound) }) ?? false
        else { return nil }
        let end = contrast ?? span.upperBound
        let rest = end < span.upperBound ? [Clauses.Clause(range: end..<span.upperBound)] : []
        clauses = [.init(range: span.lowerBound..<end, isDenied: true)] + rest
    }

    private enum Cue {
        /// Says that somebody does not want something.
        case wish
        /// Denies whatever follows, which is a wish only where its opposite is said too: 不是投诉，是咨询.
        case fact
        /// Looks like one of them and is none.
        case lookalike
    }

    private static func pastLeads(_ text: FoldedText, _ start: Int) -> Int {
        var place = text.skippingSpace(start)
        while let lead = leads.match(text, at: place) { place = text.skippingSpace(lead.range.upperBound) }
        return place
    }

    private static func asks(_ text: FoldedText, _ span: Range<Int>) -> Bool {
        let last = text.at(span.upperBound - 1)
        return last == "?" || last == "吗" || text.at(span.upperBound - 2) == "吗"
    }

    private static func isNumber(_ text: FoldedText, _ place: Int) -> Bool {
        text.at(place).isDigit || ChineseDigits.role(text.at(place)) != .none
    }

    private static func isContrast(_ text: FoldedText, _ start: Int) -> Bool {
        let place = text.skippingSpace(start)
        return text.at(place) == "是" || contrasts.match(text, at: place) != nil
    }

    private static let leads = Lexicon<Bool>(
        Vocabulary.list(
            """
            我, 我们, 我方, 咱, 咱们, 俺, 这, 这个, 这次, 这回, 今天, 现在, 目前, 暂时, 也, 又, 都, 并, 但, 但是, 可, 可是, 其实, 倒, 倒也, 真的, 而, 另外, 还有, 顺便, 以及, 对了, 你好, 您好
            i, we, i'm, im, we're, i am, we are, am, are, this is, this, it is, it's, its, and, but, so, also, actually, sorry, please, really, no
            """
        ).map { ($0, true) })

    private static let cues = Lexicon<Cue>(
        Vocabulary.words(
            """
            wish: 不是要, 不是想, 不是来, 不是问, 不是找, 不是为了, 不是需要, 不是打算, 不是说要, 不是咨询, 不想, 不想要, 不要, 不需要, 不用, 不必, 不打算, 没说要, 没想, 没打算, 不考虑
            wish: not asking, not looking, not trying, not here, not calling, not requesting, not interested, not after, not complaining, not about
            wish: wasn't asking, don't want, do not want, dont want, don't need, do not need, dont need, didn't ask, did not ask, never asked, no need
            fact: 不是, 不属于, 算不上, 谈不上, not, isn't, is not, wasn't, aren't
            lookalike: 不想要了, 不要了, 不需要了, 不用了, 不要紧, 不用谢, 不用客气, 不用说, 不想用, 不想等, 不是说, 不是吗, 不是不, 不是很, 不是太, 不用担心, 没想到, 不用多久, 不要多久, 不要钱, 不需要钱
            lookalike: not only, not just, not sure, not working, not yet, not able, not happy, not satisfied, don't want to wait, not bad
            """
        ) { ["wish": Cue.wish, "fact": .fact, "lookalike": .lookalike][$0] })

    private static let contrasts = Lexicon<Bool>(
        Vocabulary.list(
            """
            而是, 是想, 是要, 是来, 是问, 是咨询, 就是想, 只是想, 只是问, 我要, 我想, 我是, 我们要, 我们想, 我们是, 只要, 只想, 就要, 就想, 换成, 改成, 要的是, 想问
            but, just, only, i want, i need, i'd like, i would like, we want, we need, we'd like, i'm asking, i am asking, it's about, my question
            """
        ).map { ($0, true) })
}
