import ConciergeCore
import SQLite

extension Writing {
    func append(_ event: Event) throws {
        try connection.run(
            """
            INSERT INTO events (id, name, customer, conversation, source, data, at, depth)
            VALUES (?1, ?2, coalesce(?3, (SELECT customer FROM conversations WHERE id = ?4)), ?4, ?5, ?6, ?7, ?8)
            """,
            event.id, event.name, event.customer, event.conversation, event.source,
            StoredJSON.encode(event.data),
            event.at.milliseconds, event.depth)
    }

    func put(_ wakeup: Wakeup) throws {
        try connection.run(
            """
            INSERT INTO wakeups (id, due_at, skill, name, customer, conversation, data, depth, budget)
            VALUES (?1, ?2, ?3, ?4, coalesce(?5, (SELECT customer FROM conversations WHERE id = ?6)), ?6, ?7, ?8, ?9)
            ON CONFLICT (id) DO UPDATE SET due_at = excluded.due_at, skill = excluded.skill,
                name = excluded.name, customer = excluded.customer, conversation = excluded.conversation,
                data = excluded.data, depth = excluded.depth, budget = excluded.budget
            """,
            wakeup.id, wakeup.dueAt.milliseconds, wakeup.skill, wakeup.name, wakeup.customer,
            wakeup.conversation,
            StoredJSON.encode(wakeup.data), wakeup.depth, wakeup.budget)
    }

    func put(_ delivery: Delivery) throws {
        try connection.run(
            """
            INSERT INTO deliveries (id, stream, customer, conversation, carrier, payload, state, attempts, due_at,
                error, author, is_next)
            VALUES (?1, ?2, coalesce(?3, (SELECT customer FROM conversations WHERE id = ?4)), ?4, ?5, ?6, ?7, ?8,
                ?9, ?10, ?11, 0)
            ON CONFLICT (id) DO UPDATE SET state = excluded.state, attempts = excluded.attempts,
                due_at = excluded.due_at, error = excluded.error,
                is_next = is_next AND excluded.state = 'waiting'
            """,
            delivery.id, delivery.stream, delivery.customer, delivery.conversation, delivery.carrier,
            StoredJSON.encode(delivery.payload), delivery.state.rawValue, delivery.attempts,
            delivery.dueAt.milliseconds,
            delivery.error, delivery.author.rawValue)
        try advance(stream: delivery.stream)
    }

    func recall(conversation: String) throws {
        let streams = try connection.rows(
            """
            UPDATE deliveries SET state = 'recalled', is_next = 0
            WHERE customer = (SELECT customer FROM conversations WHERE id = ?1) AND conversation = ?1
                AND state = 'waiting' AND author = 'bot'
            RETURNING stream
            """, conversation
        ) { $0.text(0) }
        for stream in Set(streams) { try advance(stream: stream) }
    }

    /// Marks the first waiting delivery of a stream: only that one may leave.
    func advance(stream: String) throws {
        try connection.run(
            """
            UPDATE deliveries SET is_next = 1
            WHERE sequence = (SELECT min(sequence) FROM deliveries WHERE stream = ? AND state = 'waiting')
                AND is_next = 0
            """, stream)
    }
}
