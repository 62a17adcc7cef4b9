import SkillKit

/// When a product is introduced, and how much that counts.
struct Introduction: Sendable {
    /// Asked for, the first time in a conversation.
    let named: Int
    let topic: Int
    /// Who wants one of these and asks for it is told of the product, whoever they are.
    let intents: Set<String>
    private let words: Words
    /// A question about one of these is not one about the product as such.
    private let others: Words
    /// In characters: beside no more than these a name stands alone.
    private let bare: Int

    init(_ value: Value?) {
        (named, topic) = (value.integer("named"), value.integer("topic"))
        intents = Set(value.texts("intents"))
        (words, others) = (value.words("words"), value.words("unless"))
        bare = value.integer("bare")
    }

    /// 介绍一下, or nothing but a name.
    func isAsked(in message: Message) -> Bool {
        message.isNameAlone(but: bare) || words.first(in: message.heard) != nil
    }

    /// 分辨率多少: what the introduction tells.
    func tells(_ product: Record, of message: Message) -> Bool {
        (product["specification"]?.map ?? [:]).keys.contains { message.heard.contains($0) }
    }

    /// 质保, 退货: the product is named, and something else is meant.
    func isOfOther(_ message: Message) -> Bool { others.first(in: message.heard) != nil }
}
