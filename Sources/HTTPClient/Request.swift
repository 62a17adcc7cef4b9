/// What to ask of a server.
public struct Request: Sendable {
    public var method: String
    /// Complete, `http` or `https`, percent-encoded.
    public var url: String
    public var headers: [(name: String, value: String)]
    public var body: [UInt8]?

    public init(
        _ method: String = "GET", _ url: String, headers: [(name: String, value: String)] = [],
        body: [UInt8]? = nil
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
    }
}

/// What the server said.
public struct Response: Sendable {
    public internal(set) var status = 0
    public internal(set) var headers: [(name: String, value: String)] = []
    public internal(set) var body: [UInt8] = []

    /// The first header of this name, whatever its case.
    public func header(_ name: String) -> String? {
        let wanted = name.lowercased()
        return headers.first { $0.name.lowercased() == wanted }?.value
    }

    /// Where it sends whoever asked `url`, as a whole address; nil where it sends nobody, or nowhere that can be read.
    /// Whether to go there is for the caller to say.
    public func redirect(from url: String) -> String? {
        guard [301, 302, 303, 307, 308].contains(status), let location = header("Location"), !location.isEmpty
        else {
            return nil
        }
        return Address.target(location, from: url)
    }
}
