import ConciergeCore
import Engine
import Gateway
import HTTPServer
import Unix

// What the configuration means to each part.

extension EngineSettings {
    init(_ configuration: ConciergeCore.Configuration) {
        self.init()
        turnDeadline = configuration.turn.deadline
        skillDeadline = configuration.turn.skillDeadline
        join = configuration.turn.join
        fallback = configuration.turn.fallback
        mode = configuration.turn.mode
        locale = configuration.locale
        tracesInFull = configuration.store.traceDetail == .full
        keep = configuration.store.keepsTracesFor
        returnsAfter = configuration.handoff.returnsAfter
        hours = OpeningHours(configuration.businessHours)
        webhooks = configuration.webhooks.map {
            Webhook(url: $0.url, events: Set($0.events), secret: $0.secret)
        }
    }
}

extension OpeningHours {
    /// By the clocks of its time zone, which `check` looked for.
    init(_ hours: BusinessHours) {
        let zone = TimeZone(named: hours.timezone) ?? .utc
        self.init(hours) { zone.offset(at: $0) }
    }
}

extension ConciergeCore.Configuration {
    var restToken: String? { channels["rest"]?.settings["token"]?.text }
}

extension GatewaySettings {
    init(
        _ configuration: ConciergeCore.Configuration, _ token: String, _ seal: PageSeal,
        _ generations: Generations
    ) {
        self.init()
        adminTokenHash = AccessToken.hash(token)
        self.seal = seal
        restTokenHash = configuration.restToken.map(AccessToken.hash)
        version = Program.version
        names = { generations.names(of: $0) }
        unloadedSkills = { generations.unloaded }
        reload = { () throws(ReloadError) in _ = try generations.reload() }
    }
}

extension HTTPServer.Configuration {
    init(_ configuration: ConciergeCore.Configuration, port: Int?) {
        let server = configuration.server
        self.init(host: server.host, port: UInt16(port ?? server.port))
        limits.body = server.maximumBody
        tls = server.tls.map { TLSFiles(certificate: $0.certificate, key: $0.key) }
        let names = Self.names(server)
        servesHost = { names.contains($0.lowercased()) }
    }

    /// The names under which this host is asked: those of this machine, its own, and those it is told of.
    static func names(_ server: ConciergeCore.Configuration.Server) -> Set<String> {
        let told = ([server.host] + server.hosts).compactMap(Authority.init(name:))
        let all = told + [server.publicURL.flatMap(Authority.init(url:))].compactMap { $0 }
        return Set(["localhost", "127.0.0.1", "[::1]"] + all.map(\.host))
    }
}
