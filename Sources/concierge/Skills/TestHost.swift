import ConciergeCore
import Engine
import Knowledge
import Language
import SQLiteStore
import SkillHosting
import SkillPackages
import Synchronization
import Threads
import Unix

/// A host for one conversation: the skill alone, an empty store, a clock that only a test moves.
final class TestHost: ConversationHost {
    private let engine: Engine
    private let clock: TestClock
    private let folder: String
    private let customer: String
    private let stage: Stage

    init(file: SkillFile, test: ConversationTest) throws {
        folder = try Files.temporaryFolder("concierge-test")
        clock = TestClock(test.clock ?? Timestamp(seconds: 1_773_194_400))
        customer = test.customer["id"]?.text ?? "u1"
        let store = try SQLiteStore(path: Files.join(folder, "test.db"))
        var settings = EngineSettings()
        settings.join = .zero
        // A machine under load is no reason for a test to fail.
        settings.turnDeadline = .seconds(60)
        settings.skillDeadline = .seconds(30)
        settings.hours = OpeningHours(BusinessHours())
        // What the package brings as knowledge is what this host knows.
        let knowledge = KnowledgeKeeper()
        var configuration = Configuration()
        configuration.knowledge = [Files.join(file.package.path, "knowledge")]
        let problems = knowledge.serve(configuration, builtIn: Starter.builtIn).problems.filter(\.isError)
        guard problems.isEmpty else { throw Failure(problems.map(\.description)) }
        engine = Engine(
            store: store, clock: clock, knowledge: knowledge,
            understanding: Self.understander(of: knowledge.base, configuration),
            pipeline: Pipeline(stages: [], settings: settings))
        try engine.start(workers: 1, couriers: 1)
        let loaded = try SkillLoading.load(file, config: test.config, services: engine)
        stage = Stage(manifest: file.manifest, skill: loaded.skill)
        let pipeline = Pipeline(stages: [stage], settings: settings)
        try store.declare(pipeline.declaredCollections)
        engine.replace(pipeline) {}
        try introduce(test.customer)
    }

    /// The host's own intents, and what the package's knowledge names.
    private static func understander(of base: KnowledgeBase, _ configuration: Configuration) -> Understander {
        let understander = Understander()
        understander.serve(configuration)
        understander.serve(base.productNames)
        if let model = Self.model(of: base.intents) { understander.serve(model, files: base.intents) }
        return understander
    }

    private static func model(of files: [IntentFile]) -> IntentModel? {
        guard !files.isEmpty else { return Starter.intents?.model }
        var making = IntentMaking(starter: Starter.intents, files: files)
        making.workforce = .cores
        return making.model(quickly: true)
    }

    func say(_ text: String) throws -> Heard {
        var inbound = Inbound(channel: "test", text: text)
        inbound.customer = customer
        inbound.conversation = "test"
        let box = Mailbox<Result<TurnOutcome, TurnFailure>>()
        engine.submit(inbound) { box.put($0) }
        guard let outcome = try box.take()?.get() else { throw Failure("the host stopped") }
        return Heard(
            replies: outcome.answer.replies, status: outcome.answer.status,
            context: outcome.record?.context ?? [:], skills: outcome.record?.skills.map(\.status) ?? [])
    }

    func documents(_ collection: String) throws -> [Value]? {
        guard engine.pipeline.collection(collection) != nil else { return nil }
        return try engine.store.read { reader in
            var query = Query()
            query.filters = [.init(field: "customer", operator: .eq, value: .text(customer))]
            query.limit = 500
            return try reader.documents(collection, query).items.map(\.value)
        }
    }

    func wait(_ duration: Duration) { clock.advance(by: duration) }

    func close() {
        engine.stop()
        stage.skill.stop()
        try? Files.removeTree(folder)
    }

    /// Who talks, with what was bought before.
    private func introduce(_ fields: [String: Value]) throws {
        let person = try Customer(id: customer, fields: fields, at: clock.now())
        let orders = try (fields["orders"]?.list ?? []).enumerated().map { index, order in
            try Order(id: "o\(index + 1)", customer: customer, fields: order.map ?? [:], at: clock.now())
        }
        try engine.changeNow { _ in
            Change([.customer(person, expecting: nil)] + orders.map(Write.order), result: ())
        }
    }
}

/// A wall clock that stands still; waits still go by the machine's.
final class TestClock: HostClock {
    private let time: Mutex<Timestamp>

    init(_ start: Timestamp) { time = Mutex(start) }

    func now() -> Timestamp { time.withLock { $0 } }
    func monotonic() -> Int64 { monotonicNanoseconds() }
    func advance(by duration: Duration) { time.withLock { $0 = $0.adding(duration) } }
}
