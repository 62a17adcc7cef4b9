import ConciergeCore
import SQLite

extension Writing {
    func put(_ document: Document, expecting version: Int64) throws {
        let table = try table(document.collection)
        do {
            if version == 0 {
                try insert(document, into: table)
            } else {
                try update(document, in: table, expecting: version)
            }
        } catch let error as SQLiteError where error.condition == .constraint {
            throw Conflict(Self.sharedKey(error, table))
        }
    }

    private func insert(_ document: Document, into table: CollectionTable) throws {
        let created: [any Bindable] = [
            document.id, document.customer, document.createdAt.milliseconds,
            document.updatedAt.milliseconds, StoredJSON.encode(document.body),
        ]
        guard try connection.run(table.insert, created + table.values(of: document.body)) == 1 else {
            throw Conflict("\(document.collection) '\(document.id)' exists already")
        }
    }

    private func update(_ document: Document, in table: CollectionTable, expecting version: Int64) throws {
        let changed = try connection.run(
            table.update, document.updatedAt.milliseconds, StoredJSON.encode(document.body), document.id,
            version)
        guard changed == 1 else {
            throw Conflict("\(document.collection) '\(document.id)' was changed or removed meanwhile")
        }
        if hasSameKeys(document, in: table, as: version) { return }
        try connection.run(
            table.updateKeys, [document.id, document.customer] + table.values(of: document.body))
    }

    /// Whether the columns that are searched are known to stand as they should already.
    private func hasSameKeys(_ document: Document, in table: CollectionTable, as version: Int64) -> Bool {
        let key = RecentFacts.DocumentKey(collection: table.name, id: document.id)
        guard let old = before?.documents[key], old.version == version else { return false }
        return old.customer == document.customer
            && table.keys.allSatisfy { isSame(old.body[$0.field], document.body[$0.field]) }
    }

    /// To the byte: Swift calls two spellings of 'é' equal, who searches does not.
    private func isSame(_ old: Value?, _ new: Value?) -> Bool {
        if case .text(let old) = old, case .text(let new) = new { return old.utf8.elementsEqual(new.utf8) }
        return old == new
    }

    func removeDocument(_ collection: String, _ id: String, expecting version: Int64) throws {
        guard try connection.run(try table(collection).remove, id, version) == 1 else {
            throw Conflict("\(collection) '\(id)' was changed or removed meanwhile")
        }
    }

    func assign(_ agent: String, _ collection: String, _ field: String) throws {
        try connection.run(
            """
            INSERT INTO assignments (collection, field, agent, last) VALUES (?1, ?2, ?3, (
                SELECT 1 + coalesce(max(last), 0) FROM assignments WHERE collection = ?1 AND field = ?2))
            ON CONFLICT DO UPDATE SET last = excluded.last
            """, collection, field, agent)
    }

    private func table(_ collection: String) throws -> CollectionTable {
        guard let table = collections[collection] else {
            throw Conflict("collection '\(collection)' is not declared; declare it in the skill's manifest")
        }
        return table
    }

    private static func sharedKey(_ error: SQLiteError, _ table: CollectionTable) -> String {
        let field = table.keys.first { $0.isUnique && error.message.hasSuffix("._\($0.field)") }?.field
        return "\(table.name): another document has the same \(field.map { "'\($0)'" } ?? "unique key")"
    }
}
