internal import CSkillABI

/// What a skill declares. Each fact stated here must be the same in `skill.yaml`; a fact that only people need (name,
/// description, licence) is stated there alone.
public struct Manifest: Sendable {
    /// What happens to a turn when the skill fails in it.
    public enum FailurePolicy: String, Sendable { case skip, fallback, fail }

    /// As it is encoded.
    public private(set) var facts: [String: Value]

    /// `requires`: extensions besides those every host has. `configuration`: a JSON Schema.
    public init(
        id: String, version: String, reads: [any Readable] = [], writes: [any Writable] = [],
        collections: [Collection] = [], readsCollections: [String] = [], on events: [String] = [],
        actions: [Action] = [], pages: [String] = [],
        requires: [String] = [], configuration: Value? = nil, permissions: Value? = nil,
        observes: Bool? = nil,
        onFailure: FailurePolicy? = nil, fallback: String? = nil
    ) {
        let facts: [String: Value?] = [
            "abi": .int(Int64(SK_ABI_MAJOR)), "id": .text(id), "version": .text(version),
            "reads": Self.list(reads.map(\.declaration)),
            "writes": Self.map(writes.map { ($0.name, .text($0.type.rawValue)) }),
            "collections": Self.map(collections.map { ($0.name, .map($0.facts)) }),
            "reads_collections": Self.list(readsCollections), "on": Self.list(events),
            "actions": Self.map(actions.map { ($0.name, .map($0.facts)) }), "pages": Self.list(pages),
            "requires": Self.list(requires), "config": configuration, "permissions": permissions,
            "observes": observes.map(Value.bool), "on_failure": onFailure.map { .text($0.rawValue) },
            "fallback": fallback.map(Value.text),
        ]
        self.facts = facts.compactMapValues { $0 }
    }

    private static func list(_ items: [String]) -> Value? { items.isEmpty ? nil : items.value }

    private static func map(_ entries: [(String, Value)]) -> Value? {
        entries.isEmpty ? nil : .map(Dictionary(entries) { _, last in last })
    }
}
