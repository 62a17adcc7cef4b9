import Cryptography
import HTTPClient
import Unix

/// Asks web servers for registries: follows redirects hop by hop, and tries again what may pass.
struct Web: Sendable {
    /// The slowest that a server may be with an archive.
    var pace = Pace(bytes: 1024, window: .seconds(30))
    /// For everything that is small.
    var timeout = Duration.seconds(60)
    var attempts = 3
    /// Longer than this nobody waits because a server says so.
    var longestPause = Duration.seconds(30)
    /// Waits; a test's does not.
    var pause: @Sendable (Duration) -> Void = { Pause.wait($0) }
    /// A PEM file of authorities to trust instead of the system's.
    var authority: String?

    static let mostRedirects = 5

    private func client(limit: Int) -> Client {
        var options = ClientOptions()
        options.maxBody = limit
        options.authority = authority
        return Client(options)
    }

    /// A small document, whole.
    func document(_ url: String, limit: Int) throws(RegistryError) -> [UInt8] {
        try patiently { () throws(RegistryError) in
            var client = client(limit: limit)
            return try follow(url) { (url) throws(RegistryError) in
                do throws(HTTPClientError) {
                    return try client.send(Request("GET", url), timeout: timeout)
                } catch {
                    throw Self.error(error, url, limit: limit)
                }
            }.body
        }
    }

    /// The 2xx answer at the end of the redirects.
    func follow(
        _ url: String, _ ask: (String) throws(RegistryError) -> Response
    ) throws(RegistryError) -> Response {
        var current = url
        for _ in 0...Self.mostRedirects {
            let response = try ask(current)
            if 200..<300 ~= response.status { return response }
            guard 300..<400 ~= response.status else { throw Self.error(response, url) }
            guard let next = response.redirect(from: current) else {
                throw .redirect(place: url, fault: "sends elsewhere without saying where")
            }
            try Self.check(from: current, to: next, asked: url)
            current = next
        }
        throw .redirect(place: url, fault: "sends elsewhere more than \(Self.mostRedirects) times")
    }

    /// Never from an address that is protected to one that is not, and never to anything but the web.
    static func check(from: String, to: String, asked: String) throws(RegistryError) {
        guard RegistryAddress.isWeb(to) else {
            throw .redirect(place: asked, fault: "sends to '\(scheme(to)):', which is no web address")
        }
        guard scheme(from) != "https" || scheme(to) == "https" else {
            throw .redirect(
                place: asked, fault: "sends from https to http, where anybody can change what comes")
        }
    }

    private static func scheme(_ url: String) -> String { url.prefix { $0 != ":" }.lowercased() }

    /// A few times, where the fault may be over by then.
    func patiently<Result>(
        _ body: () throws(RegistryError) -> Result
    ) throws(RegistryError) -> Result {
        for attempt in 1..<attempts {
            do throws(RegistryError) { return try body() } catch {
                switch error {
                case .unreachable: pause(.milliseconds(250 << attempt))
                case .busy(_, let seconds) where Duration.seconds(seconds) <= longestPause:
                    pause(.seconds(seconds))
                default: throw error
                }
            }
        }
        return try body()
    }

    static func error(_ response: Response, _ url: String) -> RegistryError {
        switch response.status {
        case 404, 410: .missing(place: url)
        case 429:
            .busy(place: url, seconds: waiting(response))
        case 500...: .unreachable(place: url, reason: "the server answers with status \(response.status)")
        default: .answer(place: url, fault: "the server answers with status \(response.status)")
        }
    }

    private static func waiting(_ response: Response) -> Int {
        let named = response.header("Retry-After") ?? response.header("RateLimit-Reset")
        return named.flatMap { Int($0) }.map { min(max(1, $0), 86_400) } ?? 60
    }

    static func error(_ error: HTTPClientError, _ url: String, limit: Int) -> RegistryError {
        switch error {
        case .bodyTooLarge: .tooLarge(place: url, limit: limit)
        case .untrusted(_, let reason):
            .answer(place: url, fault: "its certificate is not trusted (\(reason))")
        case .badAddress(let reason): .answer(place: url, fault: "no address to ask: \(reason)")
        default: .unreachable(place: url, reason: reason(error))
        }
    }

    /// What is wrong, without the place, which stands before it, and the mend, which follows.
    private static func reason(_ error: HTTPClientError) -> String {
        switch error {
        case .unknownHost: "its name has no address"
        case .refused: "nothing answers there"
        case .timeout: "no answer in time"
        case .silent, .slow: "too slow"
        case .broken(_, let reason): "the exchange broke off: \(reason)"
        default: "\(error)"
        }
    }
}
