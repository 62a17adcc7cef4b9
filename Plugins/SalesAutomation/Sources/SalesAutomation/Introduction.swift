import SkillKit

/// When a product is introduced, and how much that counts.
struct Introduction: Sendable {
    /// Asked for, the first time in a conversation.
    let named: Int
    let topic: Int
    /// Who wants one of these and asks for it is told of the product, whoever they are.
    let intents: Set<String>
    private let words: Words
    /// "do you have": these count right before a name.
    private let before: Words
    /// What shows that something is asked: it is not introduced unless the introduction tells it.
    private let questions: Words
    /// Words of what an introduction tells besides the specification: price, lead time.
    private let told: Words
    /// A question about one of these is not one about the product as such.
    private let others: Words
    /// In characters: beside no more than these a name stands alone.
    private let bare: Int

    init(_ value: Value?) {
        (named, topic) = (value.integer("named"), value.integer("topic"))
        intents = Set(value.texts("intents"))
        (words, others) = (value.words("words"), value.words("unless"))
        (before, questions, told) = (value.words("before"), value.words("questions"), value.words("told"))
        bare = value.integer("bare")
    }

    /// 介绍一下, or nothing but a name.
    func isAsked(in message: Message) -> Bool {
        message.isNameAlone(but: isQuestion(message) ? bare / 2 : bare)
            || words.first(in: message.heard) != nil
            || message.isNamed(after: before, within: bare)
    }

    /// 分辨率多少: what the introduction tells.
    func tells(_ product: Record, of message: Message) -> Bool {
        let heard = message.heard.lowercased()
        return (product["specification"]?.map ?? [:]).contains { name, value in
            heard.contains(name.lowercased()) || value.text.map { heard.contains($0.lowercased()) } ?? false
        }
    }

    /// Something else is asked than what the introduction tells.
    func isQuestion(_ message: Message) -> Bool {
        questions.first(in: message.heard) != nil && told.first(in: message.heard) == nil
    }

    /// 质保, 退货: the product is named, and something else is meant.
    func isOfOther(_ message: Message) -> Bool { others.first(in: message.heard) != nil }
}
