import SkillKit

/// One message, with what the host and earlier skills made of it.
struct Inquiry: Sendable {
    enum Keys {
        static let text = Key<String>("turn.text?")
        static let locale = Key<String>("turn.locale?")
        static let said = Key<[Value]>("turn.said?")
        static let customer = Key<String>("customer.id?")
        static let name = Key<String>("customer.name?")
        static let tier = Key<String>("customer.tier?")
        static let profileTier = Key<String>("profile.tier?")
        static let conversation = Key<String>("conversation.id?")
        static let status = Key<String>("conversation.status?")
        static let intent = Key<String>("intent.name?")
        static let intents = Key<[String]>("intent.all?")
        static let question = Key<String>("intent.question?")
        static let issue = Key<String>("issue.kind?")
        static let sentiment = Key<String>("sentiment?")
        static let isUrgent = Key<Bool>("sentiment.urgent?")
        static let isOpen = Key<Bool>("business.open?")
        static let opensAt = Key<Timestamp>("business.opens_at?")
        static let confidence = Key<Double>("intent.confidence?")
        static let entities = Key<[Value]>("entities?")
        static let handoff = Key<Value>("turn.handoff?")
        static let skills = Key<[String]>("turn.skills?")
        static let ticket = Key<String>("ticket.id?")
    }

    struct Said: Sendable {
        var skill: String
        var kind: String
        var priority: Int
    }

    var text: String
    var locale: String?
    var channel: String
    var name: String?
    var tier: String?
    var conversation: String?
    var status: String?
    var intent: String?
    /// Everything that is wanted, the main thing first.
    var intents: [String] = []
    /// How sure the host is of the intent.
    var confidence = 1.0
    /// The host would ask back, because it could not tell.
    var isUnclear = false
    var issue: String?
    var sentiment: String?
    var isUrgent = false
    var said: [Said] = []
    var isOpen = true
    var opensAt: Timestamp?
    /// A skill before this one calls a human in this turn.
    var isHandedOver = false
    /// 技术支持 and nothing else: somebody is called, whatever a skill might answer.
    var isMereCall = false
    /// The one that was open, or resolved, when this message came.
    var ticket: String?
    // Few messages need these, so they are read when they do.
    var entities: @Sendable () -> [Value] = { [] }
    var skills: @Sendable () -> [String] = { [] }

    init(text: String, channel: String = "rest") {
        self.text = text
        self.channel = channel
    }

    init(_ turn: Turn) {
        self.init(text: turn[Keys.text] ?? "", channel: turn[Turn.channel] ?? "")
        locale = turn[Keys.locale]
        name = turn[Keys.name]
        tier = Self.tier(turn)
        conversation = turn[Keys.conversation]
        status = turn[Keys.status]
        intent = turn[Keys.intent]
        intents = [intent].compactMap { $0 } + (turn[Keys.intents] ?? []).filter { $0 != intent }
        isUnclear = turn[Keys.question] != nil
        issue = turn[Keys.issue]
        sentiment = turn[Keys.sentiment]
        isUrgent = turn[Keys.isUrgent] ?? false
        said = (turn[Keys.said] ?? []).compactMap(Said.init)
        isOpen = turn[Keys.isOpen] ?? true
        opensAt = isOpen ? nil : turn[Keys.opensAt]
        confidence = turn[Keys.confidence] ?? 1
        isHandedOver = turn[Keys.handoff] != nil
        ticket = turn[Keys.ticket].flatMap { $0.isEmpty ? nil : $0 }
        entities = { turn[Keys.entities] ?? [] }
        skills = { turn[Keys.skills] ?? [] }
    }

    /// As profiling knows it, else as it stands in the customer's record.
    static func tier(_ turn: Turn) -> String? { turn[Keys.profileTier] ?? turn[Keys.tier] }

    /// The kinds of what is named.
    var named: Set<String> { Set(entities().compactMap { $0["kind"]?.text }) }
    /// The skills whose turn is still to come.
    var following: Set<String> { Set(skills().drop { $0 != TicketDesk.id }.dropFirst()) }
    /// An earlier skill answers the customer in this turn, or asks back.
    var answeredBy: String? { said.first { $0.kind == "answer" || $0.kind == "question" }?.skill }
    /// Whoever called the human told the customer.
    var isTold: Bool { isHandedOver && said.contains { $0.kind == "notice" } }
    var isWithHuman: Bool { status == "human" }
    var isQueued: Bool { status == "queued" }
}

extension Inquiry.Said {
    init?(_ value: Value) {
        guard let skill = value["skill"]?.text, let kind = value["kind"]?.text else { return nil }
        self.init(skill: skill, kind: kind, priority: Int(value["priority"]?.int ?? 0))
    }
}
