import ConciergeCore
import SQLite
import Testing

@testable import SQLiteStore

struct MigrationTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func schema(_ path: String) throws -> [String] {
        try Connection(path: path).rows(
            "SELECT type || ' ' || name || ' ' || replace(coalesce(sql, ''), '\"', '') FROM sqlite_schema ORDER BY type, name"
        ) { $0.text(0) }
    }

    private static let leads = CollectionDeclaration(
        name: "leads",
        fields: ["status": .init(type: .text, isIndexed: true), "open": .init(type: .text, isUnique: true)])

    @Test func `a store of version 1 becomes what a new one is, and keeps its data`() throws {
        try Connection(path: folder.database).execute(goldenVersion1)
        do {
            let store = try SQLiteStore(path: folder.database)
            try store.declare([Self.leads])
            #expect(try store.ask { try $0.customer("u1")?.name } == "王伟")
            #expect(
                try store.ask { try $0.recent(conversation: "c1", limit: 9).map(\.text) } == [
                    "多少钱？", "50000",
                ])
            #expect(
                try store.ask { try $0.document("leads", "l1")?.body } == ["status": "new", "open": "u1"])
            #expect(try store.ask { try $0.dueDeliveries(noon, limit: 9).map(\.id) } == ["d1"])
            #expect(try store.ask { try $0.lastTurn() } == "t1")
            store.write(.message(message("next", in: "c1")))
            #expect(
                try store.ask { try $0.messages(conversation: "c1", after: 2, limit: 9).map(\.sequence) } == [
                    3
                ])
        }
        let new = try TemporaryFolder()
        do { try SQLiteStore(path: new.database).declare([Self.leads]) }
        #expect(try schema(folder.database) == schema(new.database))
    }

    @Test(arguments: 0...2)
    func `every earlier version is led forward step by step`(version: Int) throws {
        let steps = [
            Migrations.steps[0], "CREATE TABLE second (id TEXT)", "ALTER TABLE second ADD COLUMN more TEXT",
        ]
        let connection = try Connection(path: folder.database)
        if version > 0 {
            try Migrations(steps: Array(steps[..<version])).run(on: connection, path: folder.database)
        }
        try Migrations(steps: steps).run(on: connection, path: folder.database)
        #expect(try connection.first("PRAGMA user_version") { $0.int(0) } == 3)
        try connection.run("INSERT INTO second (id, more) VALUES ('a', 'b')")
    }

    @Test func `a step that fails leaves the store at the version it had`() throws {
        do { _ = try SQLiteStore(path: folder.database) }
        let before = try schema(folder.database)
        let connection = try Connection(path: folder.database)
        let broken = Migrations(steps: Migrations.steps + ["CREATE TABLE second (id TEXT); NOT SQL AT ALL"])
        #expect(throws: SQLiteError.self) { try broken.run(on: connection, path: folder.database) }
        #expect(try connection.first("PRAGMA user_version") { $0.int(0) } == Migrations.newest)
        #expect(try schema(folder.database) == before)
    }
}
