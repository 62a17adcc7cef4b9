import CCurl

/// Asks servers and waits for the answer on the caller's thread; keeps its connections for the next request.
public struct Client: ~Copyable {
    private let handle: UnsafeMutableRawPointer
    private let options: ClientOptions

    // Once for the process and before any handle, as libcurl wants it.
    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    public init(_ options: ClientOptions = ClientOptions()) {
        guard Self.isReady, let handle = curl_easy_init() else {
            preconditionFailure("libcurl gives no handle")
        }
        self.handle = handle
        self.options = options
    }

    deinit { curl_easy_cleanup(handle) }

    /// The whole answer, whatever its status; redirects are answers too.
    public mutating func send(_ request: Request, timeout: Duration) throws(HTTPClientError) -> Response {
        let transfer = Transfer(options, nil)
        let server = try prepare(request, transfer)
        ccurl_set_long(handle, CURLOPT_TIMEOUT_MS, timeout.milliseconds)
        return try perform(request, transfer, server: server, patience: .total(timeout))
    }

    /// Gives each line of a 2xx answer as it comes until `onLine` returns false; any other answer is returned whole.
    public mutating func stream(
        _ request: Request, silence: Duration, onLine: (String) -> Bool
    ) throws(HTTPClientError) -> Response {
        try withoutActuallyEscaping(onLine) { onLine throws(HTTPClientError) in
            let transfer = Transfer(options, .lines(onLine))
            let server = try prepare(request, transfer)
            ccurl_set_long(handle, CURLOPT_LOW_SPEED_LIMIT, 1)
            ccurl_set_long(handle, CURLOPT_LOW_SPEED_TIME, max(1, silence.milliseconds / 1000))
            return try perform(request, transfer, server: server, patience: .silence(silence))
        }
    }

    /// Gives the bytes of a 2xx answer as they come until `onBytes` returns false; any other answer is returned whole.
    /// A server that falls below the pace is left.
    public mutating func download(
        _ request: Request, pace: Pace, onBytes: (Response, [UInt8]) -> Bool
    ) throws(HTTPClientError) -> Response {
        try withoutActuallyEscaping(onBytes) { onBytes throws(HTTPClientError) in
            let transfer = Transfer(options, .parts(onBytes))
            let server = try prepare(request, transfer)
            ccurl_set_long(handle, CURLOPT_LOW_SPEED_LIMIT, pace.bytes)
            ccurl_set_long(handle, CURLOPT_LOW_SPEED_TIME, max(1, pace.window.milliseconds / 1000))
            return try perform(request, transfer, server: server, patience: .pace(pace))
        }
    }

    private enum Patience { case total(Duration), silence(Duration), pace(Pace) }

    /// Everything but the patience; the answer is `host:port`, for messages.
    private func prepare(_ request: Request, _ transfer: Transfer) throws(HTTPClientError) -> String {
        let server = try Address.server(request.url)
        curl_easy_reset(handle)
        ccurl_set_text(handle, CURLOPT_URL, request.url)
        ccurl_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https")
        ccurl_set_long(handle, CURLOPT_FOLLOWLOCATION, 0)
        ccurl_set_long(handle, CURLOPT_NOSIGNAL, 1)
        // A proxy from the environment would hide who is really asked.
        ccurl_set_text(handle, CURLOPT_PROXY, "")
        ccurl_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, options.connectTimeout.milliseconds)
        if let file = options.authority ?? options.certificate {
            ccurl_set_text(handle, CURLOPT_CAINFO, file)
        }
        if options.certificate != nil { ccurl_set_long(handle, CURLOPT_SSL_VERIFYHOST, 0) }
        setMethod(request)
        // `perform` keeps the transfer alive for as long as libcurl may call it.
        let context = Unmanaged.passUnretained(transfer).toOpaque()
        ccurl_set_sink(handle, CURLOPT_WRITEFUNCTION, Transfer.takeBody)
        ccurl_set_pointer(handle, CURLOPT_WRITEDATA, context)
        ccurl_set_sink(handle, CURLOPT_HEADERFUNCTION, Transfer.takeHeader)
        ccurl_set_pointer(handle, CURLOPT_HEADERDATA, context)
        if options.reach == .publicOnly {
            ccurl_set_opener(handle, Transfer.openPublic)
            ccurl_set_pointer(handle, CURLOPT_OPENSOCKETDATA, context)
        }
        return server
    }

    private func setMethod(_ request: Request) {
        if request.method == "HEAD" {
            ccurl_set_long(handle, CURLOPT_NOBODY, 1)
        } else if let body = request.body {
            ccurl_set_size(handle, CURLOPT_POSTFIELDSIZE_LARGE, Int(body.count))
            // libcurl makes its own copy; without any pointer it would read the body from stdin.
            let code = (body.isEmpty ? [0] : body).withUnsafeBytes {
                ccurl_set_pointer(
                    handle, CURLOPT_COPYPOSTFIELDS, UnsafeMutableRawPointer(mutating: $0.baseAddress))
            }
            precondition(code == CURLE_OK, "no memory for a request's body")
        }
        ccurl_set_text(handle, CURLOPT_CUSTOMREQUEST, request.method)
    }

    private func perform(
        _ request: Request, _ transfer: Transfer, server: String, patience: Patience
    ) throws(HTTPClientError) -> Response {
        let headers = try HeaderList(request)
        ccurl_set_pointer(handle, CURLOPT_HTTPHEADER, headers.list)
        let code = withExtendedLifetime((transfer, headers)) { curl_easy_perform(handle) }
        if let error = transfer.error(server: server) { throw error }
        if code == CURLE_OK || transfer.isEnough {
            transfer.response.status = ccurl_status(handle)
            transfer.finish()
            return transfer.response
        }
        throw Self.error(code, server: server, patience: patience)
    }

    private static func error(_ code: CURLcode, server: String, patience: Patience) -> HTTPClientError {
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST: return .unknownHost(server: server)
        case CURLE_COULDNT_CONNECT: return .refused(server: server)
        case CURLE_OPERATION_TIMEDOUT:
            switch patience {
            case .total(let time): return .timeout(server: server, after: time)
            case .silence(let time): return .silent(server: server, after: time)
            case .pace(let pace): return .slow(server: server, pace)
            }
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CONNECT_ERROR:
            return .untrusted(server: server, reason: text(code))
        default: return .broken(server: server, reason: text(code))
        }
    }

    private static func text(_ code: CURLcode) -> String {
        String(cString: curl_easy_strerror(code)).lowercased()
    }
}

/// How a client behaves toward every server.
public struct ClientOptions: Sendable {
    /// Where requests may go.
    public enum Reach: Sendable {
        case anywhere
        /// Never into this machine or its networks, whatever a name resolves to: for addresses that others chose.
        case publicOnly
    }

    public var reach = Reach.anywhere
    /// Networks that `publicOnly` does not close.
    public var openBlocks: [AddressBlock] = []
    public var maxBody = 4 << 20
    public var connectTimeout = Duration.seconds(5)
    /// A PEM file of authorities to trust instead of the system's.
    public var authority: String?
    /// A PEM file of the server's own certificate, for a server of ours that is asked by an address which no certificate
    /// names: nobody else's is trusted, and this one under any name.
    public var certificate: String?

    public init() {}
}

/// The slowest that a server may be: so many bytes a second, over a while.
public struct Pace: Sendable, Hashable {
    public var bytes: Int
    public var window: Duration

    public init(bytes: Int, window: Duration) {
        self.bytes = bytes
        self.window = window
    }
}

extension Duration {
    fileprivate var milliseconds: Int {
        max(1, Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000))
    }
}
