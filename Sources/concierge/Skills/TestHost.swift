import ConciergeCore
import Cryptography
import Engine
import Gateway
import Knowledge
import Language
import SQLiteStore
import SkillHosting
import SkillPackages
import Synchronization
import Threads
import Unix

/// A host for one conversation: an empty store, the skills that the test names, and a clock that only the test moves.
final class TestHost {
    let engine: Engine
    let clock: TestClock
    private let folder: String
    private var stages: [Stage] = []
    private var settings: EngineSettings
    /// Opens the links that are made here.
    let seal = PageSeal(key: secureRandomBytes(32), base: "http://127.0.0.1")

    /// Who spoke last.
    var customer: String
    /// Who that is: he may have been merged into another.
    var person: String { engine.survivor(of: customer) }
    /// Where they did.
    var channel = "test"
    /// What was seen before the step that is played.
    var seen = Seen()
    /// What the last action answered as 'url': a link that staff pass on.
    var lastLink: String?

    init(_ test: ConversationTest, of package: SkillFile?, at path: String) throws {
        folder = try Files.temporaryFolder("concierge-test")
        clock = TestClock(test.clock ?? Timestamp(seconds: 1_773_194_400))
        customer = test.customer["id"]?.text ?? "u1"
        let store = try SQLiteStore(path: Files.join(folder, "test.db"))
        settings = EngineSettings()
        settings.join = .zero
        settings.locale = test.locale ?? settings.locale
        settings.hours = OpeningHours(BusinessHours())
        // A machine under load is no reason for a test to fail.
        settings.turnDeadline = .seconds(60)
        settings.skillDeadline = .seconds(30)
        let skills = try TestSkills(test, of: package)
        let (keeper, configuration) = try Self.knowledge(of: test, skills, at: path)
        engine = Engine(
            store: store, clock: clock, knowledge: keeper,
            understanding: Self.understander(of: keeper.base, configuration), links: seal,
            pipeline: Pipeline(stages: [], settings: settings))
        try engine.start(workers: 1, couriers: 1)
        for (file, config) in skills.files { stages.append(try stage(file, config)) }
        try serve(stages)
        try introduce(test)
    }

    private func serve(_ stages: [Stage]) throws {
        let pipeline = Pipeline(stages: stages, settings: settings)
        try engine.store.declare(pipeline.declaredCollections)
        engine.replace(pipeline) {}
    }

    /// The one skill of this host, anew; where it cannot be made the old one goes on.
    func reload(_ file: SkillFile, config: Value) throws {
        let (old, new) = (stages, [try stage(file, config)])
        do { try serve(new) } catch {
            for stage in new { stage.skill.stop() }
            throw error
        }
        stages = new
        for stage in old { stage.skill.stop() }
    }

    private func stage(_ file: SkillFile, _ own: Value) throws -> Stage {
        let (config, layers, problems) = file.configuration(own)
        let errors = problems.filter(\.isError)
        guard errors.isEmpty else { throw Failure(errors.map(\.description)) }
        let loaded = try SkillLoading.load(file, config: config, services: engine)
        if let error = loaded.findings.first(where: \.isError) {
            throw Failure(error.problem(in: layers).description)
        }
        return Stage(manifest: file.manifest, skill: loaded.skill)
    }

    /// What the test names, or what the packages bring, is what this host knows.
    private static func knowledge(
        of test: ConversationTest, _ skills: TestSkills, at path: String
    ) throws -> (KnowledgeKeeper, Configuration) {
        let keeper = KnowledgeKeeper()
        var configuration = Configuration()
        configuration.locale = test.locale ?? configuration.locale
        configuration.knowledge =
            test.knowledge.map { [Files.join(Files.folder(of: path), $0)] }
            ?? skills.files.map { Files.join($0.file.package.path, "knowledge") }.filter(Files.exists)
        let problems = keeper.serve(configuration, builtIn: Starter.builtIn).problems.filter(\.isError)
        guard problems.isEmpty else { throw Failure(problems.map(\.description)) }
        return (keeper, configuration)
    }

    /// The host's own intents, and what the knowledge names.
    private static func understander(of base: KnowledgeBase, _ configuration: Configuration) -> Understander {
        let understander = Understander()
        understander.serve(configuration)
        understander.serve(base.productNames)
        if let model = model(of: base.intents) { understander.serve(model, files: base.intents) }
        return understander
    }

    private static func model(of files: [IntentFile]) -> IntentModel? {
        guard !files.isEmpty else { return Starter.intents?.model }
        var making = IntentMaking(starter: Starter.intents, files: files)
        making.workforce = .cores
        return making.model(quickly: true)
    }

    func close() {
        engine.stop()
        for stage in stages { stage.skill.stop() }
        try? Files.removeTree(folder)
    }

    /// Who talks and who answers, with what was bought before.
    private func introduce(_ test: ConversationTest) throws {
        for fields in [test.customer] + test.others {
            let id = fields["id"]?.text ?? customer
            let person = try Customer(id: id, fields: fields, at: clock.now())
            let orders = try (fields["orders"]?.list ?? []).enumerated().map { index, order in
                try Order(
                    id: "\(id)-o\(index + 1)", customer: id, fields: order.map ?? [:], at: clock.now())
            }
            try engine.changeNow { _ in
                Change([.customer(person, expecting: nil)] + orders.map(Write.order), result: ())
            }
        }
        let agents = try test.agents.map(Agent.init(test:))
        try engine.changeNow { _ in Change(agents.map(Write.agent), result: ()) }
    }
}

/// A wall clock that stands still; waits still go by the machine's.
final class TestClock: HostClock {
    private let time: Mutex<Timestamp>

    init(_ start: Timestamp) { time = Mutex(start) }

    func now() -> Timestamp { time.withLock { $0 } }
    func monotonic() -> Int64 { monotonicNanoseconds() }
    func set(_ moment: Timestamp) { time.withLock { $0 = max($0, moment) } }
}
