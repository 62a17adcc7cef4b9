import ConciergeCore
import SQLite

extension Writing {
    /// Everything of one person; the file's free space is overwritten (`secure_delete`), the log is emptied after.
    func erase(customer name: String) throws {
        let customer = try survivor(of: name)
        let names = try PersonalNames(of: customer, on: connection)
        try sweep(names)
        // Turns first: the messages are where they are found.
        for statement in Self.erasingTurns { try connection.run(statement, customer) }
        let streams = try connection.rows(
            "DELETE FROM deliveries WHERE customer = ? RETURNING stream", customer
        ) {
            $0.text(0)
        }
        for stream in Set(streams) { try advance(stream: stream) }
        for statement in Self.erasing { try connection.run(statement, customer) }
        for table in collections.tables { try connection.run(table.erase, customer) }
        for statement in Self.erasingMerges { try connection.run(statement, customer) }
    }

    /// Into whom somebody was merged, in the end.
    private func survivor(of name: String) throws -> String {
        var customer = name
        while let next = try connection.first(
            "SELECT customer FROM merges WHERE other = ?", customer, map: { $0.text(0) })
        {
            customer = next
        }
        return customer
    }

    private static let erasingMerges = [
        "DELETE FROM merged_rows WHERE merge IN (SELECT number FROM merges WHERE \(OfCustomer.merges))",
        "DELETE FROM merges WHERE \(OfCustomer.merges)",
    ].map(SQL.init(built:))

    private static let erasingTurns = [
        "DELETE FROM inbound WHERE channel = 'event' AND turn IN (\(OfCustomer.turns))",
        """
        DELETE FROM inbound WHERE (scope, message_id, channel) IN (
            SELECT c.account, m.message_id, c.channel FROM \(OfCustomer.messages) AND m.message_id IS NOT NULL)
        """,
        "DELETE FROM inbound WHERE scope IN (SELECT id FROM conversations WHERE customer = ?1)",
        "DELETE FROM traces WHERE number IN (SELECT number FROM turns WHERE id IN (\(OfCustomer.turns)))",
        "DELETE FROM turns WHERE id IN (\(OfCustomer.turns))",
        "DELETE FROM messages WHERE place IN (SELECT m.place FROM \(OfCustomer.messages))",
    ].map(SQL.init(built:))

    private static var erasing: [SQL] {
        [
            "DELETE FROM events WHERE customer = ?",
            "DELETE FROM wakeups WHERE customer = ?",
            "DELETE FROM conversations WHERE customer = ?",
            "DELETE FROM contexts WHERE customer = ?",
            "DELETE FROM orders WHERE customer = ?",
            "DELETE FROM identities WHERE customer = ?",
            "DELETE FROM customers WHERE id = ?",
        ]
    }

    /// A part at a time, oldest first, so that no turn waits long behind it.
    private static let pruned = 2000

    func prune(before time: Timestamp) throws {
        let trace = try last("SELECT number, at FROM traces ORDER BY number LIMIT ?", before: time)
        try connection.run("DELETE FROM traces WHERE number <= ?", trace)
        let event = try last("SELECT sequence, at FROM events ORDER BY sequence LIMIT ?", before: time)
        try connection.run("DELETE FROM events WHERE sequence <= ?", event)
        let delivery = try last(
            """
            SELECT sequence, due_at FROM deliveries WHERE state <> 'waiting' ORDER BY sequence LIMIT ?
            """, before: time)
        try connection.run("DELETE FROM deliveries WHERE sequence <= ? AND state <> 'waiting'", delivery)
        // Of skills that did not come back.
        try connection.run("DELETE FROM wakeups WHERE due_at < ?", time.milliseconds)
    }

    /// The last of the oldest rows that is old enough: rows stand in the order of their time.
    private func last(_ sql: SQL, before time: Timestamp) throws -> Int64 {
        var last: Int64 = 0
        try connection.forEach(sql, [Self.pruned]) { row in
            guard row.time(1) < time else { return false }
            last = row.int(0)
            return true
        }
        return last
    }
}
