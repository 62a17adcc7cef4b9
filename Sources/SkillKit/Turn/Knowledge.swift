/// What the admin wrote down for customers: questions with answers, and documents.
public struct Knowledge: Sendable {
    /// Something that may answer what was asked.
    public struct Hit: Sendable, Hashable {
        public let id: String
        /// How likely it is that this answers the text, 0 to 1.
        public let score: Double
        /// The question, or the headings above the section.
        public let title: String
        public let answer: String
        /// Where it was written down; keep it in the trace.
        public let source: String
        /// Whether the score is good enough to say it.
        public let isAnswer: Bool
        /// What it is about, where that was written down: perhaps the id or the name of a product.
        public let topic: String?
    }

    let turn: Turn

    /// The best first. `threshold`: from which score on a hit is an answer; else as the admin decided.
    public func search(_ text: String, limit: Int = 3, threshold: Double? = nil) throws -> [Hit] {
        let answer = try turn.host.ask(
            turn.host.knowledge, turn: turn.id,
            [
                "op": "search", "text": .text(text), "limit": .int(Int64(limit)),
                "threshold": threshold.map(Value.double),
            ])
        return (answer.list ?? []).compactMap(Hit.init)
    }

    /// Puts a question that had no answer on the admin's list, with the turn's commit.
    public func reportGap(_ question: String) throws {
        _ = try turn.host.ask(
            turn.host.knowledge, turn: turn.id, ["op": "gap", "question": .text(question)])
    }
}

extension Knowledge.Hit {
    init?(_ value: Value) {
        guard let id = value["id"]?.text, let answer = value["answer"]?.text else { return nil }
        self.id = id
        self.answer = answer
        score = value["score"]?.double ?? 0
        title = value["title"]?.text ?? ""
        source = value["source"]?.text ?? ""
        isAnswer = value["is_answer"]?.bool ?? false
        topic = value["topic"]?.text
    }
}

/// What is sold. A product has `id`, `name` and, where they were written down, `aliases`, `category`, `price`, `currency`,
/// `description`, `specification`, `related_products`, `industries`, `on_sale`, `stock`, `lead_time_days`.
public struct Catalog: Sendable {
    let turn: Turn

    public func product(_ id: String) throws -> Record? {
        Record(try ask(["op": "get", "id": .text(id)]))
    }

    /// The products that a text names, the likeliest first.
    public func find(_ text: String, limit: Int = 5) throws -> [Record] {
        [Record](try ask(["op": "find", "text": .text(text), "limit": .int(Int64(limit))])) ?? []
    }

    /// In the order they were written down.
    public func list(
        category: String? = nil, industry: String? = nil, onSale: Bool? = nil, limit: Int = 50,
        after cursor: String? = nil
    ) throws -> DocumentStore.Page {
        let filter: [String: Value?] = [
            "category": category.map(Value.text), "industry": industry.map(Value.text),
            "on_sale": onSale.map(Value.bool),
        ]
        let answer = try ask([
            "op": "list", "filter": .compact(filter), "limit": .int(Int64(limit)),
            "cursor": cursor.map(Value.text),
        ])
        return DocumentStore.Page(
            items: answer["items"].flatMap { [Record]($0) } ?? [], next: answer["next"]?.text)
    }

    /// What sold best in this month and the twelve before it, of what is on sale; what was never sold is not among it.
    public func popular(industry: String? = nil, category: String? = nil, limit: Int = 5) throws -> [Record] {
        let request: [String: Value?] = [
            "op": "popular", "industry": industry.map(Value.text), "category": category.map(Value.text),
            "limit": .int(Int64(limit)),
        ]
        return [Record](try ask(request)) ?? []
    }

    /// What a salesperson would say to an intent: `script` and `conditions`, `[{name, operator, value}]`. With `values`
    /// only where all conditions hold; one on a value that is not among them does not.
    public func scripts(for intent: String, given values: [String: Value]? = nil) throws -> [Record] {
        let request: [String: Value?] = [
            "op": "scripts", "intent": .text(intent), "values": values.map(Value.map),
        ]
        return [Record](try ask(request)) ?? []
    }

    private func ask(_ request: [String: Value?]) throws(HostError) -> Value {
        try turn.host.ask(turn.host.catalog, turn: turn.id, request)
    }
}
