public import Language

/// What the host brings by itself: how its intents are called, and which of them a sentence is an example of.
public struct HostIntents: Sendable {
    let table: IntentTable
    private let intents: [UInt64: String]

    init(_ table: IntentTable = IntentTable(), taught: [String: [UInt64]] = [:]) {
        self.table = table
        let keys = taught.flatMap { intent, keys in keys.map { ($0, intent) } }
        intents = Dictionary(keys, uniquingKeysWith: min)
    }

    /// Nil where the host's own are not there: it brings nothing then.
    public init(_ starter: IntentModel?) {
        self.init(
            starter.map { IntentTable(text: $0.about) } ?? IntentTable(), taught: starter?.taught ?? [:])
    }

    var names: [String] { Array(table.intents.keys) }

    /// Every intent that can be found with this knowledge beside it; none where the host brings none.
    public func known(with base: KnowledgeBase) -> [String] {
        table.intents.isEmpty ? [] : Set(names + base.intents.map(\.intent)).sorted()
    }

    func has(_ intent: String) -> Bool { table.intents[intent] != nil }

    func intent(of example: IntentFile.Example) -> String? { intents[example.key] }
}
