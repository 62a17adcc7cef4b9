import ConciergeCore
import SQLite
import Synchronization

/// The collections this file knows, and the making of their tables.
final class Collections: Sendable {
    private let known = Mutex<[String: CollectionTable]>([:])

    var tables: [CollectionTable] { known.withLock { $0.values.sorted { $0.name < $1.name } } }

    subscript(name: String) -> CollectionTable? { known.withLock { $0[name] } }

    /// What earlier runs declared: its documents stay readable when no skill declares them any more.
    func load(from connection: Connection) throws {
        publish(
            try connection.rows("SELECT name, fields FROM collections") { row in
                CollectionTable(name: row.text(0), keys: try row.map(1).compactMap { Self.key($0, $1) })
            })
    }

    func publish(_ tables: [CollectionTable]) {
        known.withLock { known in for table in tables { known[table.name] = table } }
    }

    /// Makes or changes tables; the caller publishes what comes back once it is committed.
    func declare(_ declarations: [CollectionDeclaration], on connection: Connection) throws
        -> [CollectionTable]
    {
        try declarations.map { declaration in
            let new = CollectionTable(name: declaration.name, keys: try Self.keys(of: declaration))
            if let old = self[declaration.name] {
                try change(old, to: new, on: connection)
            } else {
                try create(new, on: connection)
            }
            return new
        }
    }

    private static func keys(of declaration: CollectionDeclaration) throws -> [CollectionTable.Key] {
        let keys = declaration.fields.filter { $1.isIndexed || $1.isUnique || $1.isCustomer }.map {
            name, field in
            CollectionTable.Key(
                field: name, type: field.type, isUnique: field.isUnique, isCustomer: field.isCustomer)
        }
        let names = Dictionary(grouping: keys.map(\.field)) { $0.lowercased() }
        if let same = names.values.first(where: { $0.count > 1 })?.sorted() {
            throw StoreError(
                .unusable,
                "collection '\(declaration.name)': '\(same[0])' and '\(same[1])' differ in case only; rename one"
            )
        }
        return keys
    }

    private func create(_ table: CollectionTable, on connection: Connection) throws {
        try connection.execute(
            """
            CREATE TABLE \(table.table) (
                number INTEGER PRIMARY KEY,
                id TEXT NOT NULL UNIQUE,
                customer TEXT,
                version INTEGER NOT NULL,
                created_at INTEGER NOT NULL,
                updated_at INTEGER NOT NULL,
                body TEXT NOT NULL\(table.keys.map { ",\n    \($0.column) ANY" }.joined())
            ) STRICT;
            CREATE INDEX \(Self.index(table, "created_at")) ON \(table.table) (created_at, id);
            CREATE INDEX \(Self.index(table, "customer")) ON \(table.table) (customer) WHERE customer IS NOT NULL;
            """)
        for key in table.keys { try addIndex(key, to: table, on: connection) }
        try record(table, on: connection)
    }

    private func change(
        _ old: CollectionTable, to new: CollectionTable, on connection: Connection
    ) throws {
        guard old.keys != new.keys else { return }
        let kept = Set(old.keys).intersection(new.keys)
        for key in old.keys where !kept.contains(key) {
            try connection.execute("DROP INDEX \(Self.index(old, key.field))")
            try connection.execute("ALTER TABLE \(old.table) DROP COLUMN \(key.column)")
        }
        let added = new.keys.filter { !kept.contains($0) }
        for key in added { try connection.execute("ALTER TABLE \(new.table) ADD COLUMN \(key.column) ANY") }
        if !added.isEmpty { try fill(new, on: connection) }
        for key in added { try addIndex(key, to: new, on: connection) }
        try record(new, on: connection)
    }

    /// Copies the values of new columns out of the documents that are already there.
    private func fill(_ table: CollectionTable, on connection: Connection) throws {
        let page = SQL(
            built:
                "SELECT number, id, customer, body FROM \(table.table) WHERE number > ? ORDER BY number LIMIT 500"
        )
        var last: Int64? = 0
        while let start = last {
            last = nil
            let documents = try connection.rows(page, start) { row in
                (number: row.int(0), id: row.text(1), customer: row.optionalText(2), body: try row.map(3))
            }
            for document in documents {
                let values: [any Bindable] = [document.id, document.customer]
                try connection.run(table.updateKeys, values + table.values(of: document.body))
                last = document.number
            }
        }
    }

    private func addIndex(_ key: CollectionTable.Key, to table: CollectionTable, on connection: Connection)
        throws
    {
        let kind = key.isUnique ? "UNIQUE INDEX" : "INDEX"
        let columns = key.isUnique ? key.column : key.column + ", id"
        do {
            try connection.execute(
                "CREATE \(kind) \(Self.index(table, key.field)) ON \(table.table) (\(columns))")
        } catch {
            guard error.condition == .constraint else { throw error }
            throw StoreError(
                .unusable,
                "collection '\(table.name)': '\(key.field)' is declared unique, but documents share a value; "
                    + "change or remove one of them")
        }
    }

    private func record(_ table: CollectionTable, on connection: Connection) throws {
        let fields = Value.map(
            Dictionary(
                uniqueKeysWithValues: table.keys.map { key in
                    (
                        key.field,
                        .compact([
                            "type": .text(key.type.rawValue), "unique": .bool(key.isUnique),
                            "customer": key.isCustomer ? true : nil,
                        ])
                    )
                }))
        try connection.run(
            """
            INSERT INTO collections (name, fields) VALUES (?, ?)
            ON CONFLICT DO UPDATE SET fields = excluded.fields
            """, table.name, StoredJSON.encode(fields))
    }

    private static func key(_ field: String, _ description: Value) -> CollectionTable.Key? {
        guard let type = description["type"]?.text.flatMap(ValueType.init) else { return nil }
        return CollectionTable.Key(
            field: field, type: type, isUnique: description["unique"]?.bool ?? false,
            isCustomer: description["customer"]?.bool ?? false)
    }

    private static func index(_ table: CollectionTable, _ column: String) -> String {
        SQL.quoted("documents_\(table.name):\(column)")
    }
}
