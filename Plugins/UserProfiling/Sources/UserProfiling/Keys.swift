import SkillKit

/// What it reads beside the keys every turn has, and what it tells the skills after it.
enum Keys {
    static let turn = Key<String>("turn.id")
    static let text = Key<String>("turn.text?")
    static let entities = Key<[Value]>("entities?")
    static let intent = Key<String>("intent.name?")
    static let conversation = Key<String>("conversation.id?")
    static let customer = Key<String>("customer.id?")
    static let customerTier = Key<String>("customer.tier?")
    static let customerIndustry = Key<String>("customer.industry?")
    static let customerCompany = Key<String>("customer.company?")
    static let firstSeen = Key<Timestamp>("customer.created_at?")
    static let conversations = Key<Int>("customer.conversations?")

    static let reads: [any Readable] = [
        turn, Turn.kind, Turn.at, Turn.locale, text, entities, intent, conversation, customer,
        customerTier,
        customerIndustry, customerCompany, firstSeen, conversations,
    ]

    static let texts = ["industry", "purchase_scale", "company", "role", "type", "tier", "journey_stage"]
        .map { Key<String>("profile.\($0)") }
    static let preferences = Key<[String]>("profile.preferences")
    static let user = Key<String>("profile.user_id")
    static let messageCount = Key<Int>("profile.message_count")
    static let lastActive = Key<Timestamp>("profile.last_active")

    static let writes: [any Writable] = texts + [preferences, user, messageCount, lastActive]
}

extension Reply {
    /// Lets the skills that follow know what is known.
    mutating func tell(_ profile: Profile, of customer: String) {
        for key in Keys.texts {
            let field = String(key.name.dropFirst("profile.".count))
            if let text = profile[field]?.text { write(key, text) } else { unset(key) }
        }
        write(Keys.preferences, (profile["preferences"]?.list ?? []).compactMap(\.text))
        write(Keys.user, customer)
        write(Keys.messageCount, profile.messageCount)
        if let time = profile["last_active"]?.time { write(Keys.lastActive, time) }
    }
}
