import ConciergeCore
import YAML

extension EntryReader {
    /// Reads a file of `intents/`: a map with `examples`, or a plain list of them. What is wrong is named, the rest counts.
    mutating func intent(_ root: Node, named name: String) {
        guard root.content != .null else {
            return complain(
                .warning, at: root, "this is empty; write examples, one a line that starts with '- '")
        }
        let (value, violations) = KnowledgeShape.intent.check(root.value)
        report(violations, in: root)
        var examples: [IntentFile.Example] = []
        if let node = root.list != nil ? root : root.named("examples") { examples = self.examples(node) }
        content.servesTheRest =
            !examples.isEmpty && !violations.contains { $0.pointer.steps.first == "intent" }
        guard !content.isFaulty else { return }
        var intent = IntentFile(intent: value["intent"]?.text ?? name, place: place(root.position))
        intent.label = Localized(value["label"]) ?? Localized()
        intent.issue = value["issue"]?.text.flatMap(IntentFile.Issue.init)
        intent.aliases = value.texts("aliases")
        intent.topic = value["topic"]?.text
        intent.replaces = value["replaces"]?.bool ?? false
        intent.courtesy = value["courtesy"]?.bool
        intent.examples = examples
        intent.calls = ["label", "aliases"].flatMap { root.named($0)?.scalars ?? [] }.compactMap { node in
            node.source.map { ($0, place(node.position)) }
        }
        content.intents.append(intent)
    }

    /// One list, or one for each language.
    private mutating func examples(_ node: Node) -> [IntentFile.Example] {
        guard let languages = node.map else { return examples(node, language: nil) }
        return languages.flatMap { entry -> [IntentFile.Example] in
            guard ["zh", "en"].contains(Spelling.folded(entry.key)) else {
                let mend = Spelling.mend(entry.key, known: ["zh", "en"], otherwise: "known here: zh, en")
                content.problems.append(
                    Problem(at: place(entry.keyPosition), "unknown key '\(entry.key)'; \(mend)"))
                return []
            }
            return examples(entry.value, language: Spelling.folded(entry.key))
        }
    }

    private mutating func examples(_ node: Node, language: String?) -> [IntentFile.Example] {
        guard let items = node.list else {
            if node.content == .null {
                complain(
                    .warning, at: node,
                    "no sentence stands here; write some, one a line that starts with '- '")
            } else {
                complain(at: node, "sentences must be a list; write each on a line that starts with '- '")
            }
            return []
        }
        if items.isEmpty {
            complain(
                .warning, at: node, "no sentence stands here; write some, one a line that starts with '- '")
        }
        return items.compactMap { item in
            sentence(item).map {
                .init(text: $0, language: language ?? WrittenLanguage.of($0), place: place(item.position))
            }
        }
    }

    /// `yes` and `50` are what customers say, too.
    private mutating func sentence(_ item: Node) -> String? {
        guard item.list == nil, item.map == nil else {
            let kind = item.list == nil ? "map" : "list"
            complain(at: item, "a sentence must be text, not a \(kind); write it in quotes")
            return nil
        }
        guard let text = item.source, !text.isEmpty, item.content != .null || item.isQuoted else {
            complain(.warning, at: item, "this sentence is empty; write it out, or take the line out")
            return nil
        }
        guard text.unicodeScalars.contains(where: \.says) else {
            complain(
                .warning, at: item,
                "'\(text.prefix(80))' holds no word, so nothing is learnt from it; write what customers say, or take it out"
            )
            return nil
        }
        return text
    }
}

extension Unicode.Scalar {
    /// Marks alone say nothing; a letter, a digit or a thumb does.
    fileprivate var says: Bool {
        switch value {
        case 0x30...0x39: true
        case 0..<0x80: properties.isAlphabetic
        default: properties.isAlphabetic || properties.numericType != nil || properties.isEmojiPresentation
        }
    }
}
