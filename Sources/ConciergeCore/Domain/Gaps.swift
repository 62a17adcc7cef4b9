/// The questions that had no answer: a collection of the host's own.
///
/// Each document is one question of one customer, so that it is written in that customer's lane and goes when the
/// customer is erased; who looks at the list puts together what means the same.
public enum Gaps {
    public static let collection = CollectionDeclaration(
        name: "gaps",
        fields: [
            "question": .init(type: .text), "language": .init(type: .text, isIndexed: true),
            "count": .init(type: .int, isIndexed: true), "first_at": .init(type: .timestamp, isIndexed: true),
            "last_at": .init(type: .timestamp, isIndexed: true),
            "conversation": .init(type: .text), "status": .init(type: .text, isIndexed: true),
            "entry": .init(type: .text, isIndexed: true, isWritable: true),
        ],
        states: .init(initial: "open", transitions: ["open": ["answered"], "answered": ["open"]]))

    /// Nobody reads on behind this.
    public static let longestQuestion = 500

    /// The same for what a customer repeats.
    public static func id(of question: String, customer: String?) -> String {
        let words = question.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return "g-" + hexadecimal(stableHash((customer ?? "") + "\n" + words))
    }

    /// What the document says after the question was asked once more; an answer that did not help is open again.
    public static func asked(
        _ question: String, language: String, conversation: String?, at now: Timestamp,
        before: [String: Value]?
    ) -> [String: Value] {
        var body = before ?? ["question": .text(question), "first_at": .timestamp(now)]
        body["language"] = .text(language)
        body["count"] = .int((before?["count"]?.int ?? 0) + 1)
        body["last_at"] = .timestamp(now)
        body["conversation"] = conversation.map(Value.text)
        body["status"] = "open"
        return body
    }
}
