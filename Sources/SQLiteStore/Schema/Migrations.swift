import ConciergeCore
import SQLite

/// Brings a file to the schema this version speaks, one numbered step after the other.
struct Migrations {
    /// Step n leads from version n to version n + 1; a step that was released never changes again.
    static let steps = [schema1, schema2, schema3, schema4, schema5, schema6, schema7]
    static var newest: Int64 { Int64(steps.count) }

    /// `CNCG`, so that `file` and we can tell a store from anybody else's database.
    static let applicationID: Int64 = 0x434e_4347

    var steps = Migrations.steps

    func run(on connection: Connection, path: String) throws {
        let version = try pragma("PRAGMA user_version", on: connection)
        guard version <= Int64(steps.count) else {
            throw StoreError(
                .unusable,
                "\(path): written by a newer concierge (store version \(version), this one knows \(steps.count)); "
                    + "run that version, or restore a backup made before the upgrade")
        }
        let application = try pragma("PRAGMA application_id", on: connection)
        let tables = try pragma("SELECT count(*) FROM sqlite_schema", on: connection)
        guard application == Self.applicationID || (application == 0 && tables == 0) else {
            throw StoreError(
                .unusable,
                "\(path): a database of another program; name another file under 'store' in the configuration"
            )
        }
        guard version < Int64(steps.count) else { return }
        try connection.transaction {
            for step in steps[Int(version)...] { try connection.execute(step) }
            try connection.execute(
                "PRAGMA application_id = \(Self.applicationID); PRAGMA user_version = \(steps.count)")
        }
    }

    private func pragma(_ sql: SQL, on connection: Connection) throws -> Int64 {
        try connection.first(sql) { $0.int(0) } ?? 0
    }
}
