import CSQLite

extension Connection {
    /// Calls `body` after each commit with the length of the log in pages, and leaves the log to it: SQLite itself
    /// brings nothing home any more.
    public func followLog(_ body: @escaping @Sendable (Int) -> Void) {
        let follower = LogFollower(body: body)
        sqlite3_wal_hook(
            handle,
            { context, _, _, pages in
                if let context {
                    Unmanaged<LogFollower>.fromOpaque(context).takeUnretainedValue().body(Int(pages))
                }
                return SQLITE_OK
            }, Unmanaged.passUnretained(follower).toOpaque())
        logFollower = follower
    }

    /// Brings home what no reader holds back, beside whoever reads and writes; says how many pages the log has, and how
    /// many of them are home.
    public func bringLogHome() throws -> (pages: Int, home: Int) {
        try first("PRAGMA wal_checkpoint(PASSIVE)") { (Int($0.int(1)), Int($0.int(2))) } ?? (0, 0)
    }

    /// Brings all of it home and leaves its file empty; false when somebody is still at it.
    public func emptyLog() throws -> Bool {
        try first("PRAGMA wal_checkpoint(TRUNCATE)") { $0.int(0) == 0 } ?? false
    }
}

/// Who hears of each commit, in a shape that C can carry.
final class LogFollower: Sendable {
    let body: @Sendable (Int) -> Void

    init(body: @escaping @Sendable (Int) -> Void) { self.body = body }
}
