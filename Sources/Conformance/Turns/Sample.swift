import ConciergeCore

/// Values as a host has them.
enum Sample {
    static let now = Value.timestamp(StandIn.now)

    /// Of the keys in docs/context.md.
    static let keys: [String: Value] = [
        "turn.id": "0195-turn", "turn.kind": "message", "turn.at": now, "turn.locale": "zh-CN",
        "turn.channel": "webchat",
        "turn.text": "hello", "turn.attachments": [], "turn.said": [], "turn.skills": [],
        "conversation.id": "c1", "conversation.status": "bot", "conversation.customer_turns": 1,
        "conversation.topics": [], "business.open": true,
        "conversation.recent": [["seq": 1, "author": "customer", "text": "hello", "at": now]],
        "customer.id": "u1", "customer.name": "Ada", "customer.locale": "zh-CN", "customer.attributes": [:],
        "customer.created_at": now, "customer.updated_at": now, "customer.conversations": 1,
        "customer.version": 1,
        "intent.name": "greeting", "intent.confidence": 0.9, "intent.all": ["greeting"],
        "intent.alternatives": [["name": "greeting", "confidence": 0.9]], "issue.kind": "simple",
        "entities": [],
        "sentiment": "neutral", "sentiment.value": 0.0, "sentiment.urgent": false,
    ]

    /// What begins a key that only messages have.
    static let ofMessages = [
        "turn.text", "turn.attachments", "intent", "issue", "entities", "topic", "sentiment",
    ]

    static func of(type: ValueType) -> Value {
        switch type {
        case .bool: true
        case .int: 1
        case .double: 0.5
        case .bytes: .bytes([1])
        case .timestamp: now
        case .list: []
        case .map: [:]
        case .text, .any: "sample"
        }
    }

    /// A value that a JSON Schema admits, as far as its words are those of a configuration.
    static func of(schema: Value) -> Value {
        if let choice = schema["enum"]?.list?.first ?? schema["default"] { return choice }
        switch schema["type"]?.text ?? schema["type"]?.list?.first?.text ?? "object" {
        case "string": return .text(String(repeating: "x", count: max(1, Int(schema["minLength"]?.int ?? 1))))
        case "integer": return .int(Int64(schema["minimum"]?.double ?? 1))
        case "number": return .double(schema["minimum"]?.double ?? 1)
        case "boolean": return true
        case "null": return .null
        case "array":
            let item = schema["items"].map(of(schema:)) ?? "x"
            return .list(Array(repeating: item, count: Int(schema["minItems"]?.int ?? 0)))
        default: return .map((schema["properties"]?.map ?? [:]).mapValues(of(schema:)))
        }
    }

    /// What is no value of a type, whatever the type is, but for one.
    static let strange: [Value] = [.null, true, -1, .double(.nan), "", .bytes([0xFF]), [[]], ["": ["": [:]]]]
}
