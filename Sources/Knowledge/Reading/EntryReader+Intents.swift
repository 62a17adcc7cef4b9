import ConciergeCore
import YAML

extension EntryReader {
    /// Reads a file of `intents/`: a map with `examples`, or a plain list of them.
    mutating func intent(_ root: Node, named name: String) {
        guard root.content != .null else {
            return complain(
                .warning, at: root, "this is empty; write examples, one a line that starts with '- '")
        }
        guard let value = checked(root, KnowledgeShape.intent) else { return }
        var intent = IntentFile(intent: value["intent"]?.text ?? name, place: place(root.position))
        intent.label = Localized(value["label"]) ?? Localized()
        intent.issue = value["issue"]?.text.flatMap(IntentFile.Issue.init)
        intent.aliases = value.texts("aliases")
        intent.topic = value["topic"]?.text
        intent.replaces = value["replaces"]?.bool ?? false
        intent.courtesy = value["courtesy"]?.bool
        let examples = root.list != nil ? root : root.named("examples")
        intent.examples = examples.map { self.examples($0, language: nil) } ?? []
        content.intents.append(intent)
    }

    private func examples(_ node: Node, language: String?) -> [IntentFile.Example] {
        switch node.content {
        case .list(let nodes):
            nodes.compactMap { item in
                item.source.map {
                    .init(
                        text: $0, language: language ?? WrittenLanguage.of($0),
                        place: place(item.position))
                }
            }
        case .map(let entries): entries.flatMap { examples($0.value, language: $0.key) }
        default: []
        }
    }
}
