/// A question with its answer that is about to be written down.
public struct NewAnswer: Sendable {
    public var id: String?
    public var question: String
    public var paraphrases: [String] = []
    public var answer: Bilingual
    public var topic: String?

    public init(question: String, answer: Bilingual) {
        self.question = question
        self.answer = answer
    }

    public init(_ entry: FAQEntry) {
        self.init(question: entry.question, answer: entry.answer)
        id = entry.id.hasPrefix("q-") ? nil : entry.id
        paraphrases = entry.paraphrases
        topic = entry.topic
    }

    /// By which the knowledge will know it.
    public var entryID: String { id ?? FAQEntry.id(of: FAQEntry.key(question)) }
}
