import SQLite
import Testing

struct ConnectionTests {
    let connection: Connection

    init() throws {
        connection = try Connection(path: ":memory:")
        try connection.execute(
            "CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT UNIQUE, weight REAL) STRICT")
    }

    private func names() throws -> [String] {
        try connection.rows("SELECT name FROM things ORDER BY id") { $0.text(0) }
    }

    @Test(arguments: ["", "plain", "中文 😀", "with\u{0}zero", "it's \"quoted\"; DROP TABLE things"])
    func `text comes back byte for byte`(text: String) throws {
        try connection.run("INSERT INTO things (name) VALUES (?)", text)
        try connection.run("INSERT INTO things (name) VALUES (?)", Array((text + "2").utf8))
        #expect(try names() == [text, text + "2"])
    }

    @Test func `empty text is not nothing`() throws {
        try connection.run("INSERT INTO things (name) VALUES (?)", "")
        #expect(try connection.first("SELECT name FROM things") { $0.stored(0) } == .text(""))
        try connection.run("UPDATE things SET name = ?", [UInt8]())
        #expect(try connection.first("SELECT name FROM things") { $0.stored(0) } == .text(""))
    }

    @Test func `numbers and nothing come back as they were`() throws {
        try connection.run("INSERT INTO things VALUES (?, ?, ?)", Int64.min, String?.none, 0.1)
        try connection.run("INSERT INTO things VALUES (?, ?, ?)", Int64.max, "x", Double?.none)
        let rows = try connection.rows("SELECT id, name, weight FROM things ORDER BY id") { row in
            (0..<row.count).map(row.stored)
        }
        #expect(rows == [[.int(.min), .null, .double(0.1)], [.int(.max), .text("x"), .null]])
    }

    @Test func `a statement starts clean after one that failed`() throws {
        let insert: SQL = "INSERT INTO things (name) VALUES (?)"
        try connection.run(insert, "a")
        let error = #expect(throws: SQLiteError.self) { try connection.run(insert, "a") }
        #expect(error?.condition == .constraint)
        #expect(error?.description == "UNIQUE constraint failed: things.name (SQLite 2067)")
        #expect(try connection.run(insert, "b") == 1)
        #expect(try names() == ["a", "b"])
    }

    @Test func `words for an error of SQL are those of SQLite`() throws {
        let error = #expect(throws: SQLiteError.self) { try connection.run("SELECT name FROM nowhere") }
        #expect(error?.description == "no such table: nowhere (SQLite 1)")
    }

    @Test func `a transaction that throws leaves nothing`() throws {
        struct Stop: Error {}
        #expect(throws: Stop.self) {
            try connection.transaction {
                try connection.run("INSERT INTO things (name) VALUES ('a')")
                #expect(connection.isInTransaction)
                throw Stop()
            }
        }
        #expect(!connection.isInTransaction)
        #expect(try names() == [])
    }

    @Test func `a savepoint that throws leaves the rest of its transaction`() throws {
        try connection.transaction {
            try connection.run("INSERT INTO things (name) VALUES ('a')")
            let failed = #expect(throws: SQLiteError.self) {
                try connection.savepoint {
                    try connection.run("INSERT INTO things (name) VALUES ('b')")
                    try connection.run("INSERT INTO things (name) VALUES ('a')")
                }
            }
            #expect(failed?.condition == .constraint)
            try connection.savepoint { try connection.run("INSERT INTO things (name) VALUES ('c')") }
        }
        #expect(try names() == ["a", "c"])
    }

    @Test func `a full database inside a savepoint ends the whole transaction, and that can be seen`() throws
    {
        try connection.execute("PRAGMA max_page_count = 4")
        try connection.run("BEGIN IMMEDIATE")
        try connection.savepoint { try connection.run("INSERT INTO things (name) VALUES ('small')") }
        let error = #expect(throws: SQLiteError.self) {
            try connection.savepoint {
                try connection.run(
                    "INSERT INTO things (name) VALUES (?)", String(repeating: "x", count: 100_000))
            }
        }
        #expect(error?.condition == .full)
        #expect(!connection.isInTransaction)
        #expect(try names() == [])
    }

    @Test func `the first row is enough, and the next question sees them all again`() throws {
        for name in ["a", "b", "c"] { try connection.run("INSERT INTO things (name) VALUES (?)", name) }
        let first: SQL = "SELECT name FROM things ORDER BY id"
        #expect(try connection.first(first) { $0.text(0) } == "a")
        #expect(try connection.rows(first) { $0.text(0) } == ["a", "b", "c"])
    }

    @Test func `more built statements than are kept all run`() throws {
        for number in 0..<200 {
            #expect(try connection.first(SQL(built: "SELECT \(number)")) { $0.int(0) } == Int64(number))
        }
    }

    @Test(arguments: [
        ("/nowhere/at/all.db", SQLiteError.Condition.cannotOpen, "unable to open database file (SQLite 14)"),
        ("/", .cannotOpen, "unable to open database file (SQLite 14)"),
    ])
    func `a file that cannot be opened says why`(path: String, condition: SQLiteError.Condition, text: String)
    {
        let error = #expect(throws: SQLiteError.self) { _ = try Connection(path: path) }
        #expect(error?.condition == condition)
        #expect(error?.description == text)
    }

    @Test(arguments: [("plain", "\"plain\""), ("two \"words\"", "\"two \"\"words\"\"\""), ("", "\"\"")])
    func `a name is quoted so that it stays one name`(name: String, quoted: String) {
        #expect(SQL.quoted(name) == quoted)
    }
}
