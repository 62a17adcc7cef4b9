/// Where a server listens, whom it answers, and how much it lets one client cost.
public struct Configuration: Sendable {
    /// A name or an address of this machine.
    public var host = "127.0.0.1"
    /// 0 takes a free port; `Server.port` tells which.
    public var port: UInt16 = 0
    /// One event loop each.
    public var threads = 2
    /// Says whether a `Host`, in lower case and without its port, is served here.
    public var servesHost: @Sendable (String) -> Bool = { _ in true }
    public var tls: TLSFiles?
    public var limits = Limits()
    public var timeouts = Timeouts()

    public init(host: String = "127.0.0.1", port: UInt16 = 0) {
        self.host = host
        self.port = port
    }
}

/// Certificate chain and private key, both PEM.
public struct TLSFiles: Sendable, Equatable {
    public var certificate: String
    public var key: String

    public init(certificate: String, key: String) {
        self.certificate = certificate
        self.key = key
    }

    /// Throws what a server that starts with them would throw.
    public func check() throws(HTTPServerError) { _ = try TLSContext(self) }
}

/// Sizes past which a request, a connection or a stream is refused.
public struct Limits: Sendable, Equatable {
    /// Request line and headers together, at most 65,535.
    public var head = 16 << 10
    public var headers = 100
    public var body = 1 << 20
    /// Bodies that are still arriving, all connections together.
    public var arriving = 64 << 20
    public var connections = 16_384
    /// What a slow reader of a stream may leave unread.
    public var unread = 1 << 20

    public init() {}
}

/// How long a client may take.
public struct Timeouts: Sendable, Equatable {
    /// From a request's first byte to the end of its headers.
    public var head = Duration.seconds(10)
    /// From there to the end of its body.
    public var body = Duration.seconds(30)
    /// Between two requests.
    public var idle = Duration.seconds(60)
    /// Without taking any byte of its answer.
    public var write = Duration.seconds(30)
    /// After an answer that ends the connection, so that the client can still read it.
    public var linger = Duration.seconds(2)

    public init() {}

    /// How often a loop looks at its clocks: fine enough for the shortest of them.
    var tick: Duration {
        let shortest = [head, body, idle, write, linger].reduce(.seconds(4), min)
        return max(.milliseconds(5), shortest / 4)
    }
}
