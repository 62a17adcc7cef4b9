/// One thread of messages with one customer on one channel.
public struct Conversation: Sendable, Hashable {
    public enum Status: String, Sendable, Hashable, CaseIterable { case bot, queued, human, closed }

    public var id: String
    public var customer: String
    public var channel: String
    public var account: String
    public var status: Status = .bot
    /// Raised by all that staff and the queue do to it; a turn that began under an older one is composed again.
    public var epoch: Int64 = 0
    /// The agent who holds it while `human`.
    public var agent: String?
    /// What kind of agent is wanted, from the queue to the end of his part.
    public var competence: String?
    public var handoff = Handoff()
    public var customerTurns: Int64 = 0
    public var topics: [String] = []
    public var openedAt: Timestamp
    public var updatedAt: Timestamp

    public init(id: String, customer: String, channel: String, account: String = "", openedAt: Timestamp) {
        self.id = id
        self.customer = customer
        self.channel = channel
        self.account = account
        self.openedAt = openedAt
        updatedAt = openedAt
    }

    public var value: Value {
        var entries = handoff.entries
        entries["id"] = .text(id)
        entries["customer"] = .text(customer)
        entries["channel"] = .text(channel)
        entries["status"] = .text(status.rawValue)
        entries["agent"] = agent.map(Value.text)
        entries["competence"] = competence.map(Value.text)
        entries["customer_turns"] = .int(customerTurns)
        entries["opened_at"] = .timestamp(openedAt)
        entries["updated_at"] = .timestamp(updatedAt)
        return .map(entries)
    }
}

/// Why a human is wanted, and how far that got; empty while the bot has it alone.
public struct Handoff: Sendable, Hashable {
    public var reason: String?
    public var priority: Int64?
    /// What is known so far, for the one who takes over.
    public var note: [String: Value] = [:]
    public var queuedAt: Timestamp?
    /// The agent whom it waits for.
    public var assignee: String?
    public var takenAt: Timestamp?
    /// The first word of a human since.
    public var answeredAt: Timestamp?
    /// When the bot goes on, unless the human says something before.
    public var returnsAt: Timestamp?

    public init() {}

    public init(_ wish: Patch.Handoff, at now: Timestamp) {
        reason = wish.reason
        priority = wish.priority
        note = wish.note
        queuedAt = now
    }

    /// Something more urgent came: another human may be the right one, and how long the customer waits still counts.
    public mutating func giveWay(to wish: Patch.Handoff) {
        reason = wish.reason
        priority = wish.priority
        note = wish.note
        assignee = nil
    }

    fileprivate var entries: [String: Value] {
        var entries: [String: Value] = [:]
        entries["reason"] = reason.map(Value.text)
        entries["priority"] = priority.map(Value.int)
        entries["note"] = note.isEmpty ? nil : .map(note)
        entries["queued_at"] = queuedAt.map(Value.timestamp)
        entries["assignee"] = assignee.map(Value.text)
        entries["taken_at"] = takenAt.map(Value.timestamp)
        entries["answered_at"] = answeredAt.map(Value.timestamp)
        entries["returns_at"] = returnsAt.map(Value.timestamp)
        return entries
    }
}

/// One line of a conversation.
public struct Message: Sendable, Hashable {
    public enum Author: String, Sendable, Hashable { case customer, bot, agent, draft }

    public var conversation: String
    /// Its place in the conversation; the store gives it, 0 until then.
    public var sequence: Int64 = 0
    public var turn: String?
    public var author: Author
    /// Who of the staff wrote it.
    public var agent: String?
    public var kind: Utterance.Kind?
    public var text: String
    public var messageID: String?
    public var actions: [String] = []
    public var offer: String?
    public var at: Timestamp

    public init(conversation: String, author: Author, text: String, at: Timestamp) {
        self.conversation = conversation
        self.author = author
        self.text = text
        self.at = at
    }

    public var value: Value {
        .compact([
            "seq": .int(sequence), "turn": turn.map(Value.text), "author": .text(author.rawValue),
            "agent": agent.map(Value.text), "kind": kind.map { .text($0.rawValue) }, "text": .text(text),
            "message_id": messageID.map(Value.text),
            "actions": actions.isEmpty ? nil : .list(actions.map(Value.text)), "offer": offer.map(Value.text),
            "at": .timestamp(at),
        ])
    }
}

/// Something said to the customer.
public struct Utterance: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable { case answer, question, offer, notice }

    public var kind: Kind
    public var text: String
    /// The highest answer is said; equal ones in the order of the skills.
    public var priority: Int64 = 0
    public var actions: [String] = []
    public var offer: String?

    public init(_ kind: Kind, _ text: String) {
        self.kind = kind
        self.text = text
    }

    public var value: Value { Value(written: write) }

    func write(to json: inout JSONWriter) {
        json.object { json in
            if !actions.isEmpty { json.member("actions", actions) }
            json.member("kind", kind.rawValue)
            json.member("offer", offer)
            json.member("text", text)
        }
    }
}
