public import SkillKit

/// The relationship with each client, for the staff: stages, risks, documents. It says nothing to a customer.
public struct ClientManagement: Skill {
    static let contact = Key<Contact>("client.contact?")
    static let spoken = Key<Timestamp>("client.spoken?")
    static let waiting = Key<Timestamp>("client.waiting?")
    static let stage = Key<String>("client.stage?")
    static let reviewed = Key<Timestamp>("client.reviewed?")
    static let risk = Key<Int>("client.risk")
    static let customer = Key<String>("customer.id?")
    static let text = Key<String>("turn.text?")
    static let channel = Key<String>("turn.channel")
    static let status = Key<String>("conversation.status?")
    static let handoff = Key<Value>("turn.handoff?")
    static let sentiment = Key<Double>("sentiment.value?")
    static let profileType = Key<String>("profile.type?")

    public static let manifest = Manifest(
        id: "client-management", version: "1.0.0",
        reads: [
            contact, spoken, waiting, stage, reviewed, customer, text, channel, Turn.locale, status, handoff,
            sentiment, profileType,
        ],
        writes: [
            Key<Contact>("client.contact"), Key<Timestamp>("client.spoken"),
            Key<Timestamp>("client.waiting"), Key<String>("client.stage"), Key<Timestamp>("client.reviewed"),
            risk,
        ],
        readsCollections: Records.read, observes: true)

    let settings: Settings

    public init(configuration: Value) throws { settings = try Settings(configuration) }

    public func turn(_ turn: Turn) async throws -> Reply {
        if let action = turn.action { return try Desk(settings: settings, turn: turn).answer(action) }
        if let text = turn[Self.text] { return try Listener(settings: settings, turn: turn).hear(text) }
        guard let customer = turn[Self.customer], let event = turn.event else { return Reply() }
        return try happened(event, to: customer, turn)
    }

    public func check() -> [Finding] { Findings(settings).all }

    private func happened(_ event: Turn.Event, to customer: String, _ turn: Turn) throws -> Reply {
        var reply = Reply()
        if event.name.hasPrefix("conversation.") {
            Listener(settings: settings, turn: turn).note(event.name, in: &reply)
        }
        guard turn.isOfClient || settings.rules.makingClients.contains(event.name) else { return reply }
        let reviewer = Reviewer(settings: settings, turn: turn, customer: customer)
        let canWait = event.name != Reviewer.timer && !settings.rules.weightyEvents.contains(event.name)
        if canWait, let next = reviewer.tooSoon {
            try turn.schedule.at(next, Reviewer.timer)
            let minutes = ((next - turn.clock.now) / .seconds(60)).rounded(.up)
            reply.because = "\(event.name): was reviewed lately, to be reviewed again in \(Int(minutes)) min"
            return reply
        }
        let review = try reviewer.review(turn.contact)
        try reviewer.record(review, in: &reply)
        reply.because = "\(event.name): \(review.because(settings))"
        return reply
    }
}

extension Turn {
    /// Somebody who bought, or whom staff already look after: a stranger is no matter of this skill.
    var isOfClient: Bool {
        self[ClientManagement.stage] != nil || self[ClientManagement.profileType] == "existing"
    }

    /// What is remembered of the customer's messages.
    var contact: Contact {
        var contact = self[ClientManagement.contact] ?? Contact()
        (contact.last, contact.waitingSince) = (self[ClientManagement.spoken], self[ClientManagement.waiting])
        return contact
    }

    /// Names of the agents by their ids.
    func agentNames() throws -> [String: String] {
        Dictionary(try agents.list().map { ($0.id, $0["name"]?.text ?? $0.id) }) { first, _ in first }
    }
}
