import ConciergeCore
import SQLite

/// How a file becomes a connection that keeps the promises of the store.
struct Opening: Sendable {
    var path: String
    var busyMilliseconds: Int32 = 1000
    /// How long the log gets before it is brought home: 128 MB, so that a hot page is written home once for thousands
    /// of turns.
    var longLog = 32_000
    /// Pages for which the disk has room.
    var freePages: @Sendable (_ path: String) -> Int? = { path in
        Connection.freeBytes(beside: path).map { $0 / 4096 }
    }
    /// Makes the file full before the disk is: for tests.
    var largestPageCount: Int64?

    /// The one connection that writes; makes the file and its schema when they are missing.
    func writer(migrations: Migrations = Migrations()) throws -> Connection {
        try translated {
            let connection = try Connection(path: path, mode: .create, busyMilliseconds: busyMilliseconds)
            try migrations.run(on: connection, path: path)
            // An erased customer must not stay readable in free space: `secure_delete`.
            try connection.execute(
                """
                PRAGMA journal_mode = WAL;
                PRAGMA synchronous = FULL;
                PRAGMA secure_delete = ON;
                PRAGMA cache_size = -64000;
                PRAGMA trusted_schema = OFF;
                """)
            // Once it is that long the log is written over, not anew: its blocks are there already.
            try connection.execute("PRAGMA journal_size_limit = \(longLog * 4200)")
            if let largestPageCount { try connection.execute("PRAGMA max_page_count = \(largestPageCount)") }
            return connection
        }
    }

    func reader() throws -> Connection {
        try translated {
            let connection = try Connection(path: path, mode: .existing, busyMilliseconds: busyMilliseconds)
            try connection.execute(
                """
                PRAGMA query_only = ON;
                PRAGMA cache_size = -2000;
                PRAGMA trusted_schema = OFF;
                """)
            return connection
        }
    }

    /// Every error of SQLite leaves the store as a `StoreError`.
    func translated<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as SQLiteError {
            throw StoreError(error, path: path)
        }
    }
}
