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

    func conversation(_ id: String) throws -> Conversation?
    /// The customer's open one on a channel, the newest if there are several.
    func openConversation(customer: String, channel: String, account: String) throws -> Conversation?
    /// Filters: customer, channel, status; sort: opened_at, updated_at.
    func conversations(_ query: Query) throws -> Page<Conversation>
    /// In order, after a sequence number.
    func messages(conversation: String, after: Int64, limit: Int) throws -> [Message]
    /// The last ones, oldest first, drafts left out.
    func recent(conversation: String, limit: Int) throws -> [Message]

    /// The turn that took this message, if it was received.
    func turn(for key: InboundKey) throws -> String?
    /// The record as JSON (`TurnRecord.value`).
    func turn(_ id: String) throws -> Value?
    func lastTurn() throws -> String?
    /// Newest first; filters: customer, conversation.
    func turns(_ query: Query) throws -> Page<Value>

    func document(_ collection: String, _ id: String) throws -> Document?
    /// Throws `badQuery` when a field is unknown or not indexed.
    func documents(_ collection: String, _ query: Query) throws -> Page<Document>

    func events(after sequence: Int64, limit: Int) throws -> [Event]
    func lastEvent() throws -> Int64
    /// Waiting, due, and first of their stream; in commit order.
    func dueDeliveries(_ now: Timestamp, limit: Int) throws -> [Delivery]
    /// Of these skills; what is for others waits until they are back.
    func dueWakeups(_ now: Timestamp, skills: [String], limit: Int) throws -> [Wakeup]

    func agents() throws -> [Agent]
    func tokens() throws -> [AccessToken]
    /// Everything kept of one person, by kind.
    func export(customer: String) throws -> Value?
}
