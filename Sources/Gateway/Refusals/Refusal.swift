import ConciergeCore
import HTTPServer

/// Why a request is not done, as RFC 9457 says it: where, what is wrong, and the mend.
struct Refusal: Error, Sendable {
    var status: Int
    /// Never changes, so that programs can branch on it.
    var code: String
    var detail: String
    var problems: [FieldProblem] = []
    /// Further members of the document.
    var members: [String: Value] = [:]
    var headers: [(name: String, value: String)] = []

    init(_ status: Int, _ code: String, _ detail: String) {
        self.status = status
        self.code = code
        self.detail = detail
    }

    var response: Response {
        var document = members
        document["type"] = "about:blank"
        document["title"] = .text(Self.titles[status] ?? "The request was refused")
        document["status"] = .int(Int64(status))
        document["code"] = .text(code)
        document["detail"] = .text(detail)
        if !problems.isEmpty {
            document["errors"] = .list(
                problems.map {
                    ["pointer": .text($0.pointer), "code": .text($0.code), "detail": .text($0.detail)]
                })
        }
        var fields = Headers.problem
        for header in headers { fields.append(header.name, header.value) }
        return Response(status: status, headers: fields, body: JSON.encode(.map(document)))
    }

    private static let titles = [
        400: "Malformed request", 401: "A token is needed", 403: "Not allowed", 404: "Not found",
        405: "Method not allowed", 406: "Not as you would have it", 409: "In conflict with what is there",
        412: "Changed meanwhile",
        415: "Unsupported media type", 422: "Not valid", 429: "Too many wrong tokens",
        503: "Not possible now",
    ]

    func with(_ header: String, _ value: String) -> Refusal {
        var refusal = self
        refusal.headers.append((name: header, value: value))
        return refusal
    }
}

extension Refusal {
    static func unknown(_ what: String, _ id: String) -> Refusal {
        Refusal(404, "not_found", "path: no \(what) '\(id.prefix(128))'; list what there is first")
    }

    /// Nil when nobody was merged into anybody.
    static func merged(_ id: String, into survivor: String) -> Refusal? {
        guard survivor != id else { return nil }
        return Refusal(
            409, "merged",
            "path: '\(id)' was merged into '\(survivor)'; change that one, or undo the merge first")
    }

    static func noSuchPath(_ path: String) -> Refusal {
        Refusal(
            404, "not_found",
            "path: nothing is at '\(path.prefix(128))'; GET /openapi.json lists every address")
    }

    static func method(_ method: String, allowed: [Route.Method]) -> Refusal {
        let names = allowed.flatMap { $0 == .get ? ["GET", "HEAD"] : [$0.rawValue] }
            .joined(separator: ", ")
        return Refusal(405, "method_not_allowed", "method: '\(method)' is not for this address; use \(names)")
            .with("allow", names)
    }

    static func badJSON(_ error: JSONError) -> Refusal {
        var refusal = Refusal(
            400, "bad_json", "body: byte \(error.offset): \(error.reason); send one JSON value in UTF-8")
        refusal.members["offset"] = .int(Int64(error.offset))
        return refusal
    }

    static func mediaType(_ given: String, wanted: String) -> Refusal {
        let what = given.isEmpty ? "is missing" : "is '\(given.prefix(128))'"
        return Refusal(415, "unsupported_media_type", "content-type: \(what); send '\(wanted)' in UTF-8")
    }

    static func invalid(_ problems: [FieldProblem], code: String = "invalid") -> Refusal {
        let first = problems.first.map { "body: '\($0.pointer)' \($0.detail)" } ?? "body: it is not valid"
        let rest = problems.count > 1 ? " (and \(problems.count - 1) more in 'errors')" : ""
        var refusal = Refusal(422, code, first + rest)
        refusal.problems = problems
        return refusal
    }

    static func invalid(_ pointer: String, _ code: String, _ detail: String) -> Refusal {
        invalid([FieldProblem(pointer: pointer, code: code, detail: detail)])
    }

    static func unavailable(_ reason: String, code: String = "unavailable") -> Refusal {
        Refusal(503, code, reason).with("retry-after", "1")
    }
}
