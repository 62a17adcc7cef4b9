/// A fact that was committed.
public struct Event: Sendable, Hashable {
    public var id: String
    /// Its place in the store's order; the store gives it, 0 until then.
    public var sequence: Int64 = 0
    public var name: String
    public var customer: String?
    public var conversation: String?
    /// The skill that emitted it, or `host`.
    public var source: String
    public var data: Value
    public var at: Timestamp
    /// How many events led to this one.
    public var depth: Int

    public init(
        id: String, name: String, customer: String?, conversation: String?, source: String, data: Value,
        at: Timestamp, depth: Int = 0
    ) {
        self.id = id
        self.name = name
        self.customer = customer
        self.conversation = conversation
        self.source = source
        self.data = data
        self.at = at
        self.depth = depth
    }

    public var value: Value {
        .compact([
            "id": .text(id), "seq": .int(sequence), "name": .text(name), "customer": customer.map(Value.text),
            "conversation": conversation.map(Value.text), "source": .text(source), "data": data,
            "at": .timestamp(at),
        ])
    }
}

/// A turn of kind `event` that is still to be run: an event for one of its subscribers, or a timer of a skill.
public struct Wakeup: Sendable, Hashable {
    /// Event id + skill, or skill + customer + the timer's name: setting it again replaces it.
    public var id: String
    public var dueAt: Timestamp
    public var skill: String
    public var name: String
    public var customer: String?
    public var conversation: String?
    public var data: Value
    public var depth: Int
    /// How many turns may still follow from what this one makes happen.
    public var budget = 0

    public init(
        id: String, dueAt: Timestamp, skill: String, name: String, customer: String?, conversation: String?,
        data: Value, depth: Int
    ) {
        self.id = id
        self.dueAt = dueAt
        self.skill = skill
        self.name = name
        self.customer = customer
        self.conversation = conversation
        self.data = data
        self.depth = depth
    }

    /// It is another customer's now, under whose name a timer is set.
    public mutating func move(from old: String, to new: String) {
        guard customer == old else { return }
        customer = new
        if id == "\(skill)/\(old)/\(name)" { id = "\(skill)/\(new)/\(name)" }
    }
}

/// Something to be done outside, once what it follows from is committed.
public struct Delivery: Sendable, Hashable {
    public enum State: String, Sendable, Hashable { case waiting, done, failed, recalled }

    public var id: String
    /// Deliveries of one stream leave in order: a conversation, or a webhook's address.
    public var stream: String
    public var conversation: String?
    /// Whose data it carries, so that erasing finds it; the store takes it from the conversation where there is one.
    public var customer: String?
    /// Who says it: what the bot says is recalled when a human takes over, what a human says is not.
    public var author: Message.Author = .bot
    /// Who carries it: `webhook`, or a channel's name.
    public var carrier: String
    public var payload: Value
    public var state: State = .waiting
    public var attempts: Int64 = 0
    public var dueAt: Timestamp
    public var error: String?
    /// The order in which they were committed; the store gives it.
    public var sequence: Int64 = 0

    public init(
        id: String, stream: String, conversation: String?, carrier: String, payload: Value, dueAt: Timestamp
    ) {
        self.id = id
        self.stream = stream
        self.conversation = conversation
        self.carrier = carrier
        self.payload = payload
        self.dueAt = dueAt
    }
}
