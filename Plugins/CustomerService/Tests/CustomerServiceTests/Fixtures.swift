@testable import CustomerService
import SkillKit

/// A small configuration, so that a test shows the numbers it speaks of.
enum Fixture {
    static let routing: [String: Value] = [
        "remarks": remarks,
        "leaves": [
            ["to": "recommendation", "when": ["intent": ["new_products"]], "unless": ["complaint"]],
            ["to": "recommendation", "when": ["words": ["推荐", "recommend"]], "unless": ["complaint"]],
        ],
        "routing": "skill_based",
        "human": ["intents": ["human_request"], "priority": 40, "reason": "a human is asked for"],
        "vip": [
            "tiers": ["VIP"], "priority": 30, "raise": 19, "not_for": ["thanks", "greeting"],
            "reason": ["zh": "{tier} 客户", "en": "a {tier} customer"],
        ],
        "routes": [
            [
                "name": "danger", "when": ["words": ["冒烟", "got hurt"]], "route": "technical",
                "competence": "technical", "priority": 45, "text": "danger", "despite": "any", "ticket": true,
                "escalate": true, "reason": ["zh": "危险（{word}）", "en": "danger ({word})"],
            ],
            [
                "name": "fault",
                "when": ["intent": ["technical_support", "none"], "words": ["无法", "报警", "broken"]],
                "route": "technical", "competence": "technical", "priority": 20, "text": "technical",
                "despite": "near", "ticket": true, "reason": ["zh": "故障（{word}）", "en": "a fault ({word})"],
            ],
            [
                "name": "technical", "when": ["issue": ["technical"]], "route": "technical",
                "competence": "technical", "priority": 20, "text": "technical", "ticket": true,
                "gap": "questions",
            ],
            [
                "name": "complaint",
                "when": ["intent": ["complaint"], "sentiment": ["negative", "neutral"]], "route": "general",
                "competence": "general",
                "priority": 15, "text": "complaint", "despite": "near", "ticket": true,
            ],
            [
                "name": "rest", "when": [:], "route": "general", "competence": "general", "priority": 5,
                "text": "general", "gap": "always",
            ],
        ],
    ]

    static let remarks: Value = [
        "sure": 0.5, "certain": 0.8, "priority": 8, "waiting_priority": 65,
        "question_marks": ["?", "？", "吗", "怎么", "什么"],
        "exclamations": ["什么破"],
        "question_words": ["what", "how"], "assents": ["好的", "ok", "hmm"],
        "refusals": ["words": ["先不买", "不考虑", "no thanks"], "unless": ["投诉", "退", "我要"]],
        "refusable": ["优惠", "价格", "推荐", "转人工", "discount", "price"],
        "openings": ["我想问一下", "I have a question"], "chasing": ["还没人", "how long"],
        "greetings": ["greeting"], "praises": ["complaint", "none"],
        "intents": ["none", "company_info", "product_inquiry"],
        "of_themselves": ["我们做", "我们不", "i am", "we are"], "facts": ["industry", "company"],
    ]

    static let priority: Value = [
        "base": "normal",
        "rules": [
            ["name": "trifle", "when": ["intent": ["billing"]], "at_most": "low"],
            ["name": "standstill", "when": ["words": ["停产", "line down"]], "at_least": "urgent"],
            ["name": "dead", "when": ["words": ["无法开机"]], "at_least": "high"],
            ["name": "hurry", "when": ["words": ["急", "urgent"]], "at_least": "high"],
            ["name": "angry", "when": ["sentiment": ["negative"]], "raise": 1],
            ["name": "valued", "when": ["tier": ["VIP"]], "raise": 1],
            ["name": "again", "when": ["contacts": 2], "raise": 1],
        ],
    ]

    static let phrase: Value = ["zh": "好", "en": "fine"]

