import ConciergeCore
import SQLite

/// Where a message lies: the number of its conversation, then its sequence, in one integer.
enum Place {
    static let bits: Int64 = 24
    static let longest: Int64 = 1 << bits - 1
}

/// The messages of one commit, counted so that a conversation's row is written once for all of them.
struct Messages {
    private(set) var byConversation: [(conversation: String, messages: [Message])] = []
    /// Conversations whose own write took the count in.
    private(set) var counted: Set<String> = []

    init(_ commit: Commit) {
        for case .message(let message) in commit.writes {
            if let index = byConversation.firstIndex(where: { $0.conversation == message.conversation }) {
                byConversation[index].messages.append(message)
            } else {
                byConversation.append((message.conversation, [message]))
            }
        }
    }

    mutating func take(in conversation: String) -> Added {
        guard let found = byConversation.first(where: { $0.conversation == conversation }),
            counted.insert(conversation).inserted
        else { return Added([]) }
        return Added(found.messages)
    }

    /// What a conversation's row keeps of the messages that are added to it.
    struct Added {
        var count: Int64
        var answeredAt: Int64?
        var humanAt: Int64?

        init(_ messages: [Message]) {
            count = Int64(messages.count)
            answeredAt = messages.first { $0.author == .bot || $0.author == .agent }?.at.milliseconds
            humanAt = messages.first { $0.author == .agent }?.at.milliseconds
        }
    }
}

extension Writing {
    func receive(_ key: InboundKey, turn: String) throws {
        let added = try connection.run(
            "INSERT INTO inbound (scope, message_id, channel, turn) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            key.scope, key.messageID, key.channel, turn)
        guard added == 1 else { throw Conflict("message '\(key.messageID)' was received before") }
    }

    func open(_ conversation: Conversation, adding messages: Messages.Added) throws {
        let added = try connection.run(
            """
            INSERT INTO conversations (id, customer, channel, account, status, epoch, agent, competence,
                customer_turns, topics, opened_at, updated_at, messages, assignee, queued_at, returns_at, handoff,
                answered_at, human_at, handed_at, held_since)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                CASE WHEN ?5 IN ('queued', 'human') THEN ?12 END, CASE WHEN ?5 = 'human' THEN ?12 END)
            ON CONFLICT DO NOTHING
            """,
            conversation.id, conversation.customer, conversation.channel, conversation.account,
            conversation.status.rawValue, conversation.epoch, conversation.agent, conversation.competence,
            conversation.customerTurns, StoredJSON.encode(conversation.topics),
            conversation.openedAt.milliseconds, conversation.updatedAt.milliseconds, messages.count,
            conversation.handoff.assignee, conversation.handoff.queuedAt?.milliseconds,
            conversation.handoff.returnsAt?.milliseconds, conversation.handoff.stored, messages.answeredAt,
            messages.humanAt)
        guard added == 1 else { throw Conflict("conversation '\(conversation.id)' exists already") }
    }

    func update(
        _ conversation: Conversation, expecting epoch: Int64, adding messages: Messages.Added
    ) throws {
        let changed = try connection.run(
            """
            UPDATE conversations SET status = ?, epoch = ?, agent = ?, competence = ?,
                customer_turns = max(customer_turns, ?),
                topics = CASE WHEN customer_turns > ?5 THEN topics ELSE ? END,
                updated_at = ?, messages = messages + ?, assignee = ?, queued_at = ?, returns_at = ?, handoff = ?,
                answered_at = coalesce(answered_at, ?15), human_at = coalesce(human_at, ?16),
                handed_at = coalesce(handed_at, CASE WHEN ?1 IN ('queued', 'human') THEN ?7 END),
                held_ms = held_ms + CASE WHEN status = 'human' AND ?1 <> 'human'
                    THEN max(0, ?7 - coalesce(held_since, ?7)) ELSE 0 END,
                held_since = CASE WHEN ?1 = 'human'
                    THEN CASE WHEN status = 'human' THEN coalesce(held_since, ?7) ELSE ?7 END END
            WHERE id = ?13 AND epoch = ?14
            """,
            conversation.status.rawValue, conversation.epoch, conversation.agent, conversation.competence,
            conversation.customerTurns, StoredJSON.encode(conversation.topics),
            conversation.updatedAt.milliseconds, messages.count, conversation.handoff.assignee,
            conversation.handoff.queuedAt?.milliseconds, conversation.handoff.returnsAt?.milliseconds,
            conversation.handoff.stored, conversation.id, epoch, messages.answeredAt, messages.humanAt)
        guard changed == 1 else {
            throw Conflict(
                "conversation '\(conversation.id)' was taken over, released, closed or erased meanwhile")
        }
    }

    /// Each gets the next sequence number of its conversation.
    func append(_ messages: Messages) throws {
        for (conversation, added) in messages.byConversation {
            if !messages.counted.contains(conversation) {
                let facts = Messages.Added(added)
                try connection.run(
                    """
                    UPDATE conversations SET messages = messages + ?, answered_at = coalesce(answered_at, ?),
                        human_at = coalesce(human_at, ?)
                    WHERE id = ?
                    """, facts.count, facts.answeredAt, facts.humanAt, conversation)
            }
            let last = try connection.first(
                "SELECT number << 24 | messages, messages FROM conversations WHERE id = ?", conversation
            ) { (place: $0.int(0), number: $0.int(1)) }
            guard let last, last.number <= Place.longest else {
                throw Conflict("conversation '\(conversation)' is gone, or full")
            }
            for (index, message) in added.enumerated() {
                try append(message, at: last.place - Int64(added.count - 1 - index))
            }
        }
    }

    private func append(_ message: Message, at place: Int64) throws {
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
