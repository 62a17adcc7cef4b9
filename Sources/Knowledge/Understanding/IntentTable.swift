import ConciergeCore
import Language

/// What is known of each intent besides its sentences.
struct IntentTable: Sendable, Equatable {
    struct Intent: Sendable, Equatable {
        var label = Localized()
        var issue = IntentFile.Issue.general
        var topic: String?
        var aliases: [String] = []
    }

    private(set) var intents: [String: Intent] = [:]
    private var names: [String: String] = [:]

    init() {}

    init(_ files: [IntentFile]) { change(by: files) }

    subscript(name: String) -> Intent { intents[name] ?? Intent() }

    /// The intent that is called so: by its name, a label or an alias.
    func intent(called name: String) -> String? { names[Self.key(name)] }

    /// The same for the same name, in either case and script, with '-' or '_'.
    static func key(_ name: String) -> String { Spelling.folded(FoldedText(name).string) }

    /// Later files change what earlier ones said, and only what they speak of.
    mutating func change(by files: [IntentFile]) {
        for file in files {
            var intent = intents[file.intent] ?? Intent()
            intent.label.texts.merge(file.label.texts) { _, new in new }
            intent.issue = file.issue ?? intent.issue
            intent.topic = file.topic ?? intent.topic
            intent.aliases += file.aliases
            intents[file.intent] = intent
        }
        nameAll()
    }

    private mutating func nameAll() {
        names = [:]
        for (name, intent) in intents.sorted(by: { $0.key < $1.key }) {
            for called in intent.aliases + intent.label.texts.values {
                names[Self.key(called)] = name
            }
        }
        for name in intents.keys { names[Self.key(name)] = name }
    }
}

extension IntentTable {
    /// As a model keeps it beside itself.
    var text: String {
        JSON.text(
            .map(
                intents.mapValues { intent in
                    var value: [String: Value] = [
                        "label": .map(intent.label.texts.mapValues(Value.text)),
                        "issue": .text(intent.issue.rawValue),
                        "aliases": .list(intent.aliases.map(Value.text)),
                    ]
                    value["topic"] = intent.topic.map(Value.text)
                    return .map(value)
                }))
    }

    init(text: String) {
        guard case .map(let kept)? = try? JSON.decode(Array(text.utf8)) else { return }
        intents = kept.mapValues { value in
            Intent(
                label: Localized(value["label"]) ?? Localized(),
                issue: value["issue"]?.text.flatMap(IntentFile.Issue.init) ?? .general,
                topic: value["topic"]?.text, aliases: value.texts("aliases"))
        }
        nameAll()
    }
}
