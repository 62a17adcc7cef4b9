import ConciergeCore
import Engine
import Gateway
import Synchronization

/// The reading of the configuration that serves now, and the way to the next one.
final class Generations: Sendable {
    private let place: Workplace
    private let engine: Engine
    private let carrier: WebhookCarrier
    private let knowledge: KnowledgeWatch
    private let school: IntentSchool
    /// What the host was started with.
    private let beginning: Configuration
    private let log: @Sendable (Engine.LogLevel, String) -> Void
    private let current = Mutex(Generation())
    /// One reload at a time.
    private let turnstile = Mutex(())

    init(
        place: Workplace, engine: Engine, carrier: WebhookCarrier, knowledge: KnowledgeWatch,
        school: IntentSchool,
        beginning: Configuration, log: @escaping @Sendable (Engine.LogLevel, String) -> Void
    ) {
        self.place = place
        self.engine = engine
        self.carrier = carrier
        self.knowledge = knowledge
        self.school = school
        self.beginning = beginning
        self.log = log
    }

    var unloaded: [UnloadedSkill] { current.withLock { $0.unloaded } }

    /// The names of one kind that the configurations of the running skills give, each once.
    func names(of kind: Format) -> [String] {
        current.withLock { $0.served }.flatMap { $0.origin.names(of: kind) }
            .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    func begin(with configuration: Configuration) throws {
        _ = try change(to: configuration)
    }

    /// Reads the file again; what is wrong with it leaves everything as it is.
    func reload() throws(ReloadError) -> ReloadPlan {
        do {
            return try turnstile.withLock { _ in try change(to: try place.configuration()) }
        } catch let failure as Failure {
            throw ReloadError(problems: failure.lines)
        } catch {
            throw ReloadError(problems: ["\(error)"])
        }
    }

    func reloadAndSay() {
        do throws(ReloadError) {
            log(.notice, "\(place.configurationPath): reloaded: \(try reload().text)")
        } catch {
            for problem in error.problems { log(.error, problem) }
            log(.error, "\(place.configurationPath): not reloaded; the running configuration stays")
        }
    }

    /// The engine has stopped: no turn is in flight and none will come.
    func end() {
        for skill in current.withLock({ $0.served }) { skill.stage.skill.stop() }
    }

    private func change(to configuration: Configuration) throws -> ReloadPlan {
        let old = current.withLock { $0 }
        let assembly = Assembly(place: place, services: engine)
        var new = try assembly.generation(configuration, after: old)
        let waiting = configuration.waitingForStart(since: beginning)
        new.warnings += waiting.map(\.problem.description)
        for warning in new.warnings + new.unloaded.map(\.reason) { log(.warning, warning) }
        let pipeline = Pipeline(stages: new.served.map(\.stage), settings: EngineSettings(configuration))
        try engine.store.declare(pipeline.declaredCollections)
        try introduceAgents(configuration.agents)
        carrier.serve(configuration.webhooks)
        school.serve(configuration)
        knowledge.serve(configuration, builtIn: school.intents)
        current.withLock { [new] in $0 = new }
        let kept = Set(new.served.map { ObjectIdentifier($0.stage) })
        let gone = old.served.filter { !kept.contains(ObjectIdentifier($0.stage)) }
        engine.replace(pipeline) { for skill in gone { skill.stage.skill.stop() } }
        return ReloadPlan(from: old, to: new, waiting: waiting.map(\.name))
    }

    /// Agents of the file are put in; what each does now, online or away, stays as it is.
    private func introduceAgents(_ entries: [Configuration.AgentEntry]) throws {
        guard !entries.isEmpty else { return }
        try engine.changeNow { reader in
            let known = try reader.agents()
            let writes = entries.compactMap { entry -> Write? in
                let before = known.first { $0.id == entry.id }
                let agent = Agent(
                    id: entry.id, name: entry.name, competences: entry.competences,
                    capacity: entry.capacity, presence: before?.presence ?? .online)
                return agent == before ? nil : .agent(agent)
            }
            return Change(writes, result: ())
        }
    }
}
