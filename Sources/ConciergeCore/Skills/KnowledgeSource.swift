/// What was written down for customers: answers, documents, products. Asked from any thread; answers at once.
public protocol KnowledgeSource: Sendable {
    /// What may answer a text, best first; a hit from `threshold` on is an answer (nil: as the admin decided).
    func hits(for text: String, limit: Int, threshold: Double?, locale: String) -> [KnowledgeHit]
    func product(_ id: String, locale: String) -> Value?
    /// What the catalogue is priced in.
    var currencies: [String] { get }
    /// Products that a text names, best first.
    func products(named text: String, limit: Int, locale: String) -> [Value]
    /// In the order they were written down; nil for a cursor that leads nowhere any more.
    func products(_ query: ProductQuery, locale: String) -> Page<Value>?
    /// Of the products with these ids, in the order of the ids, those that fit; a cursor means nothing here.
    func products(_ query: ProductQuery, inOrderOf ids: [String], locale: String) -> [Value]
    /// What may be said to an intent, in the order it was written down; with values only that whose conditions hold.
    func scripts(for intent: String, given values: [String: Value]?, locale: String) -> [Value]
}

/// Something found in the knowledge.
public struct KnowledgeHit: Sendable, Hashable {
    /// Of the question or the section.
    public var id: String
    /// How likely it is that this answers what was asked, 0 to 1.
    public var score: Double
    public var title: String
    public var answer: String
    /// Where it was written down.
    public var source: String
    public var isAnswer: Bool
    /// What the admin says that it is about.
    public var topic: String?

    public init(id: String, score: Double, title: String, answer: String, source: String, isAnswer: Bool) {
        self.id = id
        self.score = score
        self.title = title
        self.answer = answer
        self.source = source
        self.isAnswer = isAnswer
    }

    public var value: Value {
        .compact([
            "id": .text(id), "score": .double(score), "title": .text(title), "answer": .text(answer),
            "source": .text(source), "is_answer": .bool(isAnswer), "topic": topic.map(Value.text),
        ])
    }
}

/// Which part of the catalogue is wanted.
public struct ProductQuery: Sendable, Hashable {
    public var category: String?
    public var industry: String?
    public var isOnSale: Bool?
    public var limit = 50
    /// What an earlier page gave as `next`.
    public var cursor: String?

    public init() {}
}
