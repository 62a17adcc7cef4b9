import ConciergeCore
import Engine
import Unix

/// `concierge serve`: the host, until it is told to stop.
enum Serve {
    static let command = Command(
        name: "serve", summary: "run the host",
        details: """
            SIGHUP, a changed configuration or POST /v1/reload reload it; a bad configuration is refused and the running one stays.
            SIGTERM or Ctrl-C: nothing new is taken in, what runs is finished and committed, exit 0.
            """,
        options: [
            .config,
            .init(name: "port", value: "N", summary: "instead of 'server.port'; 0 picks a free one"),
        ],
        run: { invocation in
            // Before any thread starts: they inherit that these signals wait for us.
            let signals = Signals()
            Environment.raiseFileLimit()
            let port = try invocation.integer("port", in: 0...65_535)
            let place = try Workplace(invocation)
            place.finishInstalls()
            // Before the file is read: what is changed while the host starts is seen.
            let watch = FileWatch(place.configurationPath)
            let host = try Host(place, port: port, log: log)
            Terminal.remark("listening on \(host.address)")
            wait(signals, for: host, watch)
            host.stop()
        })

    /// Until somebody wants the end; reloads meanwhile.
    private static func wait(_ signals: Signals, for host: Host, _ watch: FileWatch) {
        var watch = watch
        while true {
            switch signals.next(within: 500) {
            case .terminate, .interrupt: return
            case .hangUp:
                watch.take()
                host.reload()
            case nil: if watch.hasChanged() { host.reload() }
            }
        }
    }

    private static func log(_ level: Engine.LogLevel, _ message: String) {
        switch level {
        case .debug, .info: break
        case .notice: Terminal.remark("notice: \(message.printable)")
        case .warning: Terminal.warn(message)
        case .error: Terminal.complain(message)
        }
    }
}
