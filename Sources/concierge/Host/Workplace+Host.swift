import ConciergeCore
import Engine
import Unix

extension Workplace {
    /// Lets a command speak to the host that holds the data: the one that runs, or one that lives as long as the command.
    func withHost<Result>(_ body: (HostClient) throws -> Result) throws -> Result {
        finishInstalls()
        let configuration = try configuration(isQuiet: true)
        let data = data(of: configuration)
        guard let lock = try data.tryToTake() else { return try body(try runningHost(configuration)) }
        // The links that a skill makes now are opened when the host itself runs again.
        let links = configuration.server.publicURL ?? Host.address(configuration.server)
        let host = try Host(self, configuration, lock, port: 0, links: links) { level, message in
            if level == .warning || level == .error { Terminal.warn(message) }
        }
        defer { host.stop() }
        return try body(host.client)
    }

    /// Lets the running host, if there is one, see what was changed.
    func tellRunningHost() throws {
        guard Files.exists(configurationPath) else { return }
        let configuration = try configuration(isQuiet: true)
        let data = data(of: configuration)
        guard Files.exists(data.lock), try data.tryToTake() == nil else { return }
        let reply = try runningHost(configuration).send("POST", "/v1/reload")
        guard reply.isGood else { throw Failure("the running host did not take it: \(reply.complaint)") }
        Terminal.remark("the running host was reloaded")
    }

    /// What the running host answers; nil when none runs.
    func whatRuns(_ path: String) throws -> Value? {
        guard Files.exists(configurationPath) else { return nil }
        let configuration = try configuration(isQuiet: true)
        let data = data(of: configuration)
        guard Files.exists(data.lock), try data.tryToTake() == nil else { return nil }
        return try runningHost(configuration).demand("GET", path)
    }

    private func runningHost(_ configuration: Configuration) throws -> HostClient {
        let data = data(of: configuration)
        guard let holder = data.holder else {
            throw Failure("\(data.lock): held by a host that does not say where it listens yet; try again")
        }
        return HostClient(
            address: holder.address, token: try data.token(),
            certificate: configuration.server.tls?.certificate)
    }
}
