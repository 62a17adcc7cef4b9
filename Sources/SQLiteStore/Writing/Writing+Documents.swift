import ConciergeCore
import SQLite

extension Writing {
    func put(_ document: Document, expecting version: Int64) throws {
        let table = try table(document.collection)
        let keys = table.values(of: document.body)
        let body = StoredJSON.encode(document.body)
        do {
            if version == 0 {
                let created: [any Bindable] = [
                    document.id, document.customer, document.createdAt.milliseconds,
                    document.updatedAt.milliseconds, body,
                ]
                guard try connection.run(table.insert, created + keys) == 1 else {
                    throw Conflict("\(document.collection) '\(document.id)' exists already")
                }
            } else {
                let changed = try connection.run(
                    table.update, document.updatedAt.milliseconds, body, document.id, version)
                guard changed == 1 else {
                    throw Conflict("\(document.collection) '\(document.id)' was changed or removed meanwhile")
                }
                try connection.run(table.updateKeys, [document.id, document.customer] + keys)
            }
        } catch let error as SQLiteError where error.condition == .constraint {
            throw Conflict(Self.sharedKey(error, table))
        }
    }

    func removeDocument(_ collection: String, _ id: String, expecting version: Int64) throws {
        guard try connection.run(try table(collection).remove, id, version) == 1 else {
            throw Conflict("\(collection) '\(id)' was changed or removed meanwhile")
        }
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
