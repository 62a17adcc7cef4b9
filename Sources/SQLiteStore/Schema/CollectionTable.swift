import ConciergeCore
import SQLite

/// The table of one collection, with a column beside the JSON for each field that may be searched.
///
/// A table of its own, because expression indexes on one table for all would parse the JSON of every document
/// once for each index, twice for an update; columns are compared, and touched only when a value changed.
struct CollectionTable: Sendable {
    struct Key: Sendable, Hashable {
        var field: String
        var type: ValueType
        var isUnique: Bool
        var isCustomer = false

        var column: String { SQL.quoted("_" + field) }
    }

    let name: String
    /// In the order of their names.
    let keys: [Key]
    let table: String
    let insert, update, updateKeys, select, remove, erase, ofCustomer: SQL
    let listing: Listing

    init(name: String, keys: [Key]) {
        let keys = keys.sorted { $0.field < $1.field }
        let table = SQL.quoted("documents_" + name)
        let columns = keys.map { ", \($0.column)" }.joined()
        self.name = name
        self.keys = keys
        self.table = table
        insert = SQL(
            built: """
                INSERT INTO \(table) (id, customer, version, created_at, updated_at, body\(columns))
                VALUES (?, ?, 1, ?, ?, ?\(keys.map { _ in ", ?" }.joined())) ON CONFLICT (id) DO NOTHING
                """)
        update = SQL(
            built:
                "UPDATE \(table) SET version = version + 1, updated_at = ?, body = ? WHERE id = ? AND version = ?"
        )
        updateKeys = SQL(built: Self.updateKeys(table, keys))
        select = SQL(built: "SELECT \(Self.columns) FROM \(table) WHERE id = ?")
        ofCustomer = SQL(
            built: "SELECT \(Self.columns) FROM \(table) WHERE customer = ? ORDER BY created_at, id")
        remove = SQL(built: "DELETE FROM \(table) WHERE id = ? AND version = ?")
        erase = SQL(built: "DELETE FROM \(table) WHERE customer = ?")
        listing = Self.listing(name, table, keys)
    }

    private static func listing(_ name: String, _ table: String, _ keys: [Key]) -> Listing {
        var fields: [String: Listing.Field] = [
            "id": .init(column: "id", type: .text),
            "customer": .init(column: "customer", type: .text, isNullable: true),
            "created_at": .init(column: "created_at", type: .timestamp),
            "updated_at": .init(column: "updated_at", type: .timestamp),
        ]
        for key in keys {
            fields[key.field] = .init(column: key.column, type: key.type, isNullable: true)
        }
        return Listing(
            name: name, table: table, columns: columns, fields: fields, tie: "id", defaultSort: "created_at")
    }

    static let columns = "id, customer, version, created_at, updated_at, body"

    /// Touches no index unless one of the values is another one.
    private static func updateKeys(_ table: String, _ keys: [Key]) -> String {
        let columns = ["customer"] + keys.map(\.column)
        let sets = columns.enumerated().map { "\($1) = ?\($0 + 2)" }.joined(separator: ", ")
        let tests = columns.enumerated().map { "\($1) IS NOT ?\($0 + 2)" }.joined(separator: " OR ")
        return "UPDATE \(table) SET \(sets) WHERE id = ?1 AND (\(tests))"
    }

    func values(of body: [String: Value]) -> [any Bindable] {
        keys.map { SearchKey(body[$0.field] ?? .null, as: $0.type) }
    }
}

/// How a value stands in a column that is searched: so that its order in SQLite is the order people expect.
struct SearchKey: Bindable, Hashable {
    var value: Value

    init(_ value: Value) { self.value = value }

    /// Times count in milliseconds, truth as 0 and 1; what has no order is compared as its JSON.
    init(_ value: Value, as type: ValueType) {
        self.value =
            switch Self.fitted(value, to: type) ?? value {
            case .timestamp(let time): .int(time.milliseconds)
            case .bool(let flag): .int(flag ? 1 : 0)
            case .double(let number) where !number.isFinite: .null
            case .list, .map, .bytes: .text(JSON.text(value))
            case let plain: plain
            }
    }

    /// Reads the text of a web address or a spreadsheet as the type that was declared; nil when it is none.
    static func fitted(_ value: Value, to type: ValueType) -> Value? {
        switch (type, value) {
        case (.int, .text(let text)): Int64(text).map(Value.int)
        case (.double, .text(let text)): Double(text).flatMap { $0.isFinite ? .double($0) : nil }
        case (.bool, .text("true")): .bool(true)
        case (.bool, .text("false")): .bool(false)
        case (.timestamp, .text(let text)): Timestamp(text).map(Value.timestamp)
        default: type.admits(value) || type == .int && value.double != nil ? value : nil
        }
    }

    func bind(to statement: Statement, at index: Int32) throws(SQLiteError) {
        switch value {
        case .int(let number): try statement.bind(number, at: index)
        case .double(let number): try statement.bind(number, at: index)
        case .text(let text): try statement.bind(text, at: index)
        default: try statement.bindNull(at: index)
        }
    }
}
