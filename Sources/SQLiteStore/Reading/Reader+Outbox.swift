import ConciergeCore
import SQLite

extension Reader {
    func events(after sequence: Int64, limit: Int) throws -> [Event] {
        try connection.rows(
            """
            SELECT sequence, id, name, customer, conversation, source, data, at, depth
            FROM events WHERE sequence > ? ORDER BY sequence LIMIT ?
            """, sequence, limit, map: Self.event)
    }

    func events(conversation: String, limit: Int) throws -> [Event] {
        try connection.rows(
            """
            SELECT sequence, id, name, customer, conversation, source, data, at, depth FROM events
            WHERE customer = (SELECT customer FROM conversations WHERE id = ?1) AND conversation = ?1
            ORDER BY sequence DESC LIMIT ?2
            """, conversation, limit, map: Self.event
        ).reversed()
    }

    static func event(_ row: Row) throws -> Event {
        var event = Event(
            id: row.text(1), name: row.text(2), customer: row.optionalText(3),
            conversation: row.optionalText(4),
            source: row.text(5), data: try row.json(6), at: row.time(7), depth: Int(row.int(8)))
        event.sequence = row.int(0)
        return event
    }

    func lastEvent() throws -> Int64 {
        // The sequence goes on even when the last events were forgotten.
        try connection.first("SELECT seq FROM sqlite_sequence WHERE name = 'events'") { $0.int(0) } ?? 0
    }

    func dueDeliveries(_ now: Timestamp, limit: Int) throws -> [Delivery] {
        try connection.rows(
            """
            SELECT id, stream, conversation, carrier, payload, state, attempts, due_at, error, sequence, customer,
                author
            FROM deliveries WHERE is_next = 1 AND due_at <= ? ORDER BY sequence LIMIT ?
            """, now.milliseconds, limit, map: Self.delivery)
    }

    static func delivery(_ row: Row) throws -> Delivery {
        var delivery = Delivery(
            id: row.text(0), stream: row.text(1), conversation: row.optionalText(2), carrier: row.text(3),
            payload: try row.json(4), dueAt: row.time(7))
        delivery.state = try row.choice(5)
        delivery.attempts = row.int(6)
        delivery.error = row.optionalText(8)
        delivery.sequence = row.int(9)
        delivery.customer = row.optionalText(10)
        delivery.author = try row.choice(11)
        return delivery
    }

    func wakeup(_ id: String) throws -> Wakeup? {
        try connection.first(
            """
            SELECT id, due_at, skill, name, customer, conversation, data, depth, budget
            FROM wakeups WHERE id = ?
            """, id, map: Self.wakeup)
    }

    func dueWakeups(_ now: Timestamp, skills: [String], limit: Int) throws -> [Wakeup] {
        try connection.rows(
            """
            SELECT id, due_at, skill, name, customer, conversation, data, depth, budget
            FROM wakeups WHERE due_at <= ? AND skill IN (SELECT value FROM json_each(?))
            ORDER BY due_at, number LIMIT ?
            """, now.milliseconds, StoredJSON.encode(skills), limit, map: Self.wakeup)
    }

    static func wakeup(_ row: Row) throws -> Wakeup {
        var wakeup = Wakeup(
            id: row.text(0), dueAt: row.time(1), skill: row.text(2), name: row.text(3),
            customer: row.optionalText(4), conversation: row.optionalText(5), data: try row.json(6),
            depth: Int(row.int(7)))
        wakeup.budget = Int(row.int(8))
        return wakeup
    }
}
