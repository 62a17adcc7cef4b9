internal import CSkillABI

/// One message or event, and what the host offers while it is answered.
public struct Turn: Sendable {
    /// What happened, when the turn is an event or a timer instead of a message.
    public struct Event: Sendable {
        public let id: String
        public let name: String
        public let data: Value
    }

    public enum LogLevel: Int32, Sendable { case debug, info, notice, warning, error }

    let id: UInt64
    let deadline: Int64
    let flags: UInt32
    @usableFromInline let context: Context
    let host: Host
    let loop: Loop

    /// Nil when the key has no value in this turn or the manifest does not declare it.
    @inlinable
    public subscript<Content>(key: Key<Content>) -> Content? {
        withExtendedLifetime(context) {
            guard let value = context.value(of: key.name) else { return nil }
            return Content(value)
        }
    }

    /// The values of an area by their names inside it: `["industry": …]` for `profile.*`.
    public subscript(group: KeyGroup) -> [String: Value] { context.values(after: group.prefix) }

    /// Set in a turn of kind `event`: what the manifest names under `on`, or a timer.
    public var event: Event? {
        guard let name = self[Key<String>("event.name")] else { return nil }
        return Event(
            id: self[Key("event.id")] ?? "", name: name, data: self[Key<Value>("event.data")] ?? .null)
    }

    /// An earlier skill claimed this turn and this one observes.
    public var isClaimed: Bool { flags & SK_TURN_CLAIMED != 0 }
    /// A recorded turn is run again; nothing will be committed.
    public var isReplay: Bool { flags & SK_TURN_REPLAY != 0 }

    /// How long an answer is still of use.
    public var remaining: Duration { .nanoseconds(deadline - host.monotonicNanoseconds()) }

    public var store: DocumentStore { DocumentStore(turn: self) }
    public var customers: Customers { Customers(turn: self) }
    public var history: History { History(turn: self) }
    public var agents: Agents { Agents(turn: self) }
    public var schedule: Schedule { Schedule(turn: self) }
    public var knowledge: Knowledge { Knowledge(turn: self) }
    public var catalog: Catalog { Catalog(turn: self) }
    public var links: Links { Links(turn: self) }
    public var hours: Hours { Hours(turn: self) }
    public var clock: TurnClock { TurnClock(turn: self) }

    /// One line for the host's log.
    public func log(_ level: LogLevel = .info, _ message: String) { host.log(level, turn: id, message) }

    /// Adds to a counter of this skill in the host's metrics.
    public func count(_ name: String, by amount: Int = 1) { host.count(name, by: Int64(amount)) }

    /// One request to an extension that has no property here, `com.acme.maps/1` for instance.
    public func ask(_ service: String, _ request: [String: Value]) throws(HostError) -> Value {
        try host.ask(host.service(service), turn: id, request)
    }
}

/// The keys every host provides.
extension Turn {
    public static let kind = Key<String>("turn.kind")
    public static let text = Key<String>("turn.text")
    public static let channel = Key<String>("turn.channel")
    public static let locale = Key<String>("turn.locale")
    public static let at = Key<Timestamp>("turn.at")
    public static let customer = Key<String>("customer.id")
    public static let customerName = Key<String>("customer.name?")
    public static let conversation = Key<String>("conversation.id")
    public static let status = Key<String>("conversation.status")
    /// The human who holds the conversation, and the one it waits for.
    public static let agent = Key<String>("conversation.agent?")
    public static let assignee = Key<String>("conversation.assignee?")
    /// Whether somebody is there to answer, and, while nobody is, from when on.
    public static let isOpen = Key<Bool>("business.open")
    public static let opensAt = Key<Timestamp>("business.opens_at?")
    public static let intent = Key<String>("intent.name")
}
