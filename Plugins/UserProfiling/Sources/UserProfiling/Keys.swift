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

/// A profile as the context shows it: most messages need no more.
struct Known: Sendable {
    let messageCount: Int
    let card: Card?
    private let turn: Turn

    init(_ turn: Turn) {
        self.turn = turn
        messageCount = turn[Keys.keptCount] ?? 0
        card = turn[Keys.keptCard].flatMap { Card($0) }
    }

    /// Asked for one by one, because few are needed.
    subscript(field: String) -> String? { Self.keys[field].flatMap { turn[$0] } }

    private static let keys = Dictionary(uniqueKeysWithValues: zip(Keys.texts.map(\.field), Keys.kept))
}

/// What of a profile no other skill needs, so that a message that says nothing new asks the store for nothing.
struct Card: Sendable, Equatable {
    /// How many messages there were when the document was written.
    var saved = 0
    var rebuilt = 0
    var totalsAt: Timestamp?
    var paidOrders = 0
    var amount = 0.0
    var pins: [String] = []
    /// Numbers and addresses that are known.
    var contacts: [String] = []
    /// Products that were asked for since.
    var interests: [String: Int] = [:]

    init(_ profile: Profile) {
        saved = profile.messageCount
        rebuilt = profile["rebuilt_at"]?.int.map(Int.init) ?? 0
        totalsAt = profile["totals_at"]?.time
        paidOrders = profile["paid_orders"]?.int.map(Int.init) ?? 0
        amount = profile["amount_12m"]?.double ?? 0
        pins = Profile.stated.filter(profile.isPinned)
        contacts = [profile["phone"], profile["email"]].compactMap { $0?.text }
    }

    init?(_ value: Value) {
        guard let map = value.map else { return nil }
        saved = map["saved"]?.int.map(Int.init) ?? 0
        rebuilt = map["rebuilt"]?.int.map(Int.init) ?? 0
        totalsAt = map["totals_at"]?.time
        paidOrders = map["paid_orders"]?.int.map(Int.init) ?? 0
        amount = map["amount_12m"]?.double ?? 0
        pins = map["pins"]?.list?.compactMap(\.text) ?? []
        contacts = map["contacts"]?.list?.compactMap(\.text) ?? []
        interests = (map["interests"]?.map ?? [:]).compactMapValues { $0.int.map(Int.init) }
    }

    var value: [String: Value] {
        var map: [String: Value] = [
            "saved": .int(Int64(saved)), "rebuilt": .int(Int64(rebuilt)),
            "paid_orders": .int(Int64(paidOrders)), "amount_12m": .double(amount),
        ]
        map["totals_at"] = totalsAt.map(Value.time)
        if !pins.isEmpty { map["pins"] = pins.value }
        if !contacts.isEmpty { map["contacts"] = contacts.value }
        if !interests.isEmpty { map["interests"] = interests.value }
        return map
    }
}

extension Reply {
    /// Lets the skills that follow know what is known: only what is another value than before.
    mutating func tell(_ profile: Profile, of customer: String, over known: Known, _ turn: Turn) {
        for key in Keys.texts {
            let (text, before) = (profile[key.field]?.text, known[key.field])
            guard text != before else { continue }
            if let text { write(key, text) } else { unset(key) }
        }
        let preferences = (profile["preferences"]?.list ?? []).compactMap(\.text)
        if turn[Keys.keptPreferences] != preferences { write(Keys.preferences, preferences) }
        if turn[Keys.keptUser] != customer { write(Keys.user, customer) }
        if profile.messageCount != known.messageCount || known.messageCount == 0 {
            write(Keys.messageCount, profile.messageCount)
        }
        if let time = profile["last_active"]?.time { write(Keys.lastActive, time) }
        let card = Card(profile)
        if card != known.card { write(Keys.card, card.value) }
    }
}
