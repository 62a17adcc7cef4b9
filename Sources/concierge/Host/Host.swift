import ConciergeCore
import Engine
import Gateway
import HTTPServer
import Unix

/// The running whole: configuration, store, skills, engine, and the gateway before them.
final class Host: Sendable {
    let place: Workplace
    let address: String
    let client: HostClient
    private let gateway: Gateway
    private let backstage: Backstage
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
        backstage = try Backstage(place, configuration, log: log)
        try backstage.start(with: configuration)
        do {
            gateway = Gateway(
                engine: backstage.engine, settings: .init(configuration, token, backstage.generations))
            let server = try gateway.start(.init(configuration, port: port))
            address = Self.address(configuration.server.host, server)
            client = HostClient(
                address: address, token: token, certificate: configuration.server.tls?.certificate)
            try lock.write("\(address) \(Environment.processIdentifier)\n")
        } catch {
            backstage.abandon()
            throw error
        }
    }

    /// Reads the configuration again and says what came of it.
    func reload() { backstage.generations.reloadAndSay() }

    /// Finishes and commits what was taken in, within the grace time.
    func stop() {
        gateway.stop()
        backstage.stop()
    }

    /// Where this machine reaches it: a host that listens everywhere listens here too.
    private static func address(_ host: String, _ server: Server) -> String {
        let isEverywhere = ["0.0.0.0", "::", "*"].contains(host)
        let name = isEverywhere ? "127.0.0.1" : host.contains(":") ? "[\(host)]" : host
        return "\(server.isTLS ? "https" : "http")://\(name):\(server.port)"
    }
}
