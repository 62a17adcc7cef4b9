import ConciergeCore
import HTTPServer

extension Headers {
    static func typed(_ mediaType: String) -> Headers {
        [
            "content-type": mediaType, "cache-control": "no-store", "x-content-type-options": "nosniff",
            "referrer-policy": "no-referrer",
        ]
    }

    static let json = typed("application/json")
    static let problem = typed("application/problem+json")
}

extension Response {
    static func json(_ value: Value, status: Int = 200, headers: Headers = .json) -> Response {
        Response(status: status, headers: headers, body: JSON.encode(value))
    }

    /// A list as every list of the API looks.
    static func list(_ items: [Value], next: String? = nil) -> Response {
        .json(["items": .list(items), "next": Value(next)])
    }

    /// Something with a version, which a client sends back as `If-Match`.
    static func versioned(_ value: Value, status: Int = 200, location: String? = nil) -> Response {
        var headers = Headers.json
        if let version = value["version"]?.int { headers.append("etag", "\"\(version)\"") }
        if let location { headers.append("location", location) }
        return .json(value, status: status, headers: headers)
    }

    static let nothing = Response(status: 204, headers: .typed("application/json"))
}
