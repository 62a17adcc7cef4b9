import Language

/// The questions of a small B2B shop, written by hand: what is known, how strangers ask for it, and what nobody can answer.
enum Shop {
    struct Entry: Sendable {
        var document: KnowledgeIndex.Document
        /// Written to be told apart from the paraphrases: the index never sees them.
        var heldOut: [String] = []
    }

    static let chinese = entries(chineseOrders + "\n" + chineseService + "\n" + chineseProducts)
    static let everything = chinese + entries(english)
    static let withoutAnswer = unanswered.split(separator: "\n").map(String.init)

    /// `# id`, questions, `? held out`, `> answer`.
    private static func entries(_ text: String) -> [Entry] {
        var entries: [Entry] = []
        for line in text.split(separator: "\n") {
            let content = String(line.dropFirst(2))
            switch line.first {
            case "#":
                entries.append(Entry(document: .init(id: content, kind: .question)))
            case "?": entries[entries.count - 1].heldOut.append(content)
            case ">": entries[entries.count - 1].document.text = content
            default: entries[entries.count - 1].document.questions.append(String(line))
            }
        }
        return entries
    }
}
