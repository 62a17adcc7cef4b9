/// Everything that the files of `knowledge:` say, at one moment.
public struct KnowledgeBase: Sendable {
    public var products: [Product] = []
    public var scripts: [SalesScript] = []
    public var answers: [FAQEntry] = []
    public var sections: [Section] = []
    public var intents: [IntentFile] = []

    public init() {}
}

extension KnowledgeBase {
    /// The id of the entry, or section, that has this id or asks exactly this.
    public func entry(named name: String) -> String? {
        if answers.contains(where: { $0.id == name }) || sections.contains(where: { $0.id == name }) {
            return name
        }
        let key = FAQEntry.key(name)
        return answers.first { $0.key == key || $0.otherKeys.contains(key) }?.id
    }
}
