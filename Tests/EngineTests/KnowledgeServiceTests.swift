import ConciergeCore
@testable import Engine
import Testing

/// Two products and one answer.
private struct Shelf: KnowledgeSource {
    func hits(for text: String, limit: Int, threshold: Double?, locale: String) -> [KnowledgeHit] {
        let hit = KnowledgeHit(
            id: "hours", score: 0.7, title: "工作时间", answer: "9-18", source: "faq.yaml:2:5",
            isAnswer: 0.7 >= threshold ?? 0.6)
        return Array([hit].prefix(limit))
    }

    func product(_ id: String, locale: String) -> Value? {
        id == "P1" ? ["id": "P1", "name": .text(locale)] : nil
    }

    func products(named text: String, limit: Int, locale: String) -> [Value] {
        Array([["id": "P1"], ["id": "P2"]].prefix(limit))
    }

    var currencies: [String] { ["CNY"] }

    func products(_ query: ProductQuery, locale: String) -> Page<Value>? {
        guard query.cursor != "gone" else { return nil }
        let asked: [Value] = [Value(query.category), Value(query.industry), .bool(query.isOnSale ?? false)]
        return Page(items: asked, next: "\(query.limit)")
    }

    func products(_ query: ProductQuery, inOrderOf ids: [String], locale: String) -> [Value] {
        [Value(query.category), Value(query.industry), .bool(query.isOnSale ?? false)] + ids.map(Value.text)
    }

    func scripts(for intent: String, given values: [String: Value]?, locale: String) -> [Value] {
        [.text(intent), values.map(Value.map) ?? .null]
    }
}

@Suite struct KnowledgeServiceTests {
    /// Asks each request in turn, as a skill, and says what it was told; a refusal as text.
    private func ask(_ service: String, _ requests: [Value], source: (any KnowledgeSource)? = Shelf()) throws
        -> [Value]
    {
        let box = EngineBox()
        let house = try House(
            [
                .answering(Manifest.make("asking") { $0.writes = ["asking.told": .list] }) {
                    call throws(SkillFailure) in
                    let told = requests.map { request -> Value in
                        do throws(ServiceError) {
                            return try box.value?.answer(
                                service, skill: "asking", turn: call.turn, request: request) ?? .null
                        } catch {
                            return .text("\(error.kind): \(error)")
                        }
                    }
                    return .make { $0.writes = ["asking.told": .list(told)] }
                }
            ], knowledge: source)
        box.value = house.engine
        return try house.turn("你好").record?.context["asking.told"]?.list ?? []
    }

