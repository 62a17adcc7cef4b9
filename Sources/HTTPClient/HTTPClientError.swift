/// Why no answer came; `server` is `host:port` as asked for, never the path, which may hold a secret.
public enum HTTPClientError: Error, Equatable, CustomStringConvertible {
    case badAddress(reason: String)
    case badHeader(name: String)
    case unknownHost(server: String)
    case refused(server: String)
    case forbidden(server: String)
    case untrusted(server: String, reason: String)
    case timeout(server: String, after: Duration)
    case silent(server: String, after: Duration)
    case slow(server: String, Pace)
    case bodyTooLarge(server: String, limit: Int)
    case broken(server: String, reason: String)

    public var description: String {
        switch self {
        case .badAddress(let reason): "address: \(reason); give one such as 'http://127.0.0.1:8080/path'"
        case .badHeader(let name):
            "header '\(name)': a name or value holds a line end or a foreign character; remove it"
        case .unknownHost(let server):
            "\(server): this name has no address; mend the name or the name service"
        case .refused(let server): "\(server): nothing answers there; start the server or mend the address"
        case .forbidden(let server):
            "\(server): its address is not public; allow it by name if it is meant"
        case .untrusted(let server, let reason):
            "\(server): its certificate is not trusted (\(reason)); give its authority's certificate"
        case .timeout(let server, let after): "\(server): no answer within \(after.text); try again later"
        case .silent(let server, let after): "\(server): silent for \(after.text); try again"
        case .slow(let server, let pace):
            "\(server): fewer than \(pace.bytes) bytes a second for \(pace.window.text); try again later"
        case .bodyTooLarge(let server, let limit):
            "\(server): the answer has more than \(limit) bytes; ask for less"
        case .broken(let server, let reason): "\(server): the exchange broke off (\(reason)); try again"
        }
    }
}

extension Duration {
    fileprivate var text: String {
        let (seconds, attoseconds) = components
        return attoseconds == 0
            ? "\(seconds) s" : "\(seconds * 1000 + attoseconds / 1_000_000_000_000_000) ms"
    }
}
