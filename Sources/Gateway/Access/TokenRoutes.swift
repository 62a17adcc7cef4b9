import ConciergeCore
import Engine
import HTTPServer

/// Tokens of programs that use `/v1`: shown once when made, kept as a hash.
struct TokenRoutes: Sendable {
    let engine: Engine
    let access: Guard

    var routes: [Route] {
        [
            Route(
                .get, "/v1/tokens", "Tokens, without their secrets", access: .token(.admin),
                answers: [.json(200, .page(of: "Token"), "the tokens")]
            ) { _ in .list(try engine.store.read { try $0.tokens() }.map(\.value)) },
            Route(
                .post, "/v1/tokens", "Makes a token; its secret is shown this once", access: .token(.admin),
                body: .init(
                    schema: .object([
                        .required("name", .text(1...128), "What it is for"),
                        .required("scope", .choice(AccessToken.Scope.allCases.map(\.rawValue))),
                    ])),
                answers: [.json(201, .named("NewToken"), "the token with its secret")], answer: create),
            Route(
                .delete, "/v1/tokens/{id}", "Revokes a token at once", access: .token(.admin),
                answers: [.empty("revoked"), .refusal(404, "no such token")], answer: revoke),
        ]
    }

    private func create(_ call: Call) throws -> Response {
        let body = try call.body()
        let secret = AccessToken.newSecret()
        let now = engine.clock.now()
        let token = AccessToken(
            id: engine.identifiers.next(at: now), name: body["name"]?.text ?? "",
            scope: body["scope"]?.text.flatMap(AccessToken.Scope.init) ?? .turns,
            hash: AccessToken.hash(secret), createdAt: now)
        try engine.changeNow { _ in Change([.token(token)], result: ()) }
        access.forget()
        var shown = token.value.map ?? [:]
        shown["token"] = .text(secret)
        return .json(.map(shown), status: 201)
    }

    private func revoke(_ call: Call) throws -> Response {
        let id = try call.id(of: "token")
        try engine.changeNow { reader in
            guard try reader.tokens().contains(where: { $0.id == id }) else {
                throw Refusal.unknown("token", id)
            }
            return Change([.removeToken(id)], result: ())
        }
        access.forget()
        return .nothing
    }
}
