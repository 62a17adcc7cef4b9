import ConciergeCore
import Foundation
import SQLite
import SQLiteStore
import Testing

struct IdleTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func logSize() throws -> Int { try size("-wal") }

    private func size(_ suffix: String = "") throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.database + suffix)
        return try #require(attributes[.size] as? Int)
    }

    @Test func `an idle store empties its log and keeps what was in it`() throws {
        let store = try SQLiteStore(path: folder.database)
        store.write(.open(conversation("c1")), .message(message("hello", in: "c1")))
        #expect(try logSize() > 0)
        store.idle()
        #expect(try logSize() == 0)
        #expect(try store.ask { try $0.recent(conversation: "c1", limit: 9).map(\.text) } == ["hello"])
        store.write(.message(message("again", in: "c1")))
        #expect(try store.ask { try $0.recent(conversation: "c1", limit: 9).count } == 2)
    }

    @Test func `compacting gives free space back and empties the log`() throws {
        let store = try SQLiteStore(path: folder.database)
        store.write(.open(conversation("c1")))
        for _ in 0..<100 { store.write(.message(message(String(repeating: "x", count: 8000), in: "c1"))) }
        store.idle()
        let full = try size()
        for sequence in 1...99 {
            store.write(.removeMessage(conversation: "c1", sequence: Int64(sequence)))
        }
        store.idle()
        #expect(try size() == full)
        try store.compact()
        #expect(try size() < full / 2)
        #expect(try logSize() == 0)
        #expect(try store.ask { try $0.recent(conversation: "c1", limit: 200).count } == 1)
    }

    @Test func `whoever writes or reads goes first, and the log is emptied the next time`() throws {
        let store = try SQLiteStore(path: folder.database)
        store.write(.open(conversation("c1")))
        let other = try Connection(path: folder.database)
        try other.execute("BEGIN IMMEDIATE")
        store.idle()
        #expect(try logSize() > 0)
        try other.execute("ROLLBACK")
        try store.read { reader in
            _ = try reader.messages(conversation: "c1", after: 0, limit: 1)
            store.write(.message(message("hello", in: "c1")))
            store.idle()
            #expect(try logSize() > 0)
        }
        store.idle()
        #expect(try logSize() == 0)
    }
}
