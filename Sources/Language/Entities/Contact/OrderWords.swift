/// Words and letters that make a token the number of an order or a parcel.
enum OrderWords {
    enum Label: Sendable {
        /// 订单号, "order no.": whatever follows is one.
        case named
        /// 订单, "order": may be.
        case spoken
    }

    private static let labels = Lexicon<Label>(
        Vocabulary.list(
            """
            订单号, 订单编号, 单号, 订单号码, 订单id, 快递单号, 运单号, 物流单号, 运单, 快递号, 采购单号, 采购订单号, 合同号, 合同编号, 发货单号, 送货单号, 工单号, 工单, 售后单号, 退货单号, 物流号, 面单号
            order number, order no, order no., order num, order id, order #, order nr, order nr., order#, po number, po no, po no., po #, po#, tracking number, tracking no, tracking no., tracking id, tracking #
            tracking code, waybill, waybill no, awb, reference number, ref no, ref no., confirmation number, purchase order, so number, so #, so#, ticket number, ticket #, rma, rma number, order ref, order reference
            """
        ).map { ($0, .named) }
            + Vocabulary.list(
                "订单, 单子, 单, 快递, 物流, 包裹, 采购单, order, orders, po, so, parcel, package, shipment, tracking, delivery, ticket, consignment"
            ).map { ($0, .spoken) },
        backward: true)

    private static let joints = Lexicon<Bool>(
        Vocabulary.list(
            "是, 为, 号, 号是, 的, is, was, number, no, no., 这个, 那个, 我的, with, called, number is, with number, nr, 尾号"
        ).map { ($0, true) } + [(":", true), ("#", true), ("(", true)],
        backward: true)

    /// The label before a token, past a colon, a number sign, 是.
    static func label(_ text: FoldedText, before place: Int) -> Label? {
        var end = text.skippingSpaceBack(place)
        var hasSign = false
        for _ in 0..<4 {
            if let label = labels.match(text, at: end) { return hasSign ? .named : label.meaning }
            guard let joint = joints.match(text, at: end) else { return nil }
            hasSign =
                hasSign || text.at(joint.range.lowerBound) == "#" || text.at(joint.range.lowerBound) == "号"
                || text.at(joint.range.lowerBound) == "n"
            end = text.skippingSpaceBack(joint.range.lowerBound)
        }
        return nil
    }

    private static let owners = Lexicon<Bool>(
        Vocabulary.list(
            "my, our, the, your, of, for, about, this, that, on, check, track, cancel, where is, status of, 我的, 我, 查, 查一下, 查下, 之前的, 那个, 这个, 上次的, 取消"
        ).map { ($0, true) }, backward: true)

    /// "my order 1002": it exists already.
    static func isOwned(_ text: FoldedText, before place: Int) -> Bool {
        guard let label = labels.match(text, at: text.skippingSpaceBack(place)) else { return true }
        return owners.match(text, at: text.skippingSpaceBack(label.range.lowerBound)) != nil
    }

    private static let near = Lexicon<Bool>(
        Vocabulary.list(
            "订单, 单号, 快递, 物流, 包裹, 运单, 发货, 到哪, order, tracking, parcel, package, shipment, shipped, delivery, track"
        ).map { ($0, true) })

    /// An order or a parcel is spoken of within a few words.
    static func isNear(_ text: FoldedText, _ token: Range<Int>) -> Bool {
        (max(0, token.lowerBound - 20)..<min(text.count, token.upperBound + 20)).contains {
            near.match(text, at: $0) != nil
        }
    }

    static let prefixes: Set<String> = [
        "po", "so", "inv", "ord", "do", "dn", "rma", "wo", "pi", "o", "order", "quo", "qt", "ci", "ref", "tk",
        "rfq", "ddh", "dd", "cg", "xs", "th", "sh", "ht", "gd", "oid", "tkt", "cs", "ro",
    ]

    /// A carrier's letters and how many digits follow.
    struct Courier: Sendable {
        var prefix: String
        var digits: ClosedRange<Int>

        func matches(_ prefix: String, _ digits: Int, _ joints: Int) -> Bool {
            joints == 0 && prefix == self.prefix && self.digits.contains(digits)
        }
    }

    static let couriers: [Courier] = [
        .init(prefix: "sf", digits: 12...15), .init(prefix: "yt", digits: 13...18),
        .init(prefix: "jt", digits: 13...15),
        .init(prefix: "jd", digits: 11...18), .init(prefix: "jdv", digits: 10...16),
        .init(prefix: "jdx", digits: 10...16),
        .init(prefix: "jdk", digits: 10...16), .init(prefix: "zto", digits: 10...15),
        .init(prefix: "sto", digits: 10...15),
        .init(prefix: "yd", digits: 12...15), .init(prefix: "dpk", digits: 10...15),
        .init(prefix: "ky", digits: 12...16),
        .init(prefix: "ems", digits: 10...13), .init(prefix: "jjd", digits: 16...20),
        .init(prefix: "gm", digits: 16...20),
        .init(prefix: "db", digits: 10...13), .init(prefix: "zt", digits: 12...15),
        .init(prefix: "lp", digits: 14...16),
    ]
}
