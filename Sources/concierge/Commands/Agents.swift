import ConciergeCore

/// `concierge agent`: the people who answer customers.
enum Agents {
    static let command = Command(
        name: "agent", aliases: ["agents"], summary: "the people who answer customers",
        details: "Agents that config.yaml names are put in at each start; these commands are for the others.",
        subcommands: [add, list, presence, remove])

    private static let add = Command(
        name: "add", summary: "add an agent, or change one",
        examples: ["concierge agent add li --name 李工 --competences technical,general --capacity 4"],
        parameters: [.init(name: "ID", summary: "a short name, as in config.yaml")],
        options: [
            .config,
            .init(name: "name", value: "NAME", summary: "what customers read; else the id"),
            .init(name: "competences", value: "LIST", summary: "what kinds of question, with commas"),
            .init(name: "capacity", value: "N", summary: "how many conversations at once; else 4"),
            .init(
                name: "presence", value: "WORD", summary: "online, away or offline; else online",
                completion: .choices(Agent.Presence.allCases.map(\.rawValue))),
        ],
        run: { invocation in
            let competences = (invocation["competences"] ?? "").split(separator: ",").map {
                Value.text($0.filter { $0 != " " })
            }
            let agent: Value = [
                "name": .text(invocation["name"] ?? invocation.first), "competences": .list(competences),
                "capacity": .int(Int64(try invocation.integer("capacity", in: 1...1000) ?? 4)),
                "presence": .text(invocation["presence"] ?? "online"),
            ]
            try Workplace(invocation).withHost {
                let made = try $0.demand("PUT", "/v1/agents/\(percentEncoded(invocation.first))", agent)
                for warning in made["warnings"]?.list ?? [] { Terminal.warn(warning.text ?? "") }
            }
        })

    private static let list = Command(
        name: "list", summary: "who is there, with what each can do", options: [.config, .json],
        run: { invocation in
            let agents = try Workplace(invocation).withHost { try $0.demand("GET", "/v1/agents") }
            guard !invocation.has("json") else { return Terminal.print(JSON.text(agents)) }
            var table = Table(header: ["id", "name", "competences", "capacity", "presence"])
            for agent in agents["items"]?.list ?? [] {
                table.rows.append([
                    agent["id"]?.text ?? "", agent["name"]?.text ?? "",
                    (agent["competences"]?.list ?? []).compactMap(\.text).joined(separator: ", "),
                    String(agent["capacity"]?.int ?? 0), agent["presence"]?.text ?? "",
                ])
            }
            Terminal.print(table.text(Terminal.answers))
        })

    private static let presence = Command(
        name: "presence", summary: "say whether an agent is there: who is not gets no conversations",
        details: "What waited for an agent who leaves, and was not taken yet, goes to another.",
        examples: ["concierge agent presence li away"],
        parameters: [
            .init(name: "ID", summary: "the agent's id"),
            .init(name: "WORD", summary: "online, away or offline"),
        ],
        options: [.config],
        run: { invocation in
            let word = invocation.arguments[1]
            let known = Agent.Presence.allCases.map(\.rawValue)
            guard known.contains(word) else {
                throw Failure(
                    "presence: '\(word)' is none; "
                        + Spelling.mend(word, known: known, otherwise: "write \(Spelling.listed(known))"))
            }
            let path = "/v1/agents/\(percentEncoded(invocation.first))"
            try Workplace(invocation).withHost { host in
                var agent = try host.demand("GET", path).map ?? [:]
                agent["id"] = nil
                agent["presence"] = .text(word)
                _ = try host.demand("PUT", path, .map(agent))
            }
        })

    private static let remove = Command(
        name: "remove", summary: "take an agent away; conversations stay",
        parameters: [.init(name: "ID", summary: "the agent's id")], options: [.config],
        run: { invocation in
            try Workplace(invocation).withHost {
                _ = try $0.demand("DELETE", "/v1/agents/\(percentEncoded(invocation.first))")
            }
        })
}
