import ConciergeCore
import SQLite

/// Somebody else changed what a write was built on.
struct Conflict: Error {
    var reason: String

    init(_ reason: String) { self.reason = reason }
}

/// The writes of one batch, inside its transaction.
struct Writing {
    let connection: Connection
    let collections: Collections
    /// What stood before the batch; nil when it erases or merges somebody.
    let before: RecentFacts?

    /// Writes one commit or nothing of it; throws when the whole transaction is lost.
    func attempt(_ commit: Commit, path: String, undoable: Bool) throws -> CommitOutcome {
        do {
            if undoable {
                try connection.savepoint { try apply(commit) }
            } else {
                try apply(commit)
            }
            return .committed
        } catch let conflict as Conflict {
            return .conflict(conflict.reason)
        } catch let error as SQLiteError where connection.isInTransaction && error.condition != .readOnly {
            guard error.condition == .constraint else {
                return .unavailable(StoreError(error, path: path).description)
            }
            return .conflict("a key is taken: \(error.message)")
        } catch let error as StoreError {
            return .unavailable(error.description)
        }
    }

    private func apply(_ commit: Commit) throws {
        var messages = Messages(commit)
        for write in commit.writes {
            switch write {
            case .open(let conversation): try open(conversation, adding: messages.take(in: conversation.id))
            case .update(let conversation, let epoch):
                try update(conversation, expecting: epoch, adding: messages.take(in: conversation.id))
            case .message: break
            default: try apply(write)
            }
        }
        try append(messages)
    }

    private func apply(_ write: Write) throws {
        switch write {
        case .receive(let key, let turn): try receive(key, turn: turn)
        case .removeMessage(let conversation, let sequence):
            try removeMessage(conversation: conversation, sequence: sequence)
        case .turn(let record): try append(record)
        case .customer(let customer, let version): try put(customer, expecting: version)
        case .require(let customer): try require(customer: customer)
        case .context(let customer, let context): try keep(context, customer: customer)
        case .identity(let identity): try put(identity)
        case .order(let order): try put(order)
        case .document(let document, let version): try put(document, expecting: version)
        case .removeDocument(let collection, let id, let version):
            try removeDocument(collection, id, expecting: version)
        default: try applyAfterwards(write)
        }
    }

    /// What follows from a turn, and what staff and the host itself write.
    private func applyAfterwards(_ write: Write) throws {
        switch write {
        case .event(let event): try append(event)
        case .wakeup(let wakeup): try put(wakeup)
        case .removeWakeup(let id): try connection.run("DELETE FROM wakeups WHERE id = ?", id)
        case .delivery(let delivery): try put(delivery)
        case .recall(let conversation): try recall(conversation: conversation)
        case .assigned(let collection, let field, let agent): try assign(agent, collection, field)
        case .agent(let agent): try put(agent)
        case .removeAgent(let id): try connection.run("DELETE FROM agents WHERE id = ?", id)
        case .token(let token): try put(token)
        case .removeToken(let id): try connection.run("DELETE FROM tokens WHERE id = ?", id)
        case .merge(let merge): try self.merge(merge)
        case .unmerge(let id, let time): try unmerge(id, at: time)
        case .erase(let customer): try erase(customer: customer)
        case .prune(let time): try prune(before: time)
        default: preconditionFailure("a write that nobody carries out")
        }
    }
}
