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
        try self.init(
            place, configuration, lock, port: port, links: configuration.server.publicURL, log: log)
    }

    /// `links`: where customers reach the pages of skills; nil: where it listens.
    init(
        _ place: Workplace, _ configuration: ConciergeCore.Configuration, _ lock: HeldLock, port: Int?,
        links: String?, log: @escaping @Sendable (Engine.LogLevel, String) -> Void
    ) throws {
        self.place = place
        self.lock = lock
        let data = place.data(of: configuration)
        let token = try data.token()
        let seal = PageSeal(key: try data.linkKey(), base: links)
        backstage = try Backstage(place, configuration, links: seal, log: log)
        try backstage.start(with: configuration)
        do {
            gateway = Gateway(
                engine: backstage.engine, settings: .init(configuration, token, seal, backstage.generations))
            let server = try gateway.start(.init(configuration, port: port))
            address = Self.address(configuration.server.host, isTLS: server.isTLS, port: Int(server.port))
            if links == nil { seal.serve(at: address) }
            client = HostClient(
                address: address, token: token, certificate: configuration.server.tls?.certificate)
            try lock.write("\(address) \(Environment.processIdentifier)\n")
            backstage.engine.open()
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

    /// Where a host that is started by this configuration is reached; nil when its port is not known before.
    static func address(_ server: ConciergeCore.Configuration.Server) -> String? {
        server.port == 0 ? nil : address(server.host, isTLS: server.tls != nil, port: server.port)
    }

    /// Where this machine reaches it: a host that listens everywhere listens here too.
    private static func address(_ host: String, isTLS: Bool, port: Int) -> String {
        let isEverywhere = ["0.0.0.0", "::", "*"].contains(host)
        let name = isEverywhere ? "127.0.0.1" : host.contains(":") ? "[\(host)]" : host
        return "\(isTLS ? "https" : "http")://\(name):\(port)"
    }
}
