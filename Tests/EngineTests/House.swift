import ConciergeCore
@testable import Engine
import Foundation
import SQLiteStore
import Synchronization
import Testing
import Threads

/// A skill made of a closure.
struct Scripted: Skill {
    let body: @Sendable (SkillCall) -> Void
    var onCancel: @Sendable (UInt64) -> Void = { _ in }

    init(_ body: @escaping @Sendable (SkillCall) -> Void) { self.body = body }

    func begin(_ call: SkillCall) { body(call) }
    func cancel(turn: UInt64) { onCancel(turn) }
    func stop() {}
}

extension Stage {
    static func answering(
        _ manifest: Manifest, _ body: @escaping @Sendable (SkillCall) throws(SkillFailure) -> Patch
    ) -> Stage {
        Stage(
            manifest: manifest,
            skill: Scripted { call in
                do throws(SkillFailure) { call.complete(.success(try body(call))) } catch {
                    call.complete(.failure(error))
                }
            })
    }
}

extension Manifest {
    static func make(_ id: String, _ change: (inout Manifest) -> Void = { _ in }) -> Manifest {
        var manifest = Manifest(id: id, version: "1.0.0")
        manifest.reads = [Read(pattern: "turn.*")]
        change(&manifest)
        return manifest
    }
}

extension Patch {
    static func make(_ change: (inout Patch) -> Void) -> Patch {
        var patch = Patch()
        change(&patch)
        return patch
    }

    static func answer(_ text: String) -> Patch { make { $0.say = [Utterance(.answer, text)] } }
}

/// The machine's time, and a wall clock that a test moves.
final class TestClock: HostClock {
    private let wall = Mutex(Timestamp(seconds: 1_773_194_400))

    func now() -> Timestamp { wall.withLock { $0 } }
    func monotonic() -> Int64 { monotonicNanoseconds() }
    func advance(_ duration: Duration) { wall.withLock { $0 = $0.adding(duration) } }
}

/// An engine over a real store in a folder of its own.
final class House: Sendable {
    let folder: URL
    let store: any Store
    let engine: Engine
    let clock = TestClock()

    init(
        _ stages: [Stage], folder: URL? = nil, carriers: [String: any Carrier] = [:],
        knowledge: (any KnowledgeSource)? = nil, understanding: (any Understanding)? = nil,
        links: (any PageLinks)? = nil, workers: Int = 2,
        log: @escaping @Sendable (Engine.LogLevel, String) -> Void = { _, _ in },
        wrap: (any Store) -> any Store = { $0 }, settings change: (inout EngineSettings) -> Void = { _ in }
    ) throws {
        self.folder =
            folder ?? FileManager.default.temporaryDirectory.appending(path: "engine-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: self.folder, withIntermediateDirectories: true)
        store = wrap(try SQLiteStore(path: self.folder.appending(path: "store.db").path))
        var settings = EngineSettings()
        change(&settings)
        let pipeline = Pipeline(stages: stages, settings: settings)
        try store.declare(pipeline.declaredCollections)
        engine = Engine(
            store: store, clock: clock, carriers: carriers, knowledge: knowledge,
            understanding: understanding, links: links, pipeline: pipeline, log: log
        )
        try engine.start(workers: workers)
    }

    /// What a shop promises whom no skill answers; it calls a human too.
    static let promise = Localized([
        "zh": "我们已经收到，稍后回复您。", "en": "We have got it and will answer soon.",
    ])

    deinit { engine.stop(grace: .seconds(1)) }

    func submit(_ inbound: Inbound) -> Mailbox<Result<TurnOutcome, TurnFailure>> {
        let box = Mailbox<Result<TurnOutcome, TurnFailure>>()
        engine.submit(inbound) { box.put($0) }
        return box
    }

    func say(_ text: String, customer: String? = "u1", conversation: String? = nil, id: String? = nil)
        -> Mailbox<Result<TurnOutcome, TurnFailure>>
    {
        var inbound = Inbound(channel: "rest", text: text)
        inbound.customer = customer
        inbound.conversation = conversation
        inbound.messageID = id
        return submit(inbound)
    }

    /// One turn, waited for.
    func turn(_ text: String, customer: String? = "u1", conversation: String? = nil, id: String? = nil) throws
        -> TurnOutcome
    {
        try #require(say(text, customer: customer, conversation: conversation, id: id).take()).get()
    }

    func document(_ collection: String, _ id: String) throws -> Document? {
        try store.read { try $0.document(collection, id) }
    }

    /// The next delivery, however far away.
    func waiting() throws -> [Delivery] {
        try store.read { try $0.dueDeliveries(Timestamp(milliseconds: .max), limit: 1) }
    }

    /// Whether nothing waits for its time: no delivery, and no wakeup of a skill that is here.
    var isIdle: Bool {
        get throws {
            let skills = engine.pipeline.stages.map(\.id)
            let wakeups = try store.read {
                try $0.dueWakeups(Timestamp(milliseconds: .max), skills: skills, limit: 1)
            }
            return try wakeups.isEmpty && waiting().isEmpty
        }
    }

    /// Looks again and again until it is so; for what happens behind a turn.
    func eventually<Value>(_ look: () throws -> Value?) throws -> Value {
        let pause = Mailbox<Void>()
        for _ in 0..<1000 {
            if let value = try look() { return value }
            _ = pause.take(until: monotonicNanoseconds() + 10_000_000)
        }
        throw Never()
    }

    struct Never: Error {}
}

extension SkillCall {
    /// What the skill is shown, by key.
    var context: [String: Value] {
        Dictionary(view.entries.map { ($0.key, $0.value) }) { _, last in last }
    }
}
