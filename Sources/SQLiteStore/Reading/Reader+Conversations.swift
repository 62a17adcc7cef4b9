import ConciergeCore
import SQLite

extension Reader {
    func conversation(_ id: String) throws -> Conversation? {
        if let known = recent.conversations[id] { return known }
        let found = try connection.first(
            """
            SELECT id, customer, channel, account, status, epoch, agent, competence, customer_turns, topics,
                opened_at, updated_at, assignee, queued_at, returns_at, handoff FROM conversations WHERE id = ?
            """, id, map: Self.conversation)
        if let found { recent.conversations.found(found, for: id, since: lastCommit) }
        return found
    }

    func openConversation(customer: String, channel: String, account: String) throws -> Conversation? {
        let place = RecentFacts.Channel(customer: customer, name: channel, account: account)
        if let known = recent.open[place] { return try conversation(known) }
        let found = try connection.first(
            """
            SELECT id, customer, channel, account, status, epoch, agent, competence, customer_turns, topics,
                opened_at, updated_at, assignee, queued_at, returns_at, handoff FROM conversations
            WHERE customer = ? AND channel = ? AND account = ? AND status <> 'closed'
            ORDER BY opened_at DESC, number DESC LIMIT 1
            """, customer, channel, account, map: Self.conversation)
        if let found { recent.open.found(found.id, for: place, since: lastCommit) }
        return found
    }

    func conversations(_ query: Query) throws -> Page<Conversation> {
        try Self.conversations.page(query, on: connection, map: Self.conversation)
    }

    private static var conversations: Listing {
        Listing(
            name: "conversations", table: "conversations",
            columns: """
                id, customer, channel, account, status, epoch, agent, competence, customer_turns, topics,
                opened_at, updated_at, assignee, queued_at, returns_at, handoff
                """,
            fields: [
                "id": .init(column: "id", type: .text),
                "customer": .init(column: "customer", type: .text, isSortable: false),
                "channel": .init(column: "channel", type: .text, isSortable: false),
                "agent": .init(column: "agent", type: .text, isNullable: true, isSortable: false),
                "assignee": .init(column: "assignee", type: .text, isNullable: true, isSortable: false),
                "status": .init(
                    column: "status", type: .text, isSortable: false,
                    values: Conversation.Status.allCases.map(\.rawValue)),
                "opened_at": .init(column: "opened_at", type: .timestamp),
                "updated_at": .init(column: "updated_at", type: .timestamp),
            ], tie: "id", defaultSort: "opened_at")
    }

    static func conversation(_ row: Row) throws -> Conversation {
        var conversation = Conversation(
            id: row.text(0), customer: row.text(1), channel: row.text(2), account: row.text(3),
            openedAt: row.time(10))
        conversation.status = try row.choice(4)
        conversation.epoch = row.int(5)
        conversation.agent = row.optionalText(6)
        conversation.competence = row.optionalText(7)
        conversation.customerTurns = row.int(8)
        conversation.topics = try row.texts(9)
        conversation.updatedAt = row.time(11)
        conversation.handoff = try Handoff(row, from: 12)
        return conversation
    }

    func conversationCount(customer: String) throws -> Int64 {
        if let known = recent.counts[customer] { return known }
        let count =
            try connection.first(
                "SELECT count(*) FROM conversations WHERE customer = ?", customer
            ) { $0.int(0) } ?? 0
        recent.counts.found(count, for: customer, since: lastCommit)
        return count
    }

    func messages(conversation: String, after: Int64, limit: Int) throws -> [Message] {
        try connection.rows(
            """
            SELECT m.place & 16777215, m.turn, m.author, m.agent, m.kind, m.text, m.message_id, m.actions, m.offer, m.at
            FROM conversations c CROSS JOIN messages m
                ON m.place > c.number << 24 | ?2 AND m.place <= c.number << 24 | 16777215
            WHERE c.id = ?1 ORDER BY m.place LIMIT ?3
            """, conversation, min(max(after, 0), Place.longest), limit
        ) { try Self.message($0, of: conversation) }
    }

    func recent(conversation: String, limit: Int) throws -> [Message] {
        try connection.rows(
            """
            SELECT m.place & 16777215, m.turn, m.author, m.agent, m.kind, m.text, m.message_id, m.actions, m.offer, m.at
            FROM conversations c CROSS JOIN messages m
                ON m.place BETWEEN c.number << 24 AND c.number << 24 | 16777215
            WHERE c.id = ?1 AND m.author <> 'draft' ORDER BY m.place DESC LIMIT ?2
            """, conversation, limit
        ) { try Self.message($0, of: conversation) }.reversed()
    }

    private static func message(_ row: Row, of conversation: String) throws -> Message {
        var message = Message(
            conversation: conversation, author: try row.choice(2), text: row.text(5), at: row.time(9))
        message.sequence = row.int(0)
        message.turn = row.optionalText(1)
        message.agent = row.optionalText(3)
        message.kind = try row.optionalChoice(4)
        message.messageID = row.optionalText(6)
        message.actions = try row.texts(7)
        message.offer = row.optionalText(8)
        return message
    }
}