    static let whole: [String: Value] = routing.merging([
        "unified_inbox": true, "platform_channels": ["wechat", "wecom", "whatsapp", "telegram"],
        "answers": [
            "limit": 3, "priority": 50, "exact_priority": 80, "exact_from": 0.97, "waiting_from": 0.9,
            "facts": ["from": 55, "intents": ["price_inquiry"]],
            "small_talk_priority": 10, "small_talk_from": 0.75, "truth_priority": 85,
            "alarm_priority": 100,
            "not_for": ["complaint"], "offers": ["有吗"],
            "subjects": [["asked": ["质保"], "told": ["质保"], "general": true]],
        ],
        "truths": [["words": ["你是机器人吗", "are you a bot"], "unless": ["转人工"], "text": phrase]],
        "calls": ["look_back": 6, "words": ["转人工", "technical support"]],
        "handoff_note": ["message": 6000, "fact": 300],
        "orders": [
            "intents": ["order_status"], "most": 2, "priority": 82, "done": ["delivered"],
            "states": ["shipped": phrase],
        ],
        "unclear": ["times": 2], "small_talk": ["greeting": phrase],
        "priority": priority,
        "tickets": [
            "reopen_within": "7d", "subject": 100, "notes": 100, "again_after": "30m", "longest_note": 1000,
            "longest_description": 60000,
            "looked_through": 20,
        ],
        "targets": [
            "count": "always", "urgent": ["first_answer": "15m", "resolution": "4h"],
            "high": ["first_answer": "30m", "resolution": "8h"],
            "normal": ["first_answer": "2h", "resolution": "24h"],
            "low": ["first_answer": "8h", "resolution": "72h"],
        ],
        "escalation": [
            "intents": ["complaint"], "complaints": 2, "within": "30d", "competence": "supervisor",
            "locale": "zh-CN",
        ],
        "survey": [
            "enabled": true, "expires": "7d", "remind_after": "24h", "retry_after": "30m", "low": 2,
            "longest_comment": 8000,
            "in_chat": [
                "priority": 90, "longest": 600, "counters": ["颗"],
                "units": ["分", "星", "star", "/5", "out of 5"], "not_units": ["分钟"],
                "trouble": ["链接", "link"], "complaints": ["投诉"], "out_of_range": ["10分"],
            ],
        ],
        "note": [],
        "texts": [
            "danger": phrase, "complaint": phrase, "technical": phrase, "general": phrase, "human": phrase,
            "vip": phrase,
            "survey": ["zh": "打分：{url}", "en": "How did we do? {url}"],
            "reminder": ["zh": "还没打分：{url}", "en": "Still there? {url}"],
            "opens": ["zh": "{month}月{day}日（{weekday}）{time}", "en": "{weekday}, {month}/{day}, {time}"],
            "weekdays": ["zh": "周一 周二 周三 周四 周五 周六 周日", "en": "Mon Tue Wed Thu Fri Sat Sun"],
        ],
        "notices": ["escalated": phrase], "spans": ["m": ["zh": "{count} 分钟", "en": "{count} min"]],
        "page": [
            "title": ["zh": "服务评价", "en": "How did we do?"],
            "question": ["zh": "“{subject}”满意吗？", "en": "How was \"{subject}\"?"],
            "scores": ["zh": ["一", "二", "三", "四", "五"], "en": ["a", "b", "c", "d", "e"]],
            "comment": phrase, "send": phrase, "choose": ["zh": "请先选", "en": "Choose first"],
            "thanks": phrase,
            "received": ["zh": "{score} 分", "en": "{score} of 5"],
            "already": ["zh": "已评 {score}", "en": "Had {score}"],
            "expired": ["zh": "已结束", "en": "It is over"], "privacy": phrase, "style": "body{margin:0}",
        ],
    ]) { $1 }

    /// The whole, with some of it another way: a path and its value.
    static func settings(_ changes: [String: Value] = [:]) throws -> (settings: Settings, value: Value) {
        let value = changes.reduce(Value.map(whole)) {
            $0.with($1.key.split(separator: ".").map(String.init)[...], $1.value)
        }
        return (try Settings(value), value)
    }
}

extension Value {
    fileprivate func with(_ path: ArraySlice<String>, _ value: Value) -> Value {
        guard let name = path.first else { return value }
        var entries = map ?? [:]
        entries[name] = (entries[name] ?? [:]).with(path.dropFirst(), value)
        return .map(entries)
    }
}

extension Inquiry {
    static func make(
        _ text: String = "", _ intent: String? = nil, _ change: (inout Inquiry) -> Void = { _ in }
    ) -> Inquiry {
        var inquiry = Inquiry(text: text)
        inquiry.intent = intent
        inquiry.intents = [intent].compactMap { $0 }
        change(&inquiry)
        return inquiry
    }
}
