/// What can be asked of a store. Used on the thread that borrowed it.
public protocol StoreReader {
    func customer(_ id: String) throws -> Customer?
    func customers(_ query: Query) throws -> Page<Customer>
    /// What skills last wrote into the context of this customer.
    func context(customer: String) throws -> [String: Value]
    func identity(channel: String, account: String, external: String) throws -> Identity?
    func identities(customer: String) throws -> [Identity]
    /// Newest last.
    func orders(customer: String) throws -> [Order]
    /// Who is known by that, in the order of their ids.
    func customers(knownBy clue: CustomerClue) throws -> [String]
    /// Of paid orders, from one month (202503) to another; what sold best first, ties by id.
    func sales(from first: Int64, through last: Int64) throws -> [Sales]

    /// What would become of the other; nil when one of them is not there.
    func merging(_ other: String, into customer: String) throws -> MergeSummary?
    func merge(_ id: String) throws -> Merge?
    /// The last first; filters: customer, other.
    func merges(_ query: Query) throws -> Page<Merge>
    /// Into whom everybody was merged who was.
    func mergedCustomers() throws -> [String: String]

    func conversation(_ id: String) throws -> Conversation?
    /// The customer's open one on a channel, the newest if there are several.
    func openConversation(customer: String, channel: String, account: String) throws -> Conversation?
    /// Filters: customer, channel, status, agent, assignee; sort: opened_at, updated_at.
    func conversations(_ query: Query) throws -> Page<Conversation>
    func conversationCount(customer: String) throws -> Int64
    /// How many conversations each agent holds, or was given and has not taken yet.
    func held() throws -> [String: Int64]
    /// Who is next and was given to nobody: what is noted as urgent, then the highest priority, then who waits longest; for one of these competences, or for one that is none of the others.
    func queued(for competences: [String], orNoneOf known: [String]) throws -> Conversation?
    /// One that waits for an agent who is not among these.
    func assigned(toNoneOf agents: [String]) throws -> Conversation?
    /// Conversations whose human has been silent for so long that the bot goes on.
    func dueReturns(_ now: Timestamp, limit: Int) throws -> [String]
    /// In order, after a sequence number.
    func messages(conversation: String, after: Int64, limit: Int) throws -> [Message]
    /// The last ones, oldest first, drafts left out.
    func recent(conversation: String, limit: Int) throws -> [Message]

    /// The turn that took this message, if it was received.
    func turn(for key: InboundKey) throws -> String?
    /// The record as JSON (`TurnRecord.value`).
    func turn(_ id: String) throws -> Value?
    /// The newest that a message began; where there is none, the newest.
    func lastTurn() throws -> String?
    /// Newest first; filters: customer, conversation.
    func turns(_ query: Query) throws -> Page<Value>

    func document(_ collection: String, _ id: String) throws -> Document?
    /// Throws `badQuery` when a field is unknown or not indexed.
    func documents(_ collection: String, _ query: Query) throws -> Page<Document>

    /// How many documents each value of an indexed field has; with states, only of those that are in one of them.
    func counts(_ collection: String, by field: String, in states: StateFilter?) throws -> [String: Int64]
    /// Which agent was given something when, as a number that grows.
    func assignments(_ collection: String, field: String) throws -> [String: Int64]

    func events(after sequence: Int64, limit: Int) throws -> [Event]
    /// Of one conversation, the last ones, oldest first.
    func events(conversation: String, limit: Int) throws -> [Event]
    func lastEvent() throws -> Int64
    /// Waiting, due, and first of their stream; in commit order.
    func dueDeliveries(_ now: Timestamp, limit: Int) throws -> [Delivery]
    func wakeup(_ id: String) throws -> Wakeup?
    /// Of these skills; what is for others waits until they are back.
    func dueWakeups(_ now: Timestamp, skills: [String], limit: Int) throws -> [Wakeup]

    func agents() throws -> [Agent]
    func tokens() throws -> [AccessToken]
    /// Each document that falls into the period, as a measure sees it.
    func each(
        of measure: Measure, in collection: CollectionDeclaration, from start: Timestamp, to end: Timestamp,
        withChannel: Bool, _ body: (MeasuredDocument) -> Void)
        throws
    /// Each conversation that was opened in the period.
    func eachConversation(
        from start: Timestamp, to end: Timestamp, _ body: (MeasuredConversation) -> Void) throws
    /// Each order that was paid in the period, and stayed so.
    func eachPaidOrder(
        from start: Timestamp, to end: Timestamp, _ body: (Timestamp, Double?) -> Void) throws
    /// Everything kept of one person, by kind.
    func export(customer: String) throws -> Value?
}

/// Documents in one of these states.
public struct StateFilter: Sendable, Hashable {
    public var field: String
    public var states: [String]

    public init(field: String, states: [String]) {
        self.field = field
        self.states = states
    }
}
