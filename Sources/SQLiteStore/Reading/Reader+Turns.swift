import ConciergeCore
import SQLite

extension Reader {
    func turn(for key: InboundKey) throws -> String? {
        try connection.first(
            "SELECT turn FROM inbound WHERE scope = ? AND message_id = ? AND channel = ?", key.scope,
            key.messageID, key.channel
        ) { $0.text(0) }
    }

    func turn(_ id: String) throws -> Value? {
        try connection.first(
            """
            SELECT t.id, t.kind, t.customer, t.conversation, t.at, t.answer, r.record
            FROM turns t LEFT JOIN traces r ON r.number = t.number WHERE t.id = ?
            """, id, map: Self.turn)
    }

    func lastTurn() throws -> String? {
        try connection.first(
            "SELECT id FROM turns WHERE kind = 'message' ORDER BY number DESC LIMIT 1"
        ) { $0.text(0) }
            ?? connection.first("SELECT id FROM turns ORDER BY number DESC LIMIT 1") { $0.text(0) }
    }

    func turns(_ query: Query) throws -> Page<Value> {
        var query = query
        // A conversation is one customer's, and the turns of a customer are what can be found quickly.
        if let conversation = query.filters.first(where: { $0.field == "conversation" })?.value.text,
            let customer = try self.conversation(conversation)?.customer
        {
            query.filters.append(.init(field: "customer", operator: .eq, value: .text(customer)))
        }
        return try Self.turns.page(query, on: connection, map: Self.turn)
    }

    private static var turns: Listing {
        Listing(
            name: "turns", table: "turns t LEFT JOIN traces r ON r.number = t.number",
            columns: "t.id, t.kind, t.customer, t.conversation, t.at, t.answer, r.record",
            fields: [
                "customer": .init(
                    column: "t.customer", type: .text, isNullable: true, isSortable: false,
                    found: "t.id IN (\(OfCustomer.turns.replacing("?1", with: "?")))"),
                "conversation": .init(
                    column: "t.conversation", type: .text, isNullable: true, isSortable: false),
                "kind": .init(column: "t.kind", type: .text, isSortable: false),
                "turn": .init(column: "t.number", type: .int),
            ], tie: "t.number", defaultSort: "turn", isDescendingByDefault: true)
    }

    /// The record; where its trace was forgotten, what is left of it.
    static func turn(_ row: Row) throws -> Value {
        var entries: [String: Value] =
            row.isNull(6)
            ? [
                "turn": .text(row.text(0)), "kind": .text(row.text(1)), "at": .timestamp(row.time(4)),
                "customer": Value(row.optionalText(2)), "conversation": Value(row.optionalText(3)),
            ].filter { $1 != .null }
            : try StoredJSON.plain(row.bytes(6)).map ?? [:]
        if !row.isNull(5) { entries["answer"] = try StoredJSON.plain(row.bytes(5)) }
        return .map(entries)
    }
}
