/// Words beside telephone numbers, and beside numbers that are none.
enum PhoneWords {
    private static let names = Lexicon<Bool>(
        Vocabulary.list(
            """
            电话, 手机, 手机号, 手机号码, 电话号码, 联系电话, 座机, 固话, 联系方式, 热线, 致电, 打, 拨打, 拨, 号码, 客服电话, 微信, 微信号, 加微信, whatsapp, wechat
            tel, tel., phone, phone number, phone no, phone no., mobile, cell, call, call me at, call me on, ring, hotline, telephone, ph, mob, number is, phone is, fax, 传真, telegram
            """
        ).map { ($0, true) }, backward: true)

    /// Numbers that look like telephones and are not.
    private static let others = Lexicon<Bool>(
        Vocabulary.list(
            """
            订单, 订单号, 单号, 订单编号, 编号, 快递单号, 运单号, 物流单号, 运单, 快递, 物流, 发票号, 税号, 账号, 卡号, 身份证, 身份证号, 合同号, 料号, 货号, 型号, 序列号, qq, qq号
            order, order no, order no., order number, order id, tracking, tracking number, tracking no, invoice, invoice no, account, serial, serial number, sn, s/n, part number, po, id, iban, sku, ref, case
            """
        ).map { ($0, true) }, backward: true)

    private static let joints = Lexicon<Bool>(
        Vocabulary.list(
            "是, 为, 我, 我的, 一下, is, at, on, me, me at, me on, no, no., number, :, =, 号, the, #, 吧, 了"
        ).map { ($0, true) } + [(":", true)], backward: true)

    static let extensions = Lexicon<Bool>(
        Vocabulary.list("转, 分机, 分机号, 转分机, ext, ext., extension, x, -, #, ext:, 转接").map { ($0, true) })

    /// Whether a word for telephones stands before a place.
    static func endsHere(_ text: FoldedText, _ place: Int) -> Bool { ends(names, text, place) }

    static func isOtherNumber(_ text: FoldedText, before place: Int) -> Bool { ends(others, text, place) }

    private static func ends(_ words: Lexicon<Bool>, _ text: FoldedText, _ place: Int) -> Bool {
        var end = text.skippingSpaceBack(place)
        for _ in 0..<3 {
            if words.match(text, at: end) != nil { return true }
            guard let joint = joints.match(text, at: end) else { return false }
            end = text.skippingSpaceBack(joint.range.lowerBound)
        }
        return false
    }
}
