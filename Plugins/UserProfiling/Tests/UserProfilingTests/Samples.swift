import SkillKit

@testable import UserProfiling

/// The rules the tests speak of, small enough to read.
enum Samples {
    static let configuration: Value = [
        "update_interval": 3, "clear_from": 0.7, "supposed": 0.5,
        "buying": [
            "words": ["zh": ["采购", "批量", "需要"], "en": ["purchase", "need"]], "intents": ["purchase"],
            "past": ["买过"], "vague": ["批"], "pieces": ["台"],
        ],
        "asking": ["marks": ["?", "？"], "endings": ["吗", "么"]], "save_every": 2, "merge_clues": ["phone"],
        "about_you": ["你们", "you"], "about_us": ["我们", "we"], "about_others": ["朋友", "friend"],
        "acknowledge": ["priority": 15, "questions": ["多少"], "unless": ["complaint"]],
        "role": [
            "statements": ["我是", "担任", "i'm", "i am"], "denials": ["不是", "not"], "continues": ["是"],
            "links": ["of"],
            "titles": ["采购", "采购经理", "厂长", "purchasing manager", "CEO"],
        ],
        "known_after_days": 30, "known_conversations": 2, "totals_every_hours": 24,
        "tiers": [
            ["tier": "silver", "from": 50000], ["tier": "VIP", "from": 500000],
            ["tier": "gold", "from": 200000],
            ["tier": "standard", "from": 0],
        ],
        "journey": [
            "order": ["awareness", "consideration", "decision", "purchase"],
            "rules": [
                ["stage": "service", "bought": true, "intents": ["after_sales"]],
                ["stage": "purchase", "bought": true],
                ["stage": "decision", "intents": ["price_negotiation", "purchase"]],
                ["stage": "consideration", "intents": ["price_inquiry"]],
                ["stage": "awareness"],
            ],
        ],
        "preferences": [
            "products": 2, "product_from": 2, "messages": 200,
            "rules": [
                ["label": ["zh": "关注价格", "en": "price matters"], "from": 2, "words": ["价格", "price"]]
            ],
        ],
        "texts": [
            "separator": ["zh": "；", "en": "; "],
            "summary": [
                ["zh": "{company}", "en": "{company}"], ["zh": "{industry}行业", "en": "industry: {industry}"],
                ["zh": "{type}，{tier}", "en": "{type}, {tier}"],
                ["zh": "偏好：{preferences}", "en": "prefers: {preferences}"],
            ],
            "labels": ["new": ["zh": "新客户", "en": "new customer"]],
            "merge": "{customer} {other} {clue} {value}",
            "noted": ["zh": "记下了：{what}。", "en": "Noted: {what}."],
            "denied": ["zh": "不是{what}", "en": "not {what}"], "list": ["zh": "、", "en": " + "],
        ],
    ]

    static let settings = Settings(configuration)
    static let day: Int64 = 86_400_000
    static let now = Timestamp(milliseconds: 400 * day)

    static func mention(
        _ kind: String, _ value: Value, _ more: [String: Value] = [:], in text: String, as part: String
    )
        -> Mention
    {
        let start = text.firstRange(of: part).map { text[..<$0.lowerBound].unicodeScalars.count } ?? 0
        let entity: [String: Value] = [
            "kind": .text(kind), "text": .text(part), "value": value, "start": .int(Int64(start)),
        ]
        guard let mention = Mention(.map(entity.merging(more) { $1 })) else {
            preconditionFailure("no mention")
        }
        return mention
    }

    static func origin(_ message: String) -> Profile.Origin { .init(message: message, turn: "t1", at: now) }
}
