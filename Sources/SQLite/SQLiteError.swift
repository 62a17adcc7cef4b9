import CSQLite

/// What SQLite refused, with the words it gave.
public struct SQLiteError: Error, Hashable, CustomStringConvertible {
    public enum Condition: Sendable, Hashable {
        case busy, full, readOnly, inputOutput, cannotOpen, notADatabase, corrupt, constraint, other
    }

    /// The extended result code.
    public var code: Int32
    public var message: String
    /// `errno` of the call below SQLite that failed; 0 when none did.
    public var systemError: Int32

    public var condition: Condition {
        switch code & 0xff {
        case SQLITE_BUSY, SQLITE_LOCKED: .busy
        case SQLITE_FULL: .full
        case SQLITE_READONLY: .readOnly
        case SQLITE_IOERR: .inputOutput
        case SQLITE_CANTOPEN: .cannotOpen
        case SQLITE_NOTADB: .notADatabase
        case SQLITE_CORRUPT: .corrupt
        case SQLITE_CONSTRAINT: .constraint
        default: .other
        }
    }

    public var description: String { "\(message) (SQLite \(code))" }
}

/// The one place where a result code becomes an error.
func check(_ code: Int32, _ database: OpaquePointer?) throws(SQLiteError) {
    guard code != SQLITE_OK, code != SQLITE_ROW, code != SQLITE_DONE else { return }
    // The handle describes its latest call: only for that code are its words the right ones.
    let isLatest = database != nil && sqlite3_extended_errcode(database) == code
    let words = isLatest ? sqlite3_errmsg(database) : sqlite3_errstr(code)
    throw SQLiteError(
        code: code, message: words.map { String(cString: $0) } ?? "unknown error",
        systemError: isLatest ? sqlite3_system_errno(database) : 0)
}
