import ConciergeCore
import Foundation
import SQLite
import Testing

@testable import SQLiteStore

struct LogTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func pages(of log: String) throws -> Int {
        let size = try FileManager.default.attributesOfItem(atPath: log)[.size] as? Int
        return try #require(size) / 4096
    }

    @Test func `the log stays short under writers that never rest, and nothing of it is lost`() throws {
        var opening = Opening(path: folder.database)
        opening.longLog = 50
        let store = try SQLiteStore(opening)
        store.write(.open(conversation("c1")))
        let text = String(repeating: "x", count: 3000)
        for _ in 0..<3000 {
            store.write(.message(message(text, in: "c1")))
            // Without anybody at it the log would be three times as long in the end.
            #expect(try pages(of: folder.database + "-wal") < 1000)
        }
        let other = try SQLiteStore(path: folder.database)
        #expect(try other.ask { try $0.messages(conversation: "c1", after: 0, limit: 9999).count } == 3000)
    }

    @Test func `the log takes no more than half of the room on a small disk`() throws {
        var opening = Opening(path: folder.database)
        opening.freePages = { _ in 200 }
        let store = try SQLiteStore(opening)
        store.write(.open(conversation("c1")))
        for _ in 0..<500 { store.write(.message(message("hello", in: "c1"))) }
        #expect(try pages(of: folder.database + "-wal") < 200)
        #expect(try store.ask { try $0.messages(conversation: "c1", after: 0, limit: 999).count } == 500)
    }

    @Test func `a reader that stays holds the log back for no longer than it reads`() throws {
        var opening = Opening(path: folder.database)
        opening.longLog = 50
        let store = try SQLiteStore(opening)
        store.write(.open(conversation("c1")))
        try store.read { reader in
            let before = try reader.messages(conversation: "c1", after: 0, limit: 9)
            for _ in 0..<400 { store.write(.message(message("hello", in: "c1"))) }
            let after = try reader.messages(conversation: "c1", after: 0, limit: 9)
            #expect(before.isEmpty && after.isEmpty)
        }
        #expect(try store.ask { try $0.messages(conversation: "c1", after: 0, limit: 999).count } == 400)
        let long = try pages(of: folder.database + "-wal")
        for _ in 0..<long { store.write(.message(message("hello", in: "c1"))) }
        #expect(try pages(of: folder.database + "-wal") <= long + 20)
    }
}
