import CSQLite

/// A compiled statement; its connection keeps it and lends it for one run at a time.
public final class Statement {
    private let handle: OpaquePointer
    private var database: OpaquePointer? { sqlite3_db_handle(handle) }

    init(_ sql: String, in database: OpaquePointer) throws(SQLiteError) {
        var handle: OpaquePointer?
        try check(
            sqlite3_prepare_v3(
                database, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil), database)
        guard let handle else {
            throw SQLiteError(code: SQLITE_MISUSE, message: "the statement is empty", systemError: 0)
        }
        self.handle = handle
    }

    deinit { sqlite3_finalize(handle) }

    // The destructor -1 (SQLITE_TRANSIENT, a macro Swift cannot see) makes SQLite copy the bytes.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    public func bind(_ text: String, at index: Int32) throws(SQLiteError) {
        var text = text
        let code = text.withUTF8 { utf8 in
            utf8.withMemoryRebound(to: CChar.self) {
                sqlite3_bind_text64(
                    handle, index, $0.baseAddress, UInt64($0.count), Self.copied, UInt8(SQLITE_UTF8))
            }
        }
        try check(code, database)
    }

    public func bind(utf8 bytes: [UInt8], at index: Int32) throws(SQLiteError) {
        let code = bytes.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                sqlite3_bind_text64(
                    handle, index, $0.baseAddress, UInt64($0.count), Self.copied, UInt8(SQLITE_UTF8))
            }
        }
        try check(code, database)
    }

    public func bind(_ number: Int64, at index: Int32) throws(SQLiteError) {
        try check(sqlite3_bind_int64(handle, index, number), database)
    }

    public func bind(_ number: Double, at index: Int32) throws(SQLiteError) {
        try check(sqlite3_bind_double(handle, index, number), database)
    }

    public func bindNull(at index: Int32) throws(SQLiteError) {
        try check(sqlite3_bind_null(handle, index), database)
    }

    func bind(_ values: [any Bindable]) throws(SQLiteError) {
        precondition(
            values.count == Int(sqlite3_bind_parameter_count(handle)), "a statement wants other values")
        for index in values.indices { try values[index].bind(to: self, at: Int32(index + 1)) }
    }

    /// Whether there is a row to read.
    func step() throws(SQLiteError) -> Bool {
        let code = sqlite3_step(handle)
        try check(code, database)
        return code == SQLITE_ROW
    }

    func reset() {
        // Its code repeats the error that `step` already threw.
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    var row: Row { Row(handle: handle) }
}

/// The row a statement stands on; valid inside the closure that got it.
public struct Row {
    let handle: OpaquePointer

    public var count: Int { Int(sqlite3_column_count(handle)) }

    public func isNull(_ column: Int) -> Bool {
        sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
    }

    public func int(_ column: Int) -> Int64 { sqlite3_column_int64(handle, Int32(column)) }
    public func double(_ column: Int) -> Double { sqlite3_column_double(handle, Int32(column)) }

    public func text(_ column: Int) -> String {
        withUTF8(column) { String(decoding: $0, as: UTF8.self) }
    }

    public func bytes(_ column: Int) -> [UInt8] { withUTF8(column) { Array($0) } }

    public func optionalInt(_ column: Int) -> Int64? { isNull(column) ? nil : int(column) }
    public func optionalDouble(_ column: Int) -> Double? { isNull(column) ? nil : double(column) }
    public func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }

    /// How the value is stored, for columns of any type.
    public enum Stored: Sendable, Hashable {
        case null
        case int(Int64)
        case double(Double)
        case text(String)
    }

    public func stored(_ column: Int) -> Stored {
        switch sqlite3_column_type(handle, Int32(column)) {
        case SQLITE_NULL: .null
        case SQLITE_INTEGER: .int(int(column))
        case SQLITE_FLOAT: .double(double(column))
        default: .text(text(column))
        }
    }

    private func withUTF8<Result>(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        // The text first: asking for it may convert, and only then is the count that of the text.
        let start = sqlite3_column_text(handle, Int32(column))
        let count = sqlite3_column_bytes(handle, Int32(column))
        return body(UnsafeBufferPointer(start: start, count: Int(count)))
    }
}
