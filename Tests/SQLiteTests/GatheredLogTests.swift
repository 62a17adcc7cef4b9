import Foundation
import SQLite
import Testing

/// The log's writes are gathered; nobody may see a difference.
struct GatheredLogTests {
    private let folder: String

    init() throws {
        folder = FileManager.default.temporaryDirectory.path + "/log-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private func writer() throws -> Connection {
        let connection = try Connection(path: folder + "/store.db")
        try connection.execute(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE IF NOT EXISTS lines (text TEXT)"
        )
        return connection
    }

    private func count(on connection: Connection) throws -> Int64 {
        try #require(try connection.first("SELECT count(*) FROM lines") { $0.int(0) })
    }

    private func fill(_ connection: Connection, lines: Int) throws {
        for line in 0..<lines {
            try connection.run(
                "INSERT INTO lines (text) VALUES (?)", String(repeating: "\(line) ", count: 200))
        }
    }

    @Test(arguments: [1, 100, 3000])
    func `what was committed is there for everybody, and whole`(lines: Int) throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let writer = try writer()
        try writer.transaction { try fill(writer, lines: lines) }
        let stranger = try Connection(path: folder + "/store.db", mode: .existing)
        #expect(try count(on: stranger) == Int64(lines))
        #expect(try stranger.first("PRAGMA integrity_check") { $0.text(0) } == "ok")
        // Copied while the writer lives: what another process finds after this one was killed.
        let copy = folder + "/copy"
        try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(
                atPath: folder + "/store.db" + suffix, toPath: copy + "/store.db" + suffix)
        }
        #expect(try count(on: Connection(path: copy + "/store.db", mode: .existing)) == Int64(lines))
    }

    @Test func `a transaction larger than the memory reads itself, and can be taken back`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let writer = try writer()
        try writer.execute("PRAGMA cache_size = 10")
        try fill(writer, lines: 10)
        try writer.run("BEGIN IMMEDIATE")
        try fill(writer, lines: 2000)
        #expect(try count(on: writer) == 2010)
        #expect(try count(on: Connection(path: folder + "/store.db", mode: .existing)) == 10)
        writer.rollBack()
        #expect(try count(on: writer) == 10)
        try writer.transaction { try fill(writer, lines: 5) }
        #expect(try count(on: Connection(path: folder + "/store.db", mode: .existing)) == 15)
        #expect(try writer.first("PRAGMA integrity_check") { $0.text(0) } == "ok")
    }

    @Test func `the log's length is told after each commit, and what is home begins anew`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let writer = try writer()
        let lengths = Lengths()
        writer.followLog { lengths.add($0) }
        try fill(writer, lines: 30)
        let all = lengths.all
        #expect(all.count == 30)
        #expect(all == all.sorted())
        let last = try #require(all.last)
        let log = try writer.bringLogHome()
        #expect(log.pages == last && log.home == last)
        try fill(writer, lines: 1)
        let next = try #require(lengths.all.last)
        #expect(next < last)
    }
}

// Told and asked by the test's thread alone.
private final class Lengths: @unchecked Sendable {
    private(set) var all: [Int] = []

    func add(_ length: Int) { all.append(length) }
}
