import ConciergeCore

/// `concierge token`: who may use `/v1`.
enum Tokens {
    static let command = Command(
        name: "token", aliases: ["tokens"], summary: "tokens that let programs use /v1",
        details:
            "The first token lies in data/admin.token. A token is shown once, when it is made; only its hash is kept.",
        subcommands: [create, list, revoke])

    private static let create = Command(
        name: "create", summary: "make a token and print it, once",
        examples: ["concierge token create shop --scope turns"],
        parameters: [.init(name: "NAME", summary: "what it is for")],
        options: [
            .config, .json,
            .init(
                name: "scope", value: "SCOPE",
                summary:
                    "admin (everything), staff (no tokens, no configuration), turns (turns only); else turns",
                completion: .choices(AccessToken.Scope.allCases.map(\.rawValue))),
        ],
        run: { invocation in
            let made = try Workplace(invocation).withHost {
                try $0.demand(
                    "POST", "/v1/tokens",
                    [
                        "name": .text(invocation.first), "scope": .text(invocation["scope"] ?? "turns"),
                    ])
            }
            Terminal.print(invocation.has("json") ? JSON.text(made) : made["token"]?.text ?? "")
        })

    private static let list = Command(
        name: "list", summary: "which tokens there are, without themselves", options: [.config, .json],
        run: { invocation in
            let tokens = try Workplace(invocation).withHost { try $0.demand("GET", "/v1/tokens") }
            guard !invocation.has("json") else { return Terminal.print(JSON.text(tokens)) }
            var table = Table(header: ["id", "name", "scope", "created"])
            for token in tokens["items"]?.list ?? [] {
                table.rows.append(["id", "name", "scope", "created_at"].map { token[$0]?.text ?? "" })
            }
            Terminal.print(table.text(Terminal.answers))
        })

    private static let revoke = Command(
        name: "revoke", summary: "a token is good for nothing from now on",
        parameters: [.init(name: "ID", summary: "its id, as 'token list' names it")], options: [.config],
        run: { invocation in
            try Workplace(invocation).withHost {
                _ = try $0.demand("DELETE", "/v1/tokens/\(percentEncoded(invocation.first))")
            }
        })
}
