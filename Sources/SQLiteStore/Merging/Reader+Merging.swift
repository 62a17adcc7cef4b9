import ConciergeCore
import SQLite

extension Reader {
    func merging(_ other: String, into customer: String) throws -> MergeSummary? {
        try MergePlan(other, into: customer, on: connection, collections)?.summary
    }

    func merges(_ query: Query) throws -> Page<Merge> {
        try Self.merges.page(query, on: connection) { row in
            Merge(id: row.text(0), customer: row.text(1), other: row.text(2), at: row.time(3))
        }
    }

    func merge(_ id: String) throws -> Merge? {
        try connection.first("SELECT customer, other, at FROM merges WHERE id = ?", id) {
            Merge(id: id, customer: $0.text(0), other: $0.text(1), at: $0.time(2))
        }
    }

    func mergedCustomers() throws -> [String: String] {
        Dictionary(
            try connection.rows("SELECT other, customer FROM merges") { ($0.text(0), $0.text(1)) },
            uniquingKeysWith: { first, _ in first })
    }

    private static var merges: Listing {
        Listing(
            name: "merges", table: "merges", columns: "id, customer, other, at",
            fields: [
                "merge": .init(column: "number", type: .int),
                "customer": .init(column: "customer", type: .text, isSortable: false),
                "other": .init(column: "other", type: .text, isSortable: false),
            ], tie: "number", defaultSort: "merge", isDescendingByDefault: true)
    }

    /// What merges keep aside of a person.
    func exportMerges(of customer: String) throws -> [Value] {
        try connection.rows(
            SQL(built: "SELECT id, other, at, record FROM merges WHERE \(OfCustomer.merges)"), customer
        ) { row in
            [
                "merge": .text(row.text(0)), "other": .text(row.text(1)), "at": .timestamp(row.time(2)),
                "aside": try row.json(3),
            ]
        }
    }
}
