import ConciergeCore
import SQLite

// A person stands also in what is not his: in turns about all customers, in documents of others that name him, and in
// what led to those.
extension Writing {
    /// Documents of others that name him go whole; so does each record, event and delivery of nobody, or of those others,
    /// in which one of his names stands.
    func sweep(_ names: PersonalNames) throws {
        var others: Set<String> = []
        for table in collections.tables {
            for key in table.keys where key.isCustomer {
                let remove = SQL(
                    built: "DELETE FROM \(table.table) WHERE \(key.column) = ? RETURNING customer")
                for id in names.ids {
                    others.formUnion(
                        try connection.rows(remove, id) { $0.optionalText(0) }.compactMap(\.self))
                }
            }
        }
        try sweep(names, traces: "customer IS NULL", rest: "customer IS NULL", [])
        for other in others.subtracting(names.ids) {
            try sweep(names, traces: "id IN (\(OfCustomer.turns))", rest: "customer = ?1", [other])
        }
    }

    private func sweep(
        _ names: PersonalNames, traces: String, rest: String, _ values: [any Bindable]
    ) throws {
        let found = try named(
            names,
            """
            SELECT r.number, r.record FROM turns t JOIN traces r ON r.number = t.number
            WHERE t.number IN (SELECT number FROM turns WHERE \(traces))
            """, values)
        for number in found { try connection.run("DELETE FROM traces WHERE number = ?", number) }
        for number in try named(names, "SELECT sequence, data FROM events WHERE \(rest)", values) {
            try connection.run("DELETE FROM events WHERE sequence = ?", number)
        }
        for number in try named(names, "SELECT sequence, payload FROM deliveries WHERE \(rest)", values) {
            let streams = try connection.rows(
                "DELETE FROM deliveries WHERE sequence = ? RETURNING stream", number
            ) { $0.text(0) }
            for stream in streams { try advance(stream: stream) }
        }
    }

    /// The numbers of the rows whose text holds one of the names.
    private func named(_ names: PersonalNames, _ sql: String, _ values: [any Bindable]) throws -> [Int64] {
        var found: [Int64] = []
        try connection.forEach(SQL(built: sql), values) { row in
            if names.stand(in: row.bytes(1)) { found.append(row.int(0)) }
            return true
        }
        return found
    }
}
