import SQLite

/// A table whose rows go over to another customer and come back, by what names each of them for good.
struct MergedTable {
    let source: String
    let count, remember, move, back: SQL

    init(
        _ table: String, source: String? = nil, key: String, also: String = "", where condition: String = "1"
    ) {
        let source = source ?? table
        self.source = source
        count = SQL(built: "SELECT count(*) FROM \(table) WHERE customer = ?1 AND \(condition)")
        remember = SQL(
            built: """
                INSERT INTO merged_rows (merge, source, key)
                SELECT ?1, '\(source)', \(key) FROM \(table) WHERE customer = ?2 AND \(condition)
                """)
        move = SQL(built: "UPDATE \(table) SET customer = ?2\(also) WHERE customer = ?1 AND \(condition)")
        back = SQL(
            built: """
                UPDATE \(table) SET customer = ?1\(also)
                WHERE \(key) IN (SELECT key FROM merged_rows WHERE merge = ?3 AND source = '\(source)')
                    AND customer = ?2
                """)
    }

    /// A turn under way that began before is composed again: the epoch.
    static let ofHost = [
        MergedTable("conversations", key: "id", also: ", epoch = epoch + 1"),
        MergedTable("turns", key: "id", where: "kind <> 'message'"),
        MergedTable("events", key: "sequence"), MergedTable("deliveries", key: "sequence"),
    ]

    static func documents(_ table: CollectionTable) -> MergedTable {
        MergedTable(
            table.table, source: "documents_" + table.name, key: "id", also: ", version = version + 1")
    }

    /// A timer's id names its customer: `skill/customer/name`.
    static let timersOf = "id = skill || '/' || ?1 || '/' || name"
}
