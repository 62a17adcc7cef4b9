import ConciergeCore

/// `concierge client`: what the client-management skill knows and advises about a client.
enum ClientCommands {
    static let command = Command(
        name: "client", aliases: ["clients"],
        summary: "clients as staff sees them: summary, documents, what to do next",
        details: "The skill 'client-management' answers; it must stand in 'skills' of config.yaml.",
        subcommands: [summary, document, workList])

    private static let skill = "client-management"
    private static let customer = Command.Option(
        name: "customer", value: "ID", summary: "which client", mend: "write --customer ID")
    private static let format = Command.Option(
        name: "format", value: "FORMAT", summary: "md, html or json; else md",
        completion: .choices(["md", "html", "json"]))
    private static let locale = Command.Option(
        name: "locale", value: "LOCALE", summary: "zh-CN or en; else the configuration's")

    private static let summary = Command(
        name: "summary", summary: "who the client is, at which stage, what is at risk, what comes next",
        examples: ["concierge client summary --customer u1"],
        options: [.config, customer, format, locale, .json],
        run: { try print(ask("summary", [:], $0), $0) })

    private static let document = Command(
        name: "document", summary: "one of the six documents for a client",
        details:
            "KIND is onboarding, communication, success-map, scope, risk-audit or retention.",
        examples: ["concierge client document onboarding --customer u1 --format html > plan.html"],
        parameters: [.init(name: "KIND", summary: "which document")],
        options: [.config, customer, format, locale, .json],
        run: { try print(ask("document", ["kind": .text($0.first)], $0), $0) })

    private static let workList = Command(
        name: "work-list", aliases: ["worklist"], summary: "which clients need something, the riskiest first",
        options: [
            .config, .init(name: "owner", value: "AGENT", summary: "only what this agent is to do"),
            .init(name: "limit", value: "N", summary: "at most so many, 1 to 200"),
            .init(
                name: "format", value: "FORMAT", summary: "table, md or json; else table",
                completion: .choices(["table", "md", "json"])), locale, .json,
        ],
        run: { invocation in
            var input: [String: Value] = [:]
            input["owner"] = invocation["owner"].map(Value.text)
            input["limit"] = try invocation.integer("limit", in: 1...200).map { .int(Int64($0)) }
            let result = try ask("work-list", input, invocation)
            guard invocation["format"] ?? "table" == "table", !invocation.has("json") else {
                return print(result, invocation)
            }
            let items = result["items"]?.list ?? []
            guard !items.isEmpty else { return Terminal.remark("no client needs anything now") }
            Terminal.print(table(of: items).text(Terminal.answers))
        })

    private static func table(of items: [Value]) -> Table {
        var table = Table(header: ["risk", "client", "stage", "next step", "who", "due"])
        table.rows = items.map { item in
            let step = item["next_step"]
            return [
                "\(item["risk"]?.int ?? 0)", item["client"]?.text ?? item["customer"]?.text ?? "",
                item["stage"]?.text ?? "", step?["what"]?.text?.oneLine ?? "", step?["who"]?.text ?? "",
                step?["due"]?.text ?? "",
            ]
        }
        return table
    }

    private static func ask(_ action: String, _ input: [String: Value], _ invocation: Invocation) throws
        -> Value
    {
        var input = input
        if action != "work-list" { input["format"] = .text(invocation["format"] ?? "md") }
        input["locale"] = invocation["locale"].map(Value.text)
        let body: [String: Value?] = [
            "customer": invocation["customer"].map(Value.text), "input": .map(input),
        ]
        return try Workplace(invocation).withHost { host in
            let reply = try host.send("POST", "/v1/skills/\(skill)/actions/\(action)", .compact(body))
            guard reply.status != 404 || reply.value["detail"]?.text?.contains("'\(skill)'") != true else {
                throw Failure(
                    "no skill '\(skill)' runs here; add '- name: \(skill)' to 'skills' in config.yaml")
            }
            guard reply.isGood else { throw reply.error }
            return reply.value["result"] ?? .null
        }
    }

    /// The text that the skill wrote, or all of what it knows.
    private static func print(_ result: Value, _ invocation: Invocation) {
        let isJSON = invocation.has("json") || invocation["format"] == "json"
        guard !isJSON, let text = result["text"]?.text ?? result.text else {
            return Terminal.print(JSON.text(result))
        }
        Terminal.print(text.hasSuffix("\n") ? String(text.dropLast()) : text)
    }
}
