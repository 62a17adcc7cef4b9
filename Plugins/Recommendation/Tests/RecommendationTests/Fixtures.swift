@testable import Recommendation
import SkillKit

/// What the tests count on; `tests/*.yaml` play with the data as it is shipped.
let configuration: Value = [
    "auto_recommend": true, "first_turn": 5, "last_turn": 8, "topic_turns": 3, "purchase_turns": 3,
    "purchase_bypasses_minimum": true, "pause": "24h", "complaint_pause": "7d", "decline_turns": 3,
    "least_sentiment": -0.4, "expires": "14d", "just_bought": "90d",
    "intents": [
        "purchase": ["purchase"], "haggling": ["price_negotiation"], "complaint": ["complaint"],
        "ask": ["new_products"],
        "quiet": ["complaint", "human_request"], "continuing": ["price_inquiry", "delivery_inquiry"],
    ],
    "generic_topics": ["交期"], "void_orders": ["cancelled"],
    "strategies": ["ask": ["personalized_recommendation"], "quiet": ["human_handoff"]],
    "sources": [
        "push": ["related", "popular", "topic"],
        "ask": ["topic", "related", "popular", "bestsellers", "catalogue"],
    ],
    "items": 3, "candidates": 8, "dearest": 100.0,
    "ranking": [
        "base": ["related": 0.12, "popular": 0.06, "topic": 0.08, "bestsellers": 0.04, "catalogue": 0.03],
        "strength": 15,
        "agreement": 0.5, "price_weight": 0.0, "exploration": 0.0, "least_worth": 0.0,
        "credit": ["clicked": 0.2, "asked": 0.2, "accepted": 1], "shards": 4, "fresh": "60s",
    ],
    "priority": ["push": 42, "ask": 42], "handoff": ["competence": "sales", "priority": 5],
    "staff_locale": "zh-CN",
    "words": [
        "asking": ["推荐"], "other": ["别的"], "declining": ["不需要"], "refusing": ["别推荐"],
        "buying": ["买"],
    ],
    "texts": [
        "related": sentences("{last_product}:"), "popular": sentences("{industry}:"),
        "industry": sentences("{industry}:"), "topic": sentences("{topic}:"), "bestsellers": sentences(""),
        "catalogue": sentences(""),
        "asked": sentences("{topic}?"), "detail": both("{a}={description}"), "action": both("介绍一下{a}"),
        "refused": both("不推荐了"), "nothing": both("请同事"), "why_nothing": both("没有合适的"), "soon": both("稍候"),
        "your_industry": ["zh": "您所在的行业", "en": "your industry"],
    ],
]

private func both(_ text: String) -> Value { ["zh": .text(text), "en": .text(text)] }

private func sentences(_ start: String) -> Value {
    ["one": both(start + "{a}"), "two": both(start + "{a}和{b}"), "three": both(start + "{a}、{b}和{c}")]
}

/// The configuration with one value changed.
func settings(_ path: String = "", _ value: Value = .null) -> Settings {
    Settings(
        path.isEmpty
            ? configuration : configuration.with(value, at: path.split(separator: ".").map(String.init)))
}

func selection(_ settings: Settings = settings(), for trigger: Timing.Trigger) throws -> Selection {
    try Selection(settings, Rules(settings), for: trigger)
}

extension Value {
    func with(_ value: Value, at path: [String]) -> Value {
        guard let name = path.first else { return value }
        var map = self.map ?? [:]
        map[name] = (map[name] ?? [:]).with(value, at: Array(path.dropFirst()))
        return .map(map)
    }
}

/// A conversation that is played turn by turn.
struct Play {
    var memory = Memory()
    var thread = Thread("c")
    let rules: Rules
    private(set) var last = Moment(conversation: "c", turn: 0, at: Timestamp(milliseconds: 0))

    init(_ settings: Settings = settings()) throws { rules = try Rules(settings) }

    var verdict: Timing.Verdict { Timing(rules).verdict(last, thread, memory) }
    var offers: Bool { if case .offer = verdict { true } else { false } }

    /// The next message, a minute later.
    mutating func say(
        _ topic: String? = nil, _ intent: String = "product_inquiry",
        change: (inout Moment) -> Void = { _ in }
    ) {
        var moment = Moment(
            conversation: last.conversation, turn: last.turn + 1, at: last.at + .seconds(60), topic: topic,
            intents: [intent])
        change(&moment)
        thread.take(moment, rules)
        memory.take(moment, rules)
        last = moment
    }

    mutating func say(_ topics: [String?]) { for topic in topics { say(topic) } }

    /// What is offered now, as the skill remembers it.
    mutating func offer(_ products: [String]) {
        memory.make(
            Memory.Open(
                id: "o\(last.turn)", products: products, actions: products.map { "介绍一下\($0)" },
                conversation: last.conversation, turn: last.turn),
            topic: thread.topic, at: last.at)
        thread.offer = last.turn
    }
}

/// A catalogue of a few products.
struct Counter: Shelf {
    var products: [Product]
    var sold: [String] = []

    func product(_ id: String) -> Product? { products.first { $0.id == id } }
    func namesake(_ name: String) -> Product? { products.first { $0.name == name } }

    func products(in category: String, limit: Int) -> [Product] {
        Array(products.filter { $0.category == category }.prefix(limit))
    }

    func products(for industry: String, limit: Int) -> [Product] {
        Array(products.filter { $0.industries.contains(industry) }.prefix(limit))
    }

    func onSale(limit: Int) -> [Product] { Array(products.filter(\.isOnSale).prefix(limit)) }

    func popular(in industry: String?, limit: Int) -> [Product] {
        let wanted = sold.compactMap(product).filter { industry.map($0.industries.contains) ?? true }
        return Array(wanted.prefix(limit))
    }
}
