import ConciergeCore
import Unix

/// `concierge skill do`: what a skill offers to staff.
enum SkillAction {
    static let command = Command(
        name: "do", summary: "ask a skill for one of its actions, or list them",
        details: """
            Without an action it lists those that the skill offers. The answer is what the skill returns, as JSON, once it is
            kept. --input is one JSON object in the shape that the action declares, or @FILE with one.
            """,
        examples: [
            "concierge skill do hello-c",
            "concierge skill do hello-c link --customer u1 --input '{\"days\": 3}'",
        ],
        parameters: [
            Skills.skill, .init(name: "ACTION", summary: "its name in skill.yaml", count: .optional),
        ],
        options: [
            .config,
            .init(name: "customer", value: "ID", summary: "whom it is about; else the skill itself"),
            .init(name: "conversation", value: "ID", summary: "where to say what is said"),
            .init(name: "by", value: "AGENT", summary: "who asks"),
            .init(name: "input", value: "JSON", summary: "what it is told; else {}"), .json,
        ],
        run: { invocation in
            guard invocation.arguments.count > 1 else { return try list(invocation) }
            let body: Value = .compact([
                "customer": invocation["customer"].map(Value.text),
                "conversation": invocation["conversation"].map(Value.text),
                "by": invocation["by"].map(Value.text), "input": try input(invocation),
            ])
            let path = path(invocation) + "/" + percentEncoded(invocation.arguments[1])
            let answer = try Workplace(invocation).withHost { try $0.demand("POST", path, body) }
            Terminal.print(JSON.text(answer["result"] ?? .null))
        })

    private static func path(_ invocation: Invocation) -> String {
        "/v1/skills/\(percentEncoded(invocation.first))/actions"
    }

    private static func list(_ invocation: Invocation) throws {
        let actions = try Workplace(invocation).withHost { try $0.demand("GET", path(invocation)) }
        guard !invocation.has("json") else { return Terminal.print(JSON.text(actions)) }
        var table = Table(header: ["action", "title", "input"])
        for action in actions["items"]?.list ?? [] {
            let title = action["title"]?["en"]?.text ?? ""
            let input = (action["input"]?["properties"]?.map ?? [:]).keys.sorted()
            table.rows.append([action["name"]?.text ?? "", title, input.joined(separator: ", ")])
        }
        Terminal.print(table.text(Terminal.answers))
    }

    private static func input(_ invocation: Invocation) throws -> Value? {
        guard let given = invocation["input"] else { return nil }
        let text = given.hasPrefix("@") ? try Files.text(String(given.dropFirst())) : given
        do { return try JSON.decode(text) } catch {
            throw Misuse("--input: byte \(error.offset): \(error.reason); give one JSON object")
        }
    }
}
