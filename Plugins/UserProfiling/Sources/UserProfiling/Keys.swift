import SkillKit

/// What it reads beside the keys every turn has, and what it tells the skills after it.
enum Keys {
    static let turn = Key<String>("turn.id")
    static let text = Key<String>("turn.text?")
    static let entities = Key<Value>("entities?")
    static let intent = Key<String>("intent.name?")
    static let question = Key<String>("intent.question?")
    static let conversation = Key<String>("conversation.id?")
    static let status = Key<String>("conversation.status?")
    static let customer = Key<String>("customer.id?")
    static let customerTier = Key<String>("customer.tier?")
    static let customerIndustry = Key<String>("customer.industry?")
    static let customerCompany = Key<String>("customer.company?")
    static let firstSeen = Key<Timestamp>("customer.created_at?")
    static let conversations = Key<Int>("customer.conversations?")

    static let texts = ["industry", "purchase_scale", "company", "role", "type", "tier", "journey_stage"]
        .map { Key<String>("profile.\($0)") }
    // What it wrote itself.
    static let kept = texts.map { Key<String>($0.declaration + "?") }
    static let keptPreferences = Key<[String]>("profile.preferences?")
    static let keptUser = Key<String>("profile.user_id?")
    static let keptCount = Key<Int>("profile.message_count?")
    static let keptCard = Key<Value>("profile.card?")

    static let reads: [any Readable] =
        [
            turn, Turn.kind, Turn.at, Turn.locale, text, entities, intent, question, conversation, status,
            customer, customerTier, customerIndustry, customerCompany, firstSeen, conversations,
        ] + kept + [keptPreferences, keptUser, keptCount, keptCard]

    static let preferences = Key<[String]>("profile.preferences")
    static let user = Key<String>("profile.user_id")
    static let messageCount = Key<Int>("profile.message_count")
    static let lastActive = Key<Timestamp>("profile.last_active")
    static let card = Key<[String: Value]>("profile.card")
    /// What is meant by a message that the host asks back, or that asks nothing.
    static let unknown = "none"
    static let clearedQuestion = Key<String>("intent.question")
    static let meant = Key<String>("intent.name")
    static let allMeant = Key<[String]>("intent.all")

    static let writes: [any Writable] =
        texts + [preferences, user, messageCount, lastActive, card, clearedQuestion, meant, allMeant]
}

extension Key {
    /// The field of a profile.
    var field: String { String(name.dropFirst("profile.".count)) }
}
