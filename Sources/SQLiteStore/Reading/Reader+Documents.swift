import ConciergeCore
import SQLite

extension Reader {
    func document(_ collection: String, _ id: String) throws -> Document? {
        let key = RecentFacts.DocumentKey(collection: collection, id: id)
        if let known = recent.documents[key] { return known }
        guard let table = collections[collection],
            let found = try connection.first(table.select, id, map: { try Self.document($0, of: collection) })
        else { return nil }
        if found.body.isSmall { recent.documents.found(found, for: key, since: lastCommit) }
        return found
    }

    func documents(_ collection: String, _ query: Query) throws -> Page<Document> {
        guard let table = collections[collection] else {
            throw StoreError(
                .badQuery,
                "'\(collection)' is no collection; possible: "
                    + Spelling.listed(collections.tables.map(\.name)))
        }
        return try table.listing.page(query, on: connection) { try Self.document($0, of: collection) }
    }

    func counts(_ collection: String, by field: String, in states: StateFilter?) throws -> [String: Int64] {
        guard let table = collections[collection] else { return [:] }
        let column = try Self.column(field, of: table)
        var condition = "\(column) IS NOT NULL"
        if let states {
            let marks = states.states.map { _ in "?" }.joined(separator: ", ")
            // By the states, not by the field: what is open is little, what somebody ever had is much.
            condition = "\(try Self.column(states.field, of: table)) IN (\(marks)) AND +\(column) IS NOT NULL"
        }
        let sql = SQL(
            built: "SELECT +\(column), count(*) FROM \(table.table) WHERE \(condition) GROUP BY 1")
        return Dictionary(
            try connection.rows(sql, states?.states ?? []) { ($0.text(0), $0.int(1)) },
            uniquingKeysWith: +)
    }

    private static func column(_ field: String, of table: CollectionTable) throws -> String {
        guard let key = table.keys.first(where: { $0.field == field }) else {
            throw StoreError(
                .badQuery,
                "\(table.name): '\(field)' is not indexed; add 'indexed: true' to it in the collection's fields"
            )
        }
        return key.column
    }

    func assignments(_ collection: String, field: String) throws -> [String: Int64] {
        Dictionary(
            try connection.rows(
                "SELECT agent, last FROM assignments WHERE collection = ? AND field = ?", collection, field
            ) { ($0.text(0), $0.int(1)) }, uniquingKeysWith: max)
    }

    static func document(_ row: Row, of collection: String) throws -> Document {
        var document = Document(
            collection: collection, id: row.text(0), customer: row.optionalText(1), body: try row.map(5),
            at: row.time(3))
        document.version = row.int(2)
        document.updatedAt = row.time(4)
        return document
    }
}
