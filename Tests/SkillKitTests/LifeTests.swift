import CSkillABI
import Glibc
import Synchronization
import Testing

@testable import SkillKit

@Suite struct LifeTests {
    enum Echoes: TurnScript {
        static func run(_ turn: Turn) throws -> Reply { .answer(turn[Turn.text] ?? "") }
    }

    @Test func `the entry is the same table each time, with manifest and toolchain`() throws {
        let entry = Entry.of(Scripted<Echoes>.self)
        #expect(entry == Entry.of(Scripted<Echoes>.self))
        #expect(entry.pointee.size == 48)
        #expect(entry.pointee.abi_major == 1)
        #expect(Value(decoding: entry.pointee.manifest)?["id"] == "scripted")
        #expect(String(cString: try #require(entry.pointee.toolchain)) == String(cString: sk_toolchain()))
    }

    enum WantsNumber: TurnScript {
        static func configure(_ configuration: Value) throws {
            guard configuration["n"]?.int != nil else { throw SkillError("'n' is missing; say how many") }
        }
        static func run(_ turn: Turn) throws -> Reply { Reply() }
    }

    @Test func `a configuration that the skill refuses makes no instance and says why`() throws {
        #expect(throws: SkillError("'n' is missing; say how many")) {
            try Running(Scripted<WantsNumber>.self)
        }
        _ = try Running(Scripted<WantsNumber>.self, configuration: ["n": 1])
    }

    @Test func `a turn that waits for nothing is done when turn_begin returns`() throws {
        let outcome = try Running(Scripted<Echoes>.self).answer(["turn.text": "hi"])
        #expect(outcome.reply == ["say": [["kind": "answer", "text": "hi"]]])
    }

    enum Throws: TurnScript {
        static func run(_ turn: Turn) async throws -> Reply {
            if turn[Turn.text] == "later" { try await turn.clock.sleep(for: .milliseconds(1)) }
            throw SkillError("no stock list; run 'concierge import products'")
        }
    }

    @Test(arguments: ["now", "later"]) func `a throw is done once, with its words`(text: String) async throws
    {
        let running = try Running(Scripted<Throws>.self)
        let recorder = running.begin(1, ["turn.text": .text(text)])
        let outcome = await recorder.next()
        #expect(outcome?.status == SK_ERROR)
        #expect(outcome?.text == "no stock list; run 'concierge import products'")
        #expect(recorder.all.count == 1)
    }

    enum Doubts: TurnScript {
        static func run(_ turn: Turn) throws -> Reply {
            throw SkillError(input: "value", "'x' is no tier; known are a, b")
        }
    }

    @Test func `what an action was told wrong is another status, with its place`() throws {
        let outcome = try Running(Scripted<Doubts>.self).answer()
        #expect(outcome.status == SK_BAD_ARGUMENT)
        #expect(outcome.text == "/value: 'x' is no tier; known are a, b")
    }

    enum Sleeps: TurnScript {
        static func run(_ turn: Turn) async throws -> Reply {
            try await turn.clock.sleep(for: turn[Turn.text] == "forever" ? .seconds(3600) : .milliseconds(2))
            return .answer("awake")
        }
    }

    @Test func `a turn that waits leaves the host's thread and is done later`() async throws {
        let running = try Running(Scripted<Sleeps>.self)
        let recorders = (1...20).map { running.begin($0) }
        for recorder in recorders {
            #expect(await recorder.next()?.reply == ["say": [["kind": "answer", "text": "awake"]]])
            #expect(recorder.all.count == 1)
        }
    }

    @Test func `cancelling ends a wait, and done is still called once`() async throws {
        let running = try Running(Scripted<Sleeps>.self)
        let recorder = running.begin(7, ["turn.text": "forever"])
        #expect(recorder.all.isEmpty)
        running.cancel(7)
        running.cancel(7)
        running.cancel(8)
        #expect(await recorder.next()?.status == SK_CANCELLED)
        running.cancel(7)
        #expect(recorder.all.count == 1)
    }

    enum CancelsItself: TurnScript {
        static let cancel = Mutex<(@Sendable () -> Void)?>(nil)

        static func run(_ turn: Turn) async throws -> Reply {
            cancel.withLock { $0 }?()
            try await turn.clock.sleep(for: .seconds(3600))
            return .answer("never")
        }
    }

    @Test func `a cancel that comes while turn_begin runs is not lost`() async throws {
        let running = try Running(Scripted<CancelsItself>.self)
        CancelsItself.cancel.withLock { $0 = { running.cancel(5) } }
        let outcome = await running.begin(5).next()
        #expect(outcome?.status == SK_CANCELLED)
        CancelsItself.cancel.withLock { $0 = nil }
    }

    enum TellsThread: TurnScript {
        static func run(_ turn: Turn) async throws -> Reply {
            let first = pthread_self()
            try? await turn.clock.sleep(for: .seconds(3600))
            let second = pthread_self()
            await Task.yield()
            return .answer("\(first != second) \(pthread_self() == second)")
        }
    }

    @Test func `after a wait a turn goes on, and stays, on the instance's own thread`() async throws {
        let running = try Running(Scripted<TellsThread>.self)
        let recorder = running.begin(1)
        // Only now: a wait that ends before it began would go on where it is.
        running.cancel(1)
        #expect(await recorder.next()?.reply == ["say": [["kind": "answer", "text": "true true"]]])
    }

    @Test func `an instance that is destroyed too early still ends what waits`() async throws {
        let recorder = Recorder()
        do {
            let running = try Running(Scripted<Sleeps>.self)
            running.begin(1, ["turn.text": "forever"], recorder)
        }
        #expect(recorder.all.map(\.status) == [SK_CANCELLED])
    }

    @Test func `many turns at once from many threads are each done once`() async throws {
        let running = try Running(Scripted<Sleeps>.self)
        let recorders = await withTaskGroup(of: [Recorder].self) { group in
            for lane in 0..<4 {
                group.addTask { (0..<250).map { running.begin(UInt64(lane * 1000 + $0 + 1)) } }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
        for (number, recorder) in recorders.enumerated() where number % 3 == 0 {
            running.cancel(UInt64(number + 1))
            _ = await recorder.next()
        }
        for (number, recorder) in recorders.enumerated() where number % 3 != 0 { _ = await recorder.next() }
        #expect(recorders.allSatisfy { $0.all.count == 1 })
    }

    @Test func `an instance is made and destroyed without a turn`() throws {
        for _ in 0..<100 { _ = try Running(Scripted<Echoes>.self) }
    }
}
