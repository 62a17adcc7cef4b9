import ConciergeCore
import HTTPServer

/// One request on its way to its handler: routed, allowed, its query checked.
struct Call: Sendable {
    let request: Request
    let route: Route
    /// What stood in the path for the parts in braces, in order.
    let parameters: [String]
    /// Nil on routes that are open to everyone.
    let scope: AccessToken.Scope?
    let query: [String: Value]
    /// Query items that filter by a field, as they came.
    let filters: [QueryItem]
    /// What the client would have of what the route answers with.
    let mediaType: String

    init(
        _ request: Request, route: Route, parameters: [String], scope: AccessToken.Scope?
    ) throws(Refusal) {
        self.request = request
        self.route = route
        self.parameters = parameters
        self.scope = scope
        mediaType = try Self.mediaType(request, route)
        (query, filters) = route.ignoresQuery ? ([:], []) : try QueryCheck(route).check(request.query)
    }

    /// The path's one id; an id that cannot be is one that is not there.
    func id(_ index: Int = 0, of what: String) throws(Refusal) -> String {
        guard isIdentifier(parameters[index]) else { throw .unknown(what, parameters[index]) }
        return parameters[index]
    }

    /// The body, held against the schema of the route; a body that may be left out is an empty object.
    func body() throws(Refusal) -> [String: Value] {
        guard let body = route.body else { return [:] }
        return try self.body(body.schema)
    }

    /// The body, held against a schema that is only known now.
    func body(_ schema: Schema) throws(Refusal) -> [String: Value] {
        guard let rule = route.body else { return [:] }
        if request.body.isEmpty, !rule.isRequired { return [:] }
        try checkMediaType(rule.mediaType)
        let value: Value
        do { value = try JSON.decode(request.body) } catch { throw .badJSON(error) }
        var check = SchemaCheck()
        let checked = check.check(value, schema)
        guard check.problems.isEmpty else { throw .invalid(check.problems) }
        return checked.map ?? [:]
    }

    func checkMediaType(_ wanted: String) throws(Refusal) {
        let given = request.headers["content-type"] ?? ""
        guard given != wanted else { return }
        let parts = given.split(separator: ";", omittingEmptySubsequences: false).map {
            $0.trimmed.lowercased()
        }
        let isUTF8 = parts.dropFirst().allSatisfy { part in
            !part.hasPrefix("charset=") || part == "charset=utf-8" || part == "charset=\"utf-8\""
        }
        guard parts.first == wanted, isUTF8 else { throw .mediaType(given, wanted: wanted) }
    }

    /// The version that the client has seen; nil when it does not matter to it.
    func expectedVersion() throws(Refusal) -> Int64? {
        guard let header = request.headers["if-match"], header != "*" else { return nil }
        let bare = header.hasPrefix("\"") && header.hasSuffix("\"") && header.count > 1
        guard let version = Int64(bare ? String(header.dropFirst().dropLast()) : header) else {
            throw Refusal(
                412, "version_mismatch",
                "if-match: '\(header)' is no version; send the 'version' of the document you read")
        }
        return version
    }

    /// Only below `/v1`: pages and platforms ask in ways of their own, and there is one thing to have.
    private static func mediaType(_ request: Request, _ route: Route) throws(Refusal) -> String {
        guard case .token = route.access, let first = route.mediaTypes.first else { return "" }
        let accepted = request.headers.values("accept").joined(separator: ",")
        guard !accepted.isEmpty, accepted != "*/*" else { return first }
        guard let best = Acceptance(accepted).best(of: route.mediaTypes) else { throw .notAcceptable(route) }
        return best
    }
}

extension StringProtocol {
    /// Without spaces and tabs at either end, as HTTP has it.
    var trimmed: String {
        let kept = drop { $0 == " " || $0 == "\t" }
        return String(kept.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }
}
