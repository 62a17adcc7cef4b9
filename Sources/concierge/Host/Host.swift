import ConciergeCore
import Engine
import Gateway
import HTTPServer
import Knowledge
import SQLiteStore
import Synchronization
import Unix

/// The running whole: configuration, store, skills, engine, and the gateway before them.
final class Host: Sendable {
    let place: Workplace
    let address: String
    let client: HostClient
    private let engine: Engine
    private let gateway: Gateway
    private let carrier: WebhookCarrier
    private let knowledge: KnowledgeWatch
    private let generations: Generations
    private let school: IntentSchool
    /// Held for as long as the host lives.
    private let lock: HeldLock

    /// Starts everything, or throws all that is wrong with the configuration.
    convenience init(
        _ place: Workplace, port: Int? = nil, log: @escaping @Sendable (Engine.LogLevel, String) -> Void
    ) throws {
        let configuration = try place.configuration()
        let lock = try place.data(of: configuration).take()
        try self.init(place, configuration, lock, port: port, log: log)
    }

    init(
        _ place: Workplace, _ configuration: ConciergeCore.Configuration, _ lock: HeldLock, port: Int?,
        log: @escaping @Sendable (Engine.LogLevel, String) -> Void
    ) throws {
        self.place = place
        self.lock = lock
        let token = try place.data(of: configuration).token()
        carrier = WebhookCarrier()
        knowledge = KnowledgeWatch(log: log)
        school = IntentSchool(place, data: place.data(of: configuration), log: log)
        knowledge.keeper.observe { [school, unowned keeper = knowledge.keeper] base, difference in
            school.serve(base, keeper.productNames, difference)
        }
        engine = Engine(
            store: try SQLiteStore(path: try place.database(of: configuration)),
            carriers: ["webhook": carrier], knowledge: knowledge.keeper,
            understanding: school.understander,
            pipeline: Pipeline(stages: [], settings: EngineSettings(configuration)), log: log)
        generations = Generations(
            place: place, engine: engine, carrier: carrier, knowledge: knowledge, school: school,
            beginning: configuration, log: log)
        try engine.start()
        do {
            try generations.begin(with: configuration)
            try knowledge.start()
            try school.start()
            gateway = Gateway(engine: engine, settings: .init(configuration, token, generations))
            let server = try gateway.start(.init(configuration, port: port))
            address = Self.address(configuration.server.host, server)
            client = HostClient(
                address: address, token: token, certificate: configuration.server.tls?.certificate)
            try lock.write("\(address) \(Environment.processIdentifier)\n")
        } catch {
            knowledge.stop()
            school.stop()
            engine.stop(grace: .zero)
            throw error
        }
    }

    /// Reads the configuration again and says what came of it.
    func reload() { generations.reloadAndSay() }

    /// Finishes and commits what was taken in, within the grace time.
    func stop() {
        gateway.stop()
        knowledge.stop()
        school.stop()
        engine.stop()
        // Whoever copies the store of a stopped host copies one file.
        engine.store.idle()
        generations.end()
    }

    /// Where this machine reaches it: a host that listens everywhere listens here too.
    private static func address(_ host: String, _ server: Server) -> String {
        let isEverywhere = ["0.0.0.0", "::", "*"].contains(host)
        let name = isEverywhere ? "127.0.0.1" : host.contains(":") ? "[\(host)]" : host
        return "\(server.isTLS ? "https" : "http")://\(name):\(server.port)"
    }
}
