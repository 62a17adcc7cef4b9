import ConciergeCore
import Synchronization

/// What turns ask for again and again, without a question to SQLite.
///
/// Right because this process alone writes the file: the writer tells of each commit here before anybody hears that
/// it stands. A commit that conflicts or fails makes us forget, so whoever runs again reads the file.
final class RecentFacts: Sendable {
    struct Channel: Hashable, Sendable {
        var customer: String
        var name: String
        var account: String
    }

    struct DocumentKey: Hashable, Sendable {
        var collection: String
        var id: String
    }

    let conversations = Recent<String, Conversation>()
    /// The open conversation of a customer on a channel.
    let open = Recent<Channel, String>()
    let customers = Recent<String, Customer>()
    /// How many conversations a customer has.
    let counts = Recent<String, Int64>()
    /// All of them, under one key.
    let agents = Recent<String, [Agent]>(generation: 1)
    let contexts = Recent<String, [String: Value]>()
    let documents = Recent<DocumentKey, Document>()
    /// What sold best from that month on.
    let sales = Recent<Int64, [Sales]>(generation: 4)
    private let commits = Atomic<UInt64>(0)

    /// The last commit that was told of: what is read from now on is at least as new.
    var lastCommit: UInt64 { commits.load(ordering: .acquiring) }

    /// Takes up what a batch made of the file.
    func tell(_ batch: [Commit], _ outcomes: [CommitOutcome]) {
        let number = next()
        for (commit, outcome) in zip(batch, outcomes) {
            for write in commit.writes { tell(write, isCommitted: outcome == .committed, number) }
        }
    }

    /// Nobody knows what the file holds now.
    func forgetAll() { forgetAll(next()) }

    private func forgetAll(_ number: UInt64) {
        conversations.forgetAll(number)
        open.forgetAll(number)
        customers.forgetAll(number)
        counts.forgetAll(number)
        agents.forgetAll(number)
        contexts.forgetAll(number)
        documents.forgetAll(number)
        sales.forgetAll(number)
    }

    private func next() -> UInt64 { commits.wrappingAdd(1, ordering: .acquiringAndReleasing).newValue }

    private func tell(_ write: Write, isCommitted: Bool, _ number: UInt64) {
        switch write {
        case .open(let conversation):
            conversations.changed(conversation.id, to: isCommitted ? conversation : nil, by: number)
            let isOpen = isCommitted && conversation.status != .closed
            open.changed(Channel(of: conversation), to: isOpen ? conversation.id : nil, by: number)
            counts.changed(conversation.customer, to: nil, by: number)
        case .update(let conversation, _):
            let old = isCommitted ? conversations[conversation.id] : nil
            conversations.changed(conversation.id, to: old.map(conversation.stored), by: number)
            if conversation.status == .closed || !isCommitted {
                open.changed(Channel(of: conversation), to: nil, by: number)
            }
        case .customer(let customer, let version):
            customers.changed(
                customer.id, to: isCommitted ? customer.stored(after: version) : nil, by: number)
        case .require(let customer): if !isCommitted { customers.changed(customer, to: nil, by: number) }
        case .context(let customer, let context):
            contexts.changed(customer, to: isCommitted && context.isSmall ? context : nil, by: number)
        case .document(let document, let version):
            let key = DocumentKey(collection: document.collection, id: document.id)
            let stored = isCommitted && document.body.isSmall ? document.stored(after: version) : nil
            documents.changed(key, to: stored, by: number)
        case .removeDocument(let collection, let id, _):
            documents.changed(DocumentKey(collection: collection, id: id), to: nil, by: number)
        case .order: sales.forgetAll(number)
        case .agent, .removeAgent: agents.forgetAll(number)
        case .erase, .merge, .unmerge: if isCommitted { forgetAll(number) }
        default: break
        }
    }
}

extension RecentFacts.Channel {
    init(of conversation: Conversation) {
        self.init(
            customer: conversation.customer, name: conversation.channel, account: conversation.account)
    }
}

extension Conversation {
    /// As it stands in the file after it was written over that one, which may have had more turns.
    fileprivate func stored(over old: Conversation) -> Conversation {
        guard old.customerTurns > customerTurns else { return self }
        var stored = self
        stored.customerTurns = old.customerTurns
        stored.topics = old.topics
        return stored
    }
}

extension Customer {
    /// As it stands in the file after it was written; nil when only the file knows its version.
    fileprivate func stored(after version: Int64?) -> Customer? {
        guard let version, attributes.isSmall else { return nil }
        var stored = self
        stored.version = version + 1
        return stored
    }
}

extension Document {
    fileprivate func stored(after version: Int64) -> Document {
        var stored = self
        stored.version = version + 1
        return stored
    }
}
