import CSQLite
import Glibc

/// An open database with the statements it has compiled.
///
/// One thread at a time uses a connection: SQLite's own locks are off.
// Sendable as a handle: whoever owns it (a pool, a lock) lends it to one thread at a time.
public final class Connection: @unchecked Sendable {
    public enum Mode: Sendable { case create, existing }

    let handle: OpaquePointer
    /// Kept for SQLite, which calls it.
    var logFollower: LogFollower?
    private var literals: [UnsafePointer<UInt8>: Statement] = [:]
    private var built: [String: Statement] = [:]
    /// More shapes of built statements than this are not kept.
    private static let builtLimit = 64

    /// Must come before the first connection of the process.
    private static let isConfigured = concierge_sqlite3_count_no_memory() == SQLITE_OK

    public init(path: String, mode: Mode = .create, busyMilliseconds: Int32 = 1000) throws(SQLiteError) {
        _ = Self.isConfigured
        var handle: OpaquePointer?
        var flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
        if case .create = mode { flags |= SQLITE_OPEN_CREATE }
        // Only who writes has something to gather.
        let code =
            if case .create = mode, GatheredLog.isRegistered {
                sqlite3_open_v2(path, &handle, flags, GatheredLog.name)
            } else {
                sqlite3_open_v2(path, &handle, flags, nil)
            }
        do {
            try check(code, handle)
        } catch {
            // A failed open leaves a handle for its message.
            sqlite3_close_v2(handle)
            throw error
        }
        guard let handle else {
            throw SQLiteError(code: SQLITE_NOMEM, message: "out of memory", systemError: 0)
        }
        self.handle = handle
        sqlite3_busy_timeout(handle, busyMilliseconds)
    }

    deinit {
        // Statements first: a handle with open ones would stay behind as a zombie.
        literals = [:]
        built = [:]
        sqlite3_close_v2(handle)
    }

    /// False once COMMIT, ROLLBACK or an error that rolled everything back has ended the transaction.
    public var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    /// The rows that the latest INSERT, UPDATE or DELETE touched.
    public var changes: Int { Int(sqlite3_changes64(handle)) }

    public var lastInsertedNumber: Int64 { sqlite3_last_insert_rowid(handle) }

    /// Runs a script of several statements once.
    public func execute(_ script: String) throws(SQLiteError) {
        try check(sqlite3_exec(handle, script, nil, nil, nil), handle)
    }

    /// Runs a statement to its end and says how many rows it changed.
    @discardableResult
    public func run(_ sql: SQL, _ values: any Bindable...) throws(SQLiteError) -> Int {
        try run(sql, values)
    }

    @discardableResult
    public func run(_ sql: SQL, _ values: [any Bindable]) throws(SQLiteError) -> Int {
        let statement = try statement(sql)
        defer { statement.reset() }
        try statement.bind(values)
        while try statement.step() {}
        return changes
    }

    public func rows<Item>(_ sql: SQL, _ values: any Bindable..., map: (Row) throws -> Item) throws -> [Item]
    {
        try rows(sql, values, map: map)
    }

    public func rows<Item>(_ sql: SQL, _ values: [any Bindable], map: (Row) throws -> Item) throws -> [Item] {
        var items: [Item] = []
        try forEach(sql, values) { row in
            items.append(try map(row))
            return true
        }
        return items
    }

    /// The first row, when there is one.
    public func first<Item>(_ sql: SQL, _ values: any Bindable..., map: (Row) throws -> Item) throws -> Item?
    {
        var item: Item?
        try forEach(sql, values) { row in
            item = try map(row)
            return false
        }
        return item
    }

    /// Goes through the rows for as long as `body` says true.
    public func forEach(_ sql: SQL, _ values: [any Bindable], _ body: (Row) throws -> Bool) throws {
        let statement = try statement(sql)
        defer { statement.reset() }
        try statement.bind(values)
        while try statement.step() {
            guard try body(statement.row) else { return }
        }
    }

    private func statement(_ sql: SQL) throws(SQLiteError) -> Statement {
        switch sql.text {
        case .literal(let literal):
            if let statement = literals[literal.utf8Start] { return statement }
            let statement = try Statement(sql.string, in: handle)
            literals[literal.utf8Start] = statement
            return statement
        case .built(let text):
            if let statement = built[text] { return statement }
            let statement = try Statement(text, in: handle)
            if built.count >= Self.builtLimit { built.removeAll() }
            built[text] = statement
            return statement
        }
    }
}

extension Connection {
    /// Tells a missing folder from one that may not be entered: SQLite reports both alike.
    public static func hasFolder(for path: String) -> Bool {
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "./"
        return access(String(folder), F_OK) == 0
    }

    /// The room left on the disk of that file; nil when nobody knows.
    public static func freeBytes(beside path: String) -> Int? {
        var disk = statvfs()
        guard statvfs(path, &disk) == 0 else { return nil }
        return Int(clamping: disk.f_bavail) * Int(clamping: disk.f_frsize)
    }

    /// All of `body` or nothing of it.
    @discardableResult
    public func transaction<Result>(_ body: () throws -> Result) throws -> Result {
        try run("BEGIN IMMEDIATE")
        do {
            let result = try body()
            try run("COMMIT")
            return result
        } catch {
            rollBack()
            throw error
        }
    }

    /// Ends a transaction that failed, if SQLite has not done so itself.
    public func rollBack() {
        // When even this fails, closing the connection does it.
        if isInTransaction { _ = try? run("ROLLBACK") }
    }

    /// A part of a transaction that can be undone alone.
    @discardableResult
    public func savepoint<Result>(_ body: () throws -> Result) throws -> Result {
        try run("SAVEPOINT part")
        do {
            let result = try body()
            try run("RELEASE part")
            return result
        } catch {
            // A full disk rolls back the whole transaction, and the savepoint is gone with it.
            if isInTransaction { undoPart() }
            throw error
        }
    }

    /// Half a part must not be committed with the rest: if it cannot be undone alone, all is.
    private func undoPart() {
        do {
            try run("ROLLBACK TO part")
            try run("RELEASE part")
        } catch {
            rollBack()
        }
    }
}
