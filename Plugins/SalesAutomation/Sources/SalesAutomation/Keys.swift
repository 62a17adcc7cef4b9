import SkillKit

/// What it reads beside the keys every turn has, and what it tells the skills after it.
enum Keys {
    static let turn = Key<String>("turn.id")
    static let skills = Key<[String]>("turn.skills?")
    static let text = Key<String>("turn.text?")
    static let entities = Key<Value>("entities?")
    static let intent = Key<String>("intent.name?")
    static let confidence = Key<Double>("intent.confidence?")
    static let intents = Key<Value>("intent.all?")
    static let question = Key<String>("intent.question?")
    static let conversation = Key<String>("conversation.id?")
    static let isOpen = Key<Bool>("business.open?")
    static let status = Key<String>("conversation.status?")
    static let customerTurns = Key<Int>("conversation.customer_turns?")
    static let customer = Key<String>("customer.id?")
    static let customerTier = Key<String>("customer.tier?")
    static let type = Key<String>("profile.type?")
    static let tier = Key<String>("profile.tier?")
    static let industry = Key<String>("profile.industry?")
    static let scale = Key<String>("profile.purchase_scale?")
    static let company = Key<String>("profile.company?")
    // What it wrote itself.
    static let keptStrategy = Key<String>("strategy.name?")
    static let keptReason = Key<String>("strategy.reason?")
    static let keptFocus = Key<Value>("sales.focus?")
    static let keptAmount = Key<Double>("sales.order_amount?")
    static let keptRecommend = Key<Bool>("sales.auto_recommend?")
    static let keptCard = Key<Value>("sales.lead?")

    static let reads: [any Readable] = [
        turn, skills, Turn.kind, Turn.at, Turn.locale, text, entities, intent, confidence, intents, question,
        conversation, isOpen, status, customerTurns, customer, customerTier, type, tier, industry, scale,
        company, keptStrategy, keptReason, keptFocus, keptAmount, keptRecommend, keptCard,
    ]

    static let strategy = Key<String>("strategy.name")
    static let reason = Key<String>("strategy.reason")
    static let lead = Key<String>("lead.id")
    static let leadStatus = Key<String>("lead.status")
    static let leadPoints = Key<Int>("lead.points")
    static let orderAmount = Key<Double>("sales.order_amount")
    static let autoRecommend = Key<Bool>("sales.auto_recommend")
    static let focus = Key<[String: Value]>("sales.focus")
    static let card = Key<[String: Value]>("sales.lead")

    static let writes: [any Writable] = [
        strategy, reason, lead, leadStatus, leadPoints, orderAmount, autoRecommend, focus, card,
    ]
}

extension Reply {
    /// Only what is another value is written.
    mutating func write<Content: Equatable>(_ key: Key<Content>, _ content: Content, over kept: Content?) {
        if kept != content { write(key, content) }
    }
}
