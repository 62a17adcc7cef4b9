import ConciergeCore
import SQLite

extension Reader {
    func each(
        of measure: Measure, in collection: CollectionDeclaration, from start: Timestamp, to end: Timestamp,
        withChannel: Bool, _ body: (MeasuredDocument) -> Void
    ) throws {
        guard let table = collections[collection.name] else { return }
        var columns = MeasureColumns(table, collection)
        let at = columns.expression(of: measure.at)
        let counts = columns.condition(measure.conditions)
        let amount = columns.amount(measure.amount)
        let channel = withChannel ? columns.channel : "NULL"
        let sql = SQL(
            built: """
                SELECT \(at), \(counts), \(amount), \(channel) FROM \(table.table)
                WHERE \(at) >= \(columns.bind(start.milliseconds)) AND \(at) < \(columns.bind(end.milliseconds))
                """)
        try connection.forEach(sql, columns.values) { row in
            body(
                MeasuredDocument(
                    at: row.time(0), channel: row.optionalText(3), counts: row.int(1) == 1,
                    amount: row.optionalDouble(2)))
            return true
        }
    }

    func eachConversation(
        from start: Timestamp, to end: Timestamp, _ body: (MeasuredConversation) -> Void
    ) throws {
        try connection.forEach(
            """
            SELECT opened_at, channel, customer_turns, answered_at, human_at, handed_at, held_ms, held_since
            FROM conversations WHERE opened_at >= ? AND opened_at < ?
            """, [start.milliseconds, end.milliseconds]
        ) { row in
            body(
                MeasuredConversation(
                    openedAt: row.time(0), channel: row.text(1), turns: row.int(2),
                    answeredAt: row.optionalTime(3), humanAt: row.optionalTime(4),
                    handedAt: row.optionalTime(5), held: .milliseconds(row.int(6)),
                    heldSince: row.optionalTime(7)))
            return true
        }
    }

    func eachPaidOrder(
        from start: Timestamp, to end: Timestamp, _ body: (Timestamp, Double?) -> Void
    ) throws {
        try connection.forEach(
            """
            SELECT paid_at, amount FROM orders
            WHERE paid_at >= ? AND paid_at < ?
                AND lower(status) NOT IN ('cancelled', 'canceled', 'refunded', 'returned')
            """, [start.milliseconds, end.milliseconds]
        ) { row in
            body(row.time(0), row.optionalDouble(1))
            return true
        }
    }
}

/// Where the fields of a measure stand: a column where one is searched by, else the document's JSON.
private struct MeasureColumns {
    let table: CollectionTable
    let collection: CollectionDeclaration
    private(set) var values: [any Bindable] = []

    init(_ table: CollectionTable, _ collection: CollectionDeclaration) {
        self.table = table
        self.collection = collection
    }

    mutating func bind(_ value: any Bindable) -> String {
        values.append(value)
        return "?\(values.count)"
    }

    mutating func expression(of field: String) -> String {
        if ["id", "customer", "created_at", "updated_at"].contains(field) { return field }
        if let key = table.keys.first(where: { $0.field == field }) { return key.column }
        let isTime = collection.type(of: field) == .timestamp
        return "json_extract(body, \(bind("$.\"\(field)\"\(isTime ? ".\"$timestamp\"" : "")")))"
    }

    mutating func condition(_ conditions: [String: [Value]]) -> String {
        var parts = ["1"]
        for (field, wanted) in conditions.sorted(by: { $0.key < $1.key }) {
            let type = collection.type(of: field) ?? .any
            let expression = expression(of: field)
            let marks = wanted.filter { $0 != .null }.map { bind(SearchKey($0, as: type)) }
            var part = "coalesce(\(expression) IN (\(marks.joined(separator: ", "))), 0)"
            if wanted.contains(.null) { part = "(\(part) OR \(expression) IS NULL)" }
            parts.append(part)
        }
        return parts.joined(separator: " AND ")
    }

    mutating func amount(_ amount: Measure.Amount?) -> String {
        switch amount {
        case .field(let field): expression(of: field)
        case .minutes(let later, let earlier):
            "(\(expression(of: later)) - \(expression(of: earlier))) / 60000.0"
        case nil: "NULL"
        }
    }

    /// As the document says, or the conversation that it names.
    var channel: String {
        mutating get {
            if collection.fields["channel"] != nil { return expression(of: "channel") }
            guard collection.fields["conversation"] != nil else { return "NULL" }
            return "(SELECT c.channel FROM conversations c WHERE c.id = \(expression(of: "conversation")))"
        }
    }
}
