/// What staff may ask of a skill, by name. Titles and schemas that no code depends on stand in `skill.yaml` alone.
public struct Action: Sendable {
    let name: String
    let facts: [String: Value]

    /// `title`: its name for staff, by language. `input`: a JSON Schema.
    public init(_ name: String, title: [String: String] = [:], input: Value? = nil) {
        self.name = name
        var facts: [String: Value] = [:]
        if !title.isEmpty { facts["title"] = title.value }
        facts["input"] = input
        self.facts = facts
    }
}
