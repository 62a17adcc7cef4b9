import ConciergeCore
import Foundation
import SQLite
import Synchronization
import Testing

@testable import SQLiteStore

struct FaultTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// What a turn writes: all of it is there or nothing.
    static func turn(_ id: String, text: String = "hello") -> Commit {
        var record = TurnRecord(id: id, kind: "message", at: noon)
        record.conversation = "c-" + id
        return Commit([
            .receive(InboundKey(channel: "rest", scope: "c-" + id, messageID: "m"), turn: id),
            .open(conversation("c-" + id)), .message(message(text, in: "c-" + id)),
            .message(message("answer", in: "c-" + id, by: .bot)), .turn(EncodedTurn(record)),
        ])
    }

    /// How many of a turn's parts are there: 0 or 4.
    static func parts(of id: String, in store: SQLiteStore) throws -> Int {
        try store.read { reader in
            var parts = try reader.recent(conversation: "c-" + id, limit: 9).count
            if try reader.turn(id) != nil { parts += 1 }
            if try reader.turn(for: InboundKey(channel: "rest", scope: "c-" + id, messageID: "m")) != nil {
                parts += 1
            }
            return parts
        }
    }

    @Test func `a file that fills up inside a batch costs only what did not fit`() throws {
        var opening = Opening(path: folder.database)
        opening.largestPageCount = 200
        let store = try SQLiteStore(opening)
        let huge = String(repeating: "x", count: 1_000_000)
        let outcomes = store.commit([
            Self.turn("a"), Self.turn("b", text: huge), Self.turn("c"), Self.turn("a"),
        ])
        #expect(
            outcomes == [
                .committed, .unavailable("\(folder.database): the disk is full; make room on it"), .committed,
                .conflict("message 'm' was received before"),
            ])
        let again = try SQLiteStore(path: folder.database)
        #expect(try ["a", "b", "c"].map { try Self.parts(of: $0, in: again) } == [4, 0, 4])
    }

    @Test func `a full file answers again when there is room`() throws {
        var opening = Opening(path: folder.database)
        opening.largestPageCount = 100
        let store = try SQLiteStore(opening)
        var written = 0
        while store.commit([Self.turn("t\(written)", text: String(repeating: "x", count: 3000))]) == [
            .committed
        ] {
            written += 1
        }
        #expect(written > 0)
        #expect(try Self.parts(of: "t\(written)", in: store) == 0)
        #expect(try (0..<written).allSatisfy { try Self.parts(of: "t\($0)", in: store) == 4 })
        store.write(.erase(customer: "u1"))
        #expect(store.commit([Self.turn("later")]) == [.committed])
    }

    @Test func `a file locked by another process is said to be, and written again when it is free`() throws {
        let store = try SQLiteStore(path: folder.database, busyTimeout: .milliseconds(20))
        let other = try Connection(path: folder.database)
        try other.run("BEGIN IMMEDIATE")
        let refused = CommitOutcome.unavailable(
            "\(folder.database): locked by another process; stop it, or wait until it is done")
        #expect(store.commit([Self.turn("a"), Self.turn("b")]) == [refused, refused])
        #expect(try Self.parts(of: "a", in: store) == 0)
        try other.run("ROLLBACK")
        #expect(store.commit([Self.turn("a"), Self.turn("b")]) == [.committed, .committed])
    }

    @Test func `a disk that fails at the commit loses nothing that was answered, and the store comes back`()
        async throws
    {
        let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
            [path = folder.database as String] in
            let store = try SQLiteStore(path: path)
            signal(SIGXFSZ, SIG_IGN)
            // From here no file may grow beyond 2,000,000 bytes: writing to the log fails in the middle of a commit.
            var limit = rlimit(rlim_cur: 2_000_000, rlim_max: rlim_t.max)
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            var number = 0
            var outcomes: [CommitOutcome] = []
            repeat {
                outcomes = store.commit([FaultTests.turn("a\(number)"), FaultTests.turn("b\(number)")])
                number += 1
            } while outcomes == [.committed, .committed]
            guard case .unavailable(let reason) = outcomes[0], outcomes[1] == outcomes[0] else { exit(2) }
            print(reason.replacing(path, with: "FILE"))
            for earlier in 0..<number - 1 where try FaultTests.parts(of: "b\(earlier)", in: store) != 4 {
                exit(3)
            }
            guard try FaultTests.parts(of: "a\(number - 1)", in: store) == 0 else { exit(4) }
            limit.rlim_cur = rlim_t.max
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            guard store.commit([FaultTests.turn("later")]) == [.committed] else { exit(5) }
            print(number > 10 ? "many" : "\(number)")
        }
        #expect(
            String(decoding: result?.standardOutputContent ?? [], as: UTF8.self)
                == "FILE: the disk could not be read or written; check the disk, its quota and its mount\nmany\n"
        )
        let store = try SQLiteStore(path: folder.database)
        #expect(try ["a0", "b0", "later"].map { try Self.parts(of: $0, in: store) } == [4, 4, 4])
    }

    @Test(arguments: [3, 17, 40, 91])
    func `a process killed while it commits has kept everything it answered, whole`(count: Int) async throws {
        let result = await #expect(processExitsWith: .signal(SIGKILL), observing: [\.standardOutputContent]) {
            [path = folder.database as String, count = count as Int] in
            let store = try SQLiteStore(path: path)
            let answered = Atomic<Int>(0)
            // The killer does not wait for the end of a commit: it strikes wherever the other thread is.
            Thread.detachNewThread {
                while answered.load(ordering: .relaxed) < count {}
                kill(getpid(), SIGKILL)
            }
            for batch in 0... {
                let ids = (0..<4).map { "t\(batch)-\($0)" }
                guard store.commit(ids.map { FaultTests.turn($0) }).allSatisfy({ $0 == .committed }) else {
                    exit(2)
                }
                let line = Array((ids.joined(separator: "\n") + "\n").utf8)
                guard write(1, line, line.count) == line.count else { exit(3) }
                answered.add(1, ordering: .relaxed)
            }
        }
        let lines = String(decoding: result?.standardOutputContent ?? [], as: UTF8.self)
            .split(separator: "\n").map(String.init)
        #expect(lines.count >= count * 4)
        let store = try SQLiteStore(path: folder.database)
        for id in lines { #expect(try Self.parts(of: id, in: store) == 4) }
        // What was not answered is whole or not there.
        let next = lines.count / 4
        for id in (0..<4).map({ "t\(next)-\($0)" }) {
            #expect([0, 4].contains(try Self.parts(of: id, in: store)))
        }
    }

    @Test func `a reader sees whole commits while others are made`() async throws {
        let store = try SQLiteStore(path: folder.database)
        store.write(.open(conversation("c1")), .open(conversation("c2")))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for number in 0..<200 {
                    store.write(
                        .message(message("\(number)", in: "c1")), .message(message("\(number)", in: "c2")))
                }
            }
            for _ in 0..<3 {
                group.addTask {
                    for _ in 0..<200 {
                        let (first, second) = try store.read { reader in
                            (
                                try reader.messages(conversation: "c1", after: 0, limit: 999).count,
                                try reader.messages(conversation: "c2", after: 0, limit: 999).count
                            )
                        }
                        #expect(first == second)
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try store.read { try $0.recent(conversation: "c2", limit: 1).map(\.sequence) } == [200])
    }
}
