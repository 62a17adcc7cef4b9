import Glibc
import Synchronization
import Threads

/// Called on a loop's thread for each request; must not block, and answers when it can.
public typealias Handler = @Sendable (Request, Responder) -> Void

/// A running HTTP/1.1 server.
public final class Server: Sendable {
    /// The port it listens on, also when the configuration left the choice to the system.
    public let port: UInt16
    public let isTLS: Bool
    private let loops: [EventLoop]
    private let counters: Counters
    private let threads: Mutex<[HostThread]>

    /// Listens, starts the loops, and returns.
    public static func start(
        _ configuration: Configuration, handler: @escaping Handler
    ) throws(HTTPServerError) -> Server {
        precondition(configuration.threads > 0 && configuration.limits.head <= 65_535)
        // A write to a client that left is an error to look at, not a signal to die of.
        signal(SIGPIPE, SIG_IGN)
        let tls: TLSContext? = if let files = configuration.tls { try TLSContext(files) } else { nil }
        let counters = Counters()
        var loops: [EventLoop] = []
        for _ in 0..<configuration.threads {
            loops.append(try EventLoop(configuration, tls: tls, counters: counters, handler: handler))
        }
        let descriptor = try ListeningSocket.open(host: configuration.host, port: configuration.port)
        let port = ListeningSocket.port(of: descriptor)
        try loops[0].listen(on: descriptor, for: loops)
        return try Server(port: port, isTLS: tls != nil, loops: loops, counters: counters)
    }

    private init(port: UInt16, isTLS: Bool, loops: [EventLoop], counters: Counters) throws(HTTPServerError) {
        self.port = port
        self.isTLS = isTLS
        self.loops = loops
        self.counters = counters
        threads = Mutex([])
        for loop in loops {
            do throws(ThreadError) {
                let thread = try loop.start()
                threads.withLock { $0.append(thread) }
            } catch {
                throw .outOfResources(what: "a thread", reason: errorText(error.code))
            }
        }
    }

    deinit { stop(grace: .zero) }

    public var statistics: Statistics { counters.statistics }

    /// Accepts nothing more, lets what is in flight finish within `grace`, closes the rest, and returns; not for a handler.
    public func stop(grace: Duration) {
        let threads = threads.withLock { threads in
            defer { threads = [] }
            return threads
        }
        for loop in loops { loop.deliver(.stop(grace: grace)) }
        for thread in threads { thread.join() }
    }
}
