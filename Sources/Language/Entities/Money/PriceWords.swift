/// Words that say a number without a currency is money.
enum PriceWords {
    private static let before = Lexicon<Bool>(Vocabulary.list(names).map { ($0, true) }, backward: true)
    private static let after = Lexicon<Bool>(
        Vocabulary.list(
            "预算, 的预算, 价位, 的价位, 的价格, 报价, 的报价, budget, price, price tag, 定金, 订金, 押金, 首付, 货款, total, in total, all in, altogether"
        ).map {
            ($0, true)
        })
    private static let anywhere = Lexicon<Bool>(
        Vocabulary.list(
            "买, 采购, 订购, 贵, 便宜, 价, 钱, 预算, 拿下, 搞定, 够, 付, 成本, 金额, 单价, 发票, 货款, 开票, 产值, 营业额, 年销, 卖, budget, price, cost, pay, cheap, expensive, afford"
        ).map { ($0, true) })
    private static let perUnit = Lexicon<Bool>(
        Vocabulary.list(
            "一台, 一套, 一个, 一件, 一只, 一支, 一米, 一吨, 一公斤, 一张, 一条, 一根, 一箱, 每台, 每套, 每个, 每件, 每只, 每米, 每吨, /台, /套, /个, /件, /只, /吨, /米, /kg, /pc, /pcs, /unit, /set, per unit, per piece, per set, per pc, apiece, each, a piece, a unit, 单价"
        ).map { ($0, true) })
    /// Between the word and the number.
    private static let joints = Lexicon<Bool>(
        Vocabulary.list(
            "是, 应该是, 应该, 应为, 要, 得, 为, 在, 有, 只有, 就, 才, 的, 了, 到, 我, 我们, 你, 你们, 能, 最, 都, 要, 差不多, =, 控制在, is, was, of, at, are, would be, will be, to, per unit, us, only, just, it's, 's"
        ).map { ($0, true) } + [(":", true)], backward: true)

    private static let names = """
        预算, 价格, 单价, 总价, 报价, 售价, 价位, 金额, 成本, 总额, 定金, 订金, 首付, 尾款, 货款, 付款, 付, 便宜, 优惠, 立减, 降, 砍, 花, 标价, 出价, 底价, 原价, 现价, 特价, 均价, 到手价, 报的, 报过
        出厂价, 批发价, 零售价, 目标价, 含税价, 进价, 市场价, 合同额, 采购额, 订单额, 订单金额, 每台, 一台, 单台, 每套, 一套, 每个, 每件, 单件, 每吨, 营业额, 年销售额, 年产值, 产值, 注册资本, 赔偿, 赔, 退款, 押金, 开了, 开成, 开票, 运费, 费用, 卖, 一台卖, 收费, 收, 充值, 转账, 打款, 价钱
        budget, price, cost, costs, total, amount, deposit, target price, pay, paid, spend, spending, worth, unit price, priced, fee, charge
        charged, refund, quoted, quote was, offer, offered, price tag, discount, invoice amount, balance, value, order value, sum, each, per unit, per set
        """

    /// Right before the amount, past 是, 大概, of, is.
    static func isBefore(_ text: FoldedText, _ place: Int) -> Bool {
        var end = text.skippingSpaceBack(place)
        for _ in 0..<4 {
            if before.match(text, at: end) != nil { return true }
            guard let joint = joints.match(text, at: end) else { return false }
            end = text.skippingSpaceBack(joint.range.lowerBound)
        }
        return false
    }

    static func isAfter(_ text: FoldedText, _ place: Int) -> Bool {
        after.match(text, at: text.skippingSpace(place)) != nil
    }

    /// 5万一台, "300 each".
    static func isPerUnit(_ text: FoldedText, at place: Int) -> Bool {
        perUnit.match(text, at: text.skippingSpace(place)) != nil
    }

    /// Within a dozen scalars on either side.
    static func areNear(_ text: FoldedText, _ range: Range<Int>) -> Bool {
        let window = max(0, range.lowerBound - 12)..<min(text.count, range.upperBound + 12)
        return window.contains { anywhere.match(text, at: $0) != nil }
    }

}