    @Test func `a search answers with hits, and the skill may set its own threshold`() throws {
        let hit: Value = [
            "id": "hours", "score": 0.7, "title": "工作时间", "answer": "9-18", "source": "faq.yaml:2:5",
            "is_answer": true,
        ]
        var strict = hit.map ?? [:]
        strict["is_answer"] = false
        #expect(
            try ask(
                "sk.knowledge/1",
                [
                    ["op": "search", "text": "几点上班"],
                    ["op": "search", "text": "几点", "threshold": 0.8, "limit": 1],
                ]) == [[hit], [.map(strict)]])
    }

    @Test func `the catalogue gives one product, those that a text names, and pages`() throws {
        #expect(
            try ask(
                "sk.catalog/1",
                [
                    ["op": "get", "id": "P1"], ["op": "get", "id": "P9"],
                    ["op": "find", "text": "机器人", "limit": 1],
                    [
                        "op": "list", "filter": ["category": "c", "industry": "i", "on_sale": true],
                        "limit": 7,
                    ],
                    ["op": "scripts", "intent": "purchase", "values": ["order_amount": 5]],
                    ["op": "scripts", "intent": "purchase"], ["op": "popular", "category": "c"],
                ]) == [
                    ["id": "P1", "name": "zh-CN"], .null, [["id": "P1"]],
                    ["items": ["c", "i", true], "next": "7"], ["purchase", ["order_amount": 5]],
                    ["purchase", .null], ["c", .null, true],
                ])
    }

    @Test(
        arguments: [
            ("sk.knowledge/1", ["op": "guess"], "unsupported: op: search or gap was expected"),
            ("sk.knowledge/1", ["op": "search"], "badArgument: text: a text was expected"),
            ("sk.knowledge/1", ["op": "search", "text": " "], "badArgument: text: a text was expected"),
            (
                "sk.knowledge/1", ["op": "search", "text": "a", "limt": 3],
                "badArgument: limt: unknown; did you mean 'limit'?"
            ),
            (
                "sk.knowledge/1", ["op": "search", "text": "a", "threshold": 60],
                "badArgument: threshold: a number from 0 to 1 was expected"
            ),
            (
                "sk.knowledge/1", ["op": "search", "text": "a", "limit": 0],
                "badArgument: limit: a number of at least 1 was expected"
            ),
            ("sk.knowledge/1", ["op": "gap"], "badArgument: question: a text was expected"),
            (
                "sk.catalog/1", ["op": "buy"],
                "unsupported: op: get, find, list, popular or scripts was expected"
            ),
            (
                "sk.catalog/1", ["op": "list", "filter": ["colour": "red"]],
                "badArgument: filter.colour: unknown; known are 'category', 'industry', 'on_sale'"
            ),
            (
                "sk.catalog/1", ["op": "list", "cursor": "gone"],
                "badArgument: cursor: the catalogue changed meanwhile; begin again without it"
            ),
        ] as [(String, Value, String)])
    func `a request ignores nothing`(service: String, request: Value, said: String) throws {
        #expect(try ask(service, [request]) == [.text(said)])
    }

    @Test func `a host without knowledge has no answer, and says so by an empty one`() throws {
        let requests: [Value] = [["op": "search", "text": "a"], ["op": "gap", "question": "a"]]
        #expect(try ask("sk.knowledge/1", requests, source: nil).first == [])
        let products: [Value] = [
            ["op": "get", "id": "P1"], ["op": "find", "text": "a"], ["op": "list"],
            ["op": "scripts", "intent": "a"],
        ]
        #expect(try ask("sk.catalog/1", products, source: nil) == [.null, [], ["items": []], []])
    }

    @Test func `a gap counts with the turn, is one for each customer, and goes with the customer`() throws {
        let box = EngineBox()
        let house = try House([
            .answering(.make("asking")) { call throws(SkillFailure) in
                let text = call.context["turn.text"] ?? .null
                do throws(ServiceError) {
                    for _ in 0..<2 {
                        _ = try box.value?.answer(
                            "sk.knowledge/1", skill: "asking", turn: call.turn,
                            request: ["op": "gap", "question": text])
                    }
                } catch { throw .failed("\(error)") }
                if text == "lost" { throw .failed("not committed") }
                return Patch()
            }
        ])
        box.value = house.engine
        for (text, customer) in [
            ("能开专票吗", "u1"), ("能开 专票吗", "u1"), ("能开专票吗", "u2"), ("lost", "u1"), ("Ship to Kenya?", "u1"),
            ("ship  to kenya?", "u1"),
        ] {
            _ = try house.turn(text, customer: customer)
        }
        func gaps() throws -> [[String]] {
            try house.store.read { reader in
                var query = Query()
                query.sort(by: "-count")
                return try reader.documents("gaps", query).items.map { gap in
                    [
                        gap.customer ?? "", gap.body["question"]?.text ?? "",
                        gap.body["language"]?.text ?? "",
                        "\(gap.body["count"]?.int ?? 0)", gap.body["status"]?.text ?? "",
                    ]
                }.sorted { $0.joined() < $1.joined() }
            }
        }
        #expect(
            try gaps() == [
                ["u1", "Ship to Kenya?", "en", "4", "open"], ["u1", "能开 专票吗", "zh", "2", "open"],
                ["u1", "能开专票吗", "zh", "2", "open"], ["u2", "能开专票吗", "zh", "2", "open"],
            ])
        try house.engine.changeNow { _ in Change([.erase(customer: "u1")], result: ()) }
        #expect(try gaps() == [["u2", "能开专票吗", "zh", "2", "open"]])
    }

    @Test func `a question whose answer did not help is open again`() throws {
        let now = Timestamp(seconds: 100)
        let before: [String: Value] = [
            "question": "q", "count": 3, "first_at": .timestamp(Timestamp(seconds: 1)), "status": "answered",
            "entry": "e1",
        ]
        let body = Gaps.asked("Q", language: "en", conversation: "k", at: now, before: before)
        #expect(
            body == [
                "question": "q", "count": 4, "first_at": .timestamp(Timestamp(seconds: 1)), "status": "open",
                "entry": "e1", "language": "en", "last_at": .timestamp(now), "conversation": "k",
            ])
    }
}
