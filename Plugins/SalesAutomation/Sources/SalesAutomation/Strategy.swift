import SkillKit

/// How a message is met; the first whose conditions hold.
struct Strategy: Sendable {
    enum Move: String, Sendable, CaseIterable {
        case handOff = "human_handoff"
        case introduce = "detailed_introduction"
        case recommend = "personalized_recommendation"
        case negotiate
        case reply = "default_reply"
    }

    let move: Move
    let when: Conditions
    /// What a colleague reads; in English in a trace.
    let because: Phrase
    let handoff: Handoff?
    /// The text that tells the customer.
    let say: String?
}

/// For whom a conversation waits, and how urgently.
struct Handoff: Sendable {
    var priority: Int
    var competence: String?
    /// The skill that calls the human instead, where it is there.
    var leaveTo: String?

    init(_ handoff: Value?) {
        priority = handoff.integer("priority")
        competence = handoff?["competence"]?.text
        leaveTo = handoff?["leave_to"]?.text
    }
}

/// What the catalogue answers to an intent, when what it needs is known.
struct CatalogueFact: Sendable {
    let name: String
    /// Facts that it tells too.
    let covers: Set<String>
    let intents: Set<String>
    let words: Words
    let when: Conditions
    /// How much it counts when the product is named in the message, and when it was before.
    let named: Int
    let topic: Int
    let text: Phrase

    /// Said whenever the order changed.
    let afterChange: Bool

    func isWanted(in message: Message, after step: Order.Step = .none) -> Bool {
        afterChange && (step == .changed || step == .beside || step == .said && message.change != nil)
            || message.intents.contains(where: intents.contains) || words.first(in: message.heard) != nil
    }
}
