import SkillKit

@testable import SalesAutomation

/// The rules the tests speak of, small enough to read.
enum Samples {
    static let configuration: Value = [
        "auto_recommend": true, "lead_threshold": 0.8, "complex_amount": 500000,
        "strategies": [
            ["do": "human_handoff", "when": ["any_intent": ["human_request"]], "handoff": ["priority": 40]],
            [
                "do": "human_handoff", "when": ["tier": ["VIP"]],
                "handoff": ["priority": 30, "competence": "sales"],
            ],
            ["do": "human_handoff", "when": ["unclear": ["at_least": 2]]],
            ["do": "human_handoff", "when": ["intents": ["at_least": 3]]],
            ["do": "human_handoff", "when": ["order_amount": ["above": "complex_amount"]]],
            ["do": "detailed_introduction", "when": ["type": ["new"], "intent": ["product_inquiry"]]],
            [
                "do": "personalized_recommendation",
                "when": ["type": ["existing"], "intent": ["new_products"]],
            ],
            ["do": "negotiate", "when": ["any_intent": ["price_negotiation"]]],
            ["do": "default_reply"],
        ],
        "one_wish": [["product_inquiry", "price_inquiry", "price_negotiation", "purchase"]],
        "refusable": [
            ["words": ["优惠", "价格", "discount", "price"], "intents": ["price_inquiry", "discount_inquiry"]],
            ["words": ["买", "buy"], "intents": ["purchase"]],
        ],
        "dismissals": ["words": ["不重要", "doesn't matter"], "until": ["但", "但是", "but"]],
        "buying": [
            "intent": "purchase", "words": ["买", "buy"], "ones": ["buy one"], "yes": ["好的"], "most": 100_000,
        ],
        "facts": [
            [
                "fact": "price", "intents": ["price_inquiry"],
                "when": ["on_sale": [true], "price": ["above": 0]],
                "named": 60, "topic": 45,
            ],
            [
                "fact": "total", "covers": ["price"], "intents": ["price_inquiry"],
                "when": ["order_amount": ["above": 100_000]], "named": 60, "topic": 45,
            ],
            [
                "fact": "in_stock", "words": "stock", "when": ["stock": ["above": 0]], "named": 60,
                "topic": 45,
            ],
        ],
        "lead": [
            "cap": 100, "sells": ["price_inquiry"], "not_sales": ["order_status"], "quiet_days": 30,
            "quiet_points": -10, "competence": "sales", "quotes": 3, "summary": 40,
        ],
        "signals": [
            [
                "signal": "price", "points": 20, "words": ["价格"],
                "synonyms": ["zh": ["多少钱"], "en": ["how much"]],
            ],
            ["signal": "delivery", "points": 15, "words": ["交期", "发货"], "synonyms": ["lead time"]],
            [
                "signal": "discount", "points": 25, "words": ["优惠", "折扣"], "synonyms": ["discount"],
                "unless": ["优惠券"],
            ],
            ["signal": "turns", "points": 20, "turns": 5],
            ["signal": "purchase", "points": 20, "intents": ["purchase"], "confidence": 0.5],
        ],
        "texts": [
            "facts": [
                "price": [
                    "zh": "{name}的单价是 {price} {currency}。",
                    "en": "The {name} costs {price} {currency} each. ",
                ],
                "total": [
                    "zh": "{lines}，合计 {order_amount} {currency}。",
                    "en": "{lines}: {order_amount} {currency} in total. ",
                ],
                "in_stock": ["zh": "{name}有现货。", "en": "The {name} is in stock. "],
            ],
            "introduction": [
                ["zh": "{name}", "en": "{name}"], ["zh": "：{description}。", "en": ": {description}."],
                ["zh": "参数：{specification}。", "en": " Specification: {specification}."],
            ],
            "line": [
                "zh": "{name} {quantity} 台，单价 {price} {currency}",
                "en": "{quantity} × {name} at {price} {currency}",
            ],
            "currencies": ["CNY": ["zh": "元", "en": "CNY"]],
            "stock_words": ["现货", "in stock"], "separator": ["zh": "、", "en": ", "],
        ],
    ]

    static let settings = Settings(configuration)
    static let now = Timestamp(milliseconds: 1_000_000)

    static func settings(_ change: (inout [String: Value]) -> Void) -> Settings {
        var changed = configuration.map ?? [:]
        change(&changed)
        return Settings(.map(changed))
    }

    static func product(_ id: String) -> Value {
        ["kind": "product", "value": ["id": .text(id), "name": .text(id)]]
    }

    static func quantity(_ count: Int64) -> Value {
        ["kind": "quantity", "value": ["amount": .int(count), "unit": "台"]]
    }
}
