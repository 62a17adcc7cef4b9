import ConciergeCore
import Engine
import Knowledge
import SQLiteStore

/// What works behind the gateway: the engine with its skills, and what it knows and understands.
struct Backstage: Sendable {
    let engine: Engine
    let generations: Generations
    private let knowledge: KnowledgeWatch
    let school: IntentSchool

    init(
        _ place: Workplace, _ configuration: ConciergeCore.Configuration, links: any PageLinks,
        log: @escaping @Sendable (Engine.LogLevel, String) -> Void
    ) throws {
        let carrier = WebhookCarrier()
        knowledge = KnowledgeWatch(log: log)
        let models = place.data(of: configuration).models
        school = IntentSchool(shelf: IntentShelf(starter: Starter.intents, folder: models), log: log)
        knowledge.keeper.observe { [school, unowned keeper = knowledge.keeper] base, difference in
            school.serve(base, keeper.productNames, difference)
        }
        engine = Engine(
            store: try SQLiteStore(path: try place.database(of: configuration)),
            carriers: ["webhook": carrier], knowledge: knowledge.keeper,
            understanding: school.understander, links: links,
            pipeline: Pipeline(stages: [], settings: EngineSettings(configuration)), log: log)
        generations = Generations(
            place: place, engine: engine, carrier: carrier, knowledge: knowledge, school: school,
            beginning: configuration, log: log)
    }

    func start(with configuration: ConciergeCore.Configuration) throws {
        try engine.start(open: false)
        do {
            try generations.begin(with: configuration)
            try knowledge.start()
            try school.start()
        } catch {
            abandon()
            throw error
        }
    }

    /// Nothing was taken in yet that would have to be finished.
    func abandon() {
        knowledge.stop()
        school.stop()
        engine.stop(grace: .zero)
    }

    /// Finishes and commits what was taken in, within the grace time.
    func stop() {
        knowledge.stop()
        school.stop()
        engine.stop()
        // Whoever copies the store of a stopped host copies one file.
        engine.store.idle()
        generations.end()
    }
}
