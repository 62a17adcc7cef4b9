import ConciergeCore
import SQLite

/// Where a message lies: the number of its conversation, then its sequence, in one integer.
enum Place {
    static let bits: Int64 = 24
    static let longest: Int64 = 1 << bits - 1
}

extension Writing {
    func receive(_ key: InboundKey, turn: String) throws {
        let added = try connection.run(
            "INSERT INTO inbound (scope, message_id, channel, turn) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            key.scope, key.messageID, key.channel, turn)
        guard added == 1 else { throw Conflict("message '\(key.messageID)' was received before") }
    }

    func open(_ conversation: Conversation) throws {
        let added = try connection.run(
            """
            INSERT INTO conversations (id, customer, channel, account, status, epoch, agent, competence,
                customer_turns, topics, opened_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """,
            conversation.id, conversation.customer, conversation.channel, conversation.account,
            conversation.status.rawValue, conversation.epoch, conversation.agent, conversation.competence,
            conversation.customerTurns, StoredJSON.encode(conversation.topics),
            conversation.openedAt.milliseconds,
            conversation.updatedAt.milliseconds)
        guard added == 1 else { throw Conflict("conversation '\(conversation.id)' exists already") }
    }

    func update(_ conversation: Conversation, expecting epoch: Int64) throws {
        let changed = try connection.run(
            """
            UPDATE conversations SET status = ?, epoch = ?, agent = ?, competence = ?, customer_turns = ?,
                topics = ?, updated_at = ?
            WHERE id = ? AND epoch = ?
            """,
            conversation.status.rawValue, conversation.epoch, conversation.agent, conversation.competence,
            conversation.customerTurns, StoredJSON.encode(conversation.topics),
            conversation.updatedAt.milliseconds,
            conversation.id, epoch)
        guard changed == 1 else {
            throw Conflict(
                "conversation '\(conversation.id)' was taken over, released, closed or erased meanwhile")
        }
    }

    func append(_ message: Message) throws {
        let place = try connection.first(
            """
            UPDATE conversations SET messages = messages + 1 WHERE id = ? AND messages < ?
            RETURNING number << 24 | messages
            """, message.conversation, Place.longest
        ) { $0.int(0) }
        guard let place else { throw Conflict("conversation '\(message.conversation)' is gone, or full") }
        try connection.run(
            """
            INSERT INTO messages (place, turn, author, agent, kind, text, message_id, actions, offer, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            place, message.turn, message.author.rawValue, message.agent, message.kind?.rawValue, message.text,
            message.messageID, message.actions.isEmpty ? nil : StoredJSON.encode(message.actions),
            message.offer,
            message.at.milliseconds)
    }

    func removeMessage(conversation: String, sequence: Int64) throws {
        let removed = try connection.run(
            "DELETE FROM messages WHERE place = (SELECT number << 24 | ? FROM conversations WHERE id = ?)",
            sequence, conversation)
        guard removed == 1 else {
            throw Conflict("message \(sequence) of conversation '\(conversation)' is gone")
        }
    }

    func append(_ turn: EncodedTurn) throws {
        let added = try connection.run(
            """
            INSERT INTO turns (id, kind, customer, conversation, at, answer)
            VALUES (?1, ?2, coalesce(?3, (SELECT customer FROM conversations WHERE id = ?4)), ?4, ?5, ?6)
            ON CONFLICT DO NOTHING
            """,
            turn.id, turn.kind, turn.customer, turn.conversation, turn.at.milliseconds, turn.answer)
        guard added == 1 else { throw Conflict("turn '\(turn.id)' was committed before") }
        try connection.run(
            "INSERT INTO traces (number, at, record) VALUES (?, ?, ?)", connection.lastInsertedNumber,
            turn.at.milliseconds, turn.record)
    }
}
