public import SkillKit

/// The relationship with each client, for the staff: stages, risks, documents. It says nothing to a customer.
public struct ClientManagement: Skill {
    static let contact = Key<Contact>("client.contact?")
    static let stage = Key<String>("client.stage?")
    static let customer = Key<String>("customer.id?")
    static let text = Key<String>("turn.text?")
    static let channel = Key<String>("turn.channel")
    static let status = Key<String>("conversation.status?")
    static let sentiment = Key<Double>("sentiment.value?")
    static let profileType = Key<String>("profile.type?")

    public static let manifest = Manifest(
        id: "client-management", version: "1.0.0",
        reads: [
            contact, stage, customer, text, channel, Turn.locale, status,
            sentiment, profileType,
        ],
        writes: [Key<Contact>("client.contact"), Key<String>("client.stage"), Key<Int>("client.risk")],
        readsCollections: Records.read, observes: true)

    let settings: Settings

    public init(configuration: Value) throws { settings = try Settings(configuration) }

    public func turn(_ turn: Turn) async throws -> Reply {
        if let action = turn.action { return try Desk(settings: settings, turn: turn).answer(action) }
        guard let customer = turn[Self.customer] else { return Reply() }
        if let event = turn.event { return try happened(event, to: customer, turn) }
        return try message(turn)
    }

    public func check() -> [Finding] { Findings(settings).all }

    /// Remembers that the customer wrote, how it felt and what it asked of the scope; without a request to the host.
    private func message(_ turn: Turn) throws -> Reply {
        var (reply, contact) = (Reply(), turn[Self.contact] ?? Contact())
        let words = turn[Self.text].flatMap { settings.rules.scopeWords.first(in: $0) }
        contact.heard(
            at: turn.clock.now, on: turn[Self.channel], sentiment: turn[Self.sentiment], scopeWords: words,
            humanHolds: ["queued", "human"].contains(turn[Self.status] ?? ""), settings.rules)
        reply.write(Self.contact, contact)
        if let words { reply.because = "scope asked about ('\(words)'): noted for the risk audit" }
        // Somebody who bought before this skill was there becomes a client with the first message.
        if turn[Self.stage] == nil, turn[Self.profileType] == "existing" {
            try turn.schedule.at(turn.clock.now, Reviewer.timer)
        }
        return reply
    }

    private func happened(_ event: Turn.Event, to customer: String, _ turn: Turn) throws -> Reply {
        var (reply, contact) = (Reply(), turn[Self.contact] ?? Contact())
        if event.name.hasPrefix("conversation.") {
            try contact.take(event.name, turn)
            reply.write(Self.contact, contact)
            // A stranger who waits is a matter of the queue, not of this skill.
            guard turn[Self.stage] != nil else { return reply }
        }
        let reviewer = Reviewer(settings: settings, turn: turn, customer: customer)
        let review = try reviewer.review(contact)
        try reviewer.record(review, in: &reply)
        reply.because = "\(event.name): \(review.because(settings))"
        return reply
    }
}

extension Contact {
    /// Somebody waits, or was answered.
    fileprivate mutating func take(_ event: String, _ turn: Turn) throws {
        switch event {
        case "conversation.queued": waitingSince = waitingSince ?? last
        case "conversation.answered": (waitingSince, answered) = (nil, turn.clock.now)
        default:
            // The hold is over: whether the last word was the customer's, the conversation itself knows.
            guard let recent = try? turn.history.recent(50) else { return }
            let spoken = recent.last { $0["author"]?.text != "bot" }
            let isAnswered = spoken?["author"]?.text == "agent"
            if isAnswered { (waitingSince, answered) = (nil, spoken?["at"]?.time ?? answered) }
        }
    }
}
