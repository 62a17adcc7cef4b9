import ConciergeCore
import HTTPServer

/// One address of the API: how it is asked, what it may answer, and who answers. `openapi.json` follows from it.
struct Route: Sendable {
    enum Method: String, Sendable, CaseIterable {
        case get = "GET"
        case put = "PUT"
        case post = "POST"
        case patch = "PATCH"
        case delete = "DELETE"
    }

    /// Who may ask.
    enum Access: Sendable, Equatable {
        case everyone
        /// A token of this scope, or of one that includes it.
        case token(AccessToken.Scope)
        /// This machine, or whoever has the token of the REST channel.
        case restChannel
    }

    /// Where the handler runs.
    enum Place: Sendable {
        /// On the thread of the connection, which must not wait.
        case loop
        /// On a thread that may wait for the store.
        case desk
    }

    struct Body: Sendable {
        var schema: Schema
        var mediaType = "application/json"
        var isRequired = true
    }

    typealias Handler = @Sendable (Call, Reply) throws -> Void

    let method: Method
    /// `/v1/turns/{id}`: a part in braces stands for anything.
    let pattern: String
    let summary: String
    let access: Access
    var query: [Property] = []
    /// Any other query item filters by a field of the collection.
    var filtersByField = false
    /// Whatever stands in the query means nothing here.
    var ignoresQuery = false
    var headers: [Property] = []
    var body: Body?
    let answers: [Answer]
    /// What it answers with when it does as asked; whoever does not mind gets the first, which in this order is JSON.
    let mediaTypes: [String]
    let place: Place
    let handler: Handler

    init(
        _ method: Method, _ pattern: String, _ summary: String, access: Access, query: [Property] = [],
        body: Body? = nil, answers: [Answer], on place: Place, handler: @escaping Handler
    ) {
        self.method = method
        self.pattern = pattern
        self.summary = summary
        self.access = access
        self.query = query
        self.body = body
        self.answers = answers
        mediaTypes = Set(answers.filter { $0.status < 300 }.flatMap(\.bodies.keys)).sorted()
        self.place = place
        self.handler = handler
    }

    /// A route that answers as soon as its handler returns.
    init(
        _ method: Method, _ pattern: String, _ summary: String, access: Access, query: [Property] = [],
        body: Body? = nil, answers: [Answer], on place: Place = .desk,
        answer: @escaping @Sendable (Call) throws -> Response
    ) {
        self.init(
            method, pattern, summary, access: access, query: query, body: body, answers: answers, on: place
        ) { call, reply in reply.send(try answer(call)) }
    }

    var segments: [Substring] { pattern.split(separator: "/") }
}

extension Route {
    /// What may come back, besides the refusals that follow from how the route is asked.
    struct Answer: Sendable {
        var status: Int
        var about: String
        /// By media type; empty when there is no body.
        var bodies: [String: Schema]
        /// One of `Route.refusals`, which `openapi.json` says once.
        var isShared = false

        static func json(_ status: Int, _ schema: Schema, _ about: String) -> Answer {
            Answer(status: status, about: about, bodies: ["application/json": schema])
        }

        /// A list, also as CSV.
        static func table(of name: String, _ about: String) -> Answer {
            Answer(
                status: 200, about: about,
                bodies: ["application/json": .page(of: name), "text/csv": .text(0...100_000_000)])
        }

        static func empty(_ about: String) -> Answer { Answer(status: 204, about: about, bodies: [:]) }

        static func refusal(_ status: Int, _ about: String) -> Answer {
            Answer(status: status, about: about, bodies: ["application/problem+json": .named("Problem")])
        }
    }

    /// Everything this route may answer: its own answers, and the refusals of the host around it.
    var allAnswers: [Answer] {
        var all = answers
        var statuses = [400, 421, 431]
        if access != .everyone { statuses += [401, 403, 429] }
        if case .token = access, !mediaTypes.isEmpty { statuses.append(406) }
        if pattern.contains("{") { statuses.append(404) }
        if body != nil { statuses += [413, 415, 422] }
        if place == .desk || method == .post { statuses.append(503) }
        for status in statuses where !all.contains(where: { $0.status == status }) {
            var refusal = Answer.refusal(status, Self.refusals[status] ?? "")
            refusal.isShared = true
            all.append(refusal)
        }
        return all.sorted { $0.status < $1.status }
    }

    /// The refusals of the host around every route.
    static let refusals = [
        400: "not well-formed: the request itself, its JSON or UTF-8, or its query",
        401: "no token, or one that is not known here",
        403: "the token's scope does not reach this far",
        404: "nothing is there under this id",
        406: "'Accept' takes nothing that this address answers with",
        413: "the body is larger than 'server.max_body'",
        415: "the body is of another media type",
        421: "this host is not served here",
        422: "well-formed, but not valid: 'errors' names each place",
        429: "too many wrong tokens from this address",
        431: "address and headers together are longer than 16 KiB",
        503: "the host cannot do this now; 'detail' says why",
    ]
}
