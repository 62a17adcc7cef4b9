/// Words that say goods are bought or counted.
enum Purchase {
    /// Right before a number these make it a quantity.
    private static let leads = Lexicon<Bool>(
        Vocabulary.list(
            """
            要, 买, 来, 订, 定, 订购, 采购, 购买, 需要, 需求, 下单, 拿, 订货, 进货, 备货, 发货, 数量, 数量是, 数量为, 需求量, 需求量是, 起订量, 采购量, 批量, 用量, 年用量
            一共, 总共, 共, 改成, 改为, 换成, 加到, 增加到, 减到, 先来, 先要, 再来, 再要, 各, 补
            qty, quantity, quantity of, quantity is, moq, moq is, order, order of, orders of, buy, need, want, purchase, get, take
            ordering, buying, require, requires, needs, wants, purchasing, qty of, total of, another, make it, supply, deliver, send us
            """
        ).map { ($0, true) }
            + Vocabulary.list("主要, 重要, 不要求, 本来, 原来, 后来, 起来, 出来, 一定, 固定, 确定, 规定, 约定, 未来, 近来, 回来, 下来, 过来").map {
                ($0, false)
            },
        backward: true)

    /// Whether the words before a place make a number there one of goods.
    static func isCounted(_ text: FoldedText, before place: Int) -> Bool {
        var end = text.skippingSpaceBack(place)
        if text.at(end - 1) == "×" || text.at(end - 1) == "*" {
            return text.at(end - 2) != "*" && !text.at(end - 2).isDigit
        }
        if text.at(end - 1) == "x", end == 1 || text.at(end - 2) == " " { return true }
        if text.at(end - 1) == ":" || text.at(end - 1) == "=" || text.at(end - 1) == "了" {
            end = text.skippingSpaceBack(end - 1)
        }
        return leads.match(text, at: end)?.meaning ?? isFor(text, end)
    }

    /// "price for 50", not "for 4".
    private static func isFor(_ text: FoldedText, _ end: Int) -> Bool {
        let start = text.skippingSpace(end)
        return text.has("for", at: end - 3) && text.isWordBoundary(end - 3)
            && text.endOfDigits(start) >= start + 2
    }

    /// "tons of steel", not "kg of payload" and not "of the load".
    static func isOfGoods(_ text: FoldedText, at end: Int) -> Bool {
        let start = end + 4
        return text.has(" of ", at: end) && text.at(start).isLatin
            && !Followers.isFunctionWord(text, at: start)
            && SpecificationNames.forward.match(text, at: start) == nil
    }

    /// Whether something is bought in the clause before a place, a few words back.
    static func isBought(_ text: FoldedText, before place: Int) -> Bool {
        var end = place
        while end > max(0, place - 14) {
            if let lead = leads.match(text, at: end) { return lead.meaning }
            if Followers.isClauseEnd(text.at(end - 1))
                || SpecificationNames.lexicon.match(text, at: end) != nil
            {
                return false
            }
            end -= 1
        }
        return false
    }
}
