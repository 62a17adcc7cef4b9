import ConciergeCore
import SQLite

extension Reader {
    func export(customer: String) throws -> Value? {
        let person = try self.customer(customer)
        var export: [String: Value] = [
            "customer": person?.value ?? .null,
            "context": .map(try context(customer: customer)),
            "identities": .list(try identities(customer: customer).map(\.value)),
            "orders": .list(try orders(customer: customer).map(\.value)),
            "conversations": .list(try exportConversations(of: customer)),
            "turns": .list(try exportTurns(of: customer)),
            "events": .list(try exportEvents(of: customer)),
            "deliveries": .list(try exportDeliveries(of: customer)),
            "timers": .list(try exportWakeups(of: customer)),
            "merges": .list(try exportMerges(of: customer)),
        ]
        var documentsByName: [String: Value] = [:]
        for table in collections.tables {
            let documents = try connection.rows(table.ofCustomer, customer) {
                try Self.document($0, of: table.name).value
            }
            if !documents.isEmpty { documentsByName[table.name] = .list(documents) }
        }
        export["collections"] = .map(documentsByName)
        let isKnown = export.contains { $1 != .null && $1 != [] && $1 != [:] }
        return isKnown ? .map(export) : nil
    }

    private func exportConversations(of customer: String) throws -> [Value] {
        let ids = try connection.rows(
            "SELECT id FROM conversations WHERE customer = ? ORDER BY opened_at, number", customer
        ) { $0.text(0) }
        return try ids.compactMap { id in
            guard var entries = try conversation(id)?.value.map else { return nil }
            entries["messages"] = .list(
                try messages(conversation: id, after: 0, limit: Int(Place.longest)).map(\.value))
            return .map(entries)
        }
    }

    private func exportTurns(of customer: String) throws -> [Value] {
        try connection.rows(
            SQL(
                built: """
                    SELECT t.id, t.kind, t.customer, t.conversation, t.at, t.answer, r.record
                    FROM turns t LEFT JOIN traces r ON r.number = t.number
                    WHERE t.id IN (\(OfCustomer.turns)) ORDER BY t.number
                    """), customer, map: Self.turn)
    }

    private func exportEvents(of customer: String) throws -> [Value] {
        try connection.rows(
            """
            SELECT sequence, id, name, customer, conversation, source, data, at, depth
            FROM events WHERE customer = ? ORDER BY sequence
            """, customer
        ) { try Self.event($0).value }
    }

    private func exportDeliveries(of customer: String) throws -> [Value] {
        try connection.rows(
            "SELECT carrier, payload, state, due_at FROM deliveries WHERE customer = ? ORDER BY sequence",
            customer
        ) { row in
            .map([
                "carrier": .text(row.text(0)), "payload": try row.json(1), "state": .text(row.text(2)),
                "due_at": .timestamp(row.time(3)),
            ])
        }
    }

    private func exportWakeups(of customer: String) throws -> [Value] {
        try connection.rows(
            "SELECT skill, name, due_at, data FROM wakeups WHERE customer = ? ORDER BY number", customer
        ) { row in
            .map([
                "skill": .text(row.text(0)), "name": .text(row.text(1)), "due_at": .timestamp(row.time(2)),
                "data": try row.json(3),
            ])
        }
    }
}
