/// Where everything lasts. SQLite by default, PostgreSQL when one machine is not enough.
public protocol Store: Sendable {
    /// Makes room for the collections of the skills that are about to run: their indexes and unique keys.
    func declare(_ collections: [CollectionDeclaration]) throws(StoreError)

    /// Commits each in order, durably, together where it can; the answers stand in the same order.
    ///
    /// Called by one thread only. Every outcome is final: what is not `committed` left nothing behind.
    func commit(_ batch: [Commit]) -> [CommitOutcome]

    /// Lends a reader that sees the last commit or, where it was remembered, a later one; none of its answers outlives
    /// the call as a lock.
    func read<Result>(_ body: (any StoreReader) throws -> Result) throws -> Result

    /// Called now and then while no turn comes: puts things in order and never holds up a turn that does come.
    func idle()

    /// Writes everything anew, without free space and without anything that was ever erased; turns may wait meanwhile.
    func compact() throws(StoreError)
}

/// A store that leaves nothing behind has nothing to do.
extension Store {
    public func idle() {}
    public func compact() throws(StoreError) {}
}

/// What is to be written together or not at all.
public struct Commit: Sendable {
    public var writes: [Write]

    public init(_ writes: [Write] = []) { self.writes = writes }
}

/// One write, with what it expects to find.
public enum Write: Sendable {
    /// Conflicts when the message was received before.
    case receive(InboundKey, turn: String)
    /// Conflicts when the id is taken.
    case open(Conversation)
    /// Conflicts when the conversation is gone or its epoch is not `expecting`; sets all that changes in the life of
    /// one: status, epoch, agent, competence, turns, topics, `updatedAt`. Turns and topics of one that had more turns
    /// since stay.
    case update(Conversation, expecting: Int64)
    case message(Message)
    /// Marks a draft as sent or thrown away by taking it out.
    case removeMessage(conversation: String, sequence: Int64)
    /// Conflicts when a turn of that id was committed before: a wakeup that comes twice has one effect.
    case turn(EncodedTurn)
    /// Conflicts unless the stored version is `expecting` (0: not stored yet; nil: whatever it is). The store counts up.
    case customer(Customer, expecting: Int64?)
    /// Conflicts when the customer is not there (any more); writes nothing.
    case require(customer: String)
    /// What skills wrote into the context, kept for the next turn of this customer; replaces what was kept.
    case context(customer: String, [String: Value])
    case identity(Identity)
    case order(Order)
    /// Conflicts unless the stored version is `expecting` (0: not stored yet), or when a unique key is taken.
    case document(Document, expecting: Int64)
    case removeDocument(collection: String, id: String, expecting: Int64)
    /// It was this agent's turn; the next of the same kind is somebody else's, where there is a choice.
    case assigned(collection: String, field: String, agent: String)
    case event(Event)
    /// Replaces one of the same id.
    case wakeup(Wakeup)
    case removeWakeup(String)
    case delivery(Delivery)
    /// What the bot says in it and has not left yet does not leave any more.
    case recall(conversation: String)
    case agent(Agent)
    case removeAgent(String)
    case token(AccessToken)
    case removeToken(String)
    /// Conflicts when one of the two is not there.
    case merge(Merge)
    /// Conflicts when it was undone already, or the other is there again.
    case unmerge(String, at: Timestamp)
    /// Everything of one person, everywhere; of the one he was merged into, if he was.
    case erase(customer: String)
    /// Forgets traces, done deliveries and events older than this, the oldest 2000 of each at a time so that no
    /// turn waits: ask again and again. Answers stay, for messages that come again.
    case prune(before: Timestamp)
}

/// What became of one commit of a batch.
public enum CommitOutcome: Sendable, Hashable {
    case committed
    /// Somebody else changed what this was built on: load again and run again.
    case conflict(String)
    /// Another host owns this lane now.
    case fenced
    /// Nothing can be written now; trying later may help.
    case unavailable(String)
}

/// Why the store did not answer; the words say what to do.
public struct StoreError: Error, Hashable, CustomStringConvertible {
    public enum Kind: Sendable, Hashable {
        /// Locked, full, read-only: may pass.
        case unavailable
        /// A file that is not ours, from a newer version, or damaged.
        case unusable
        /// A filter or sort that was not declared.
        case badQuery
    }

    public var kind: Kind
    public var description: String

    public init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }
}
