import SkillKit

/// What is known of one customer, and where each value comes from.
struct Profile: Sendable {
    /// What staff may correct, and what has a source.
    static let stated = [
        "industry", "purchase_scale", "company", "role", "preferences", "type", "tier", "journey_stage",
    ]
    /// What only the customer can say.
    static let fromTalk: Set<String> = ["industry", "purchase_scale", "company", "role"]

    /// Where a value comes from.
    struct Origin: Sendable {
        var message: String
        var turn: String?
        var at: Timestamp
    }

    private(set) var fields: [String: Value]

    init(_ document: Record?) {
        fields = document?.body ?? [:]
    }

    subscript(field: String) -> Value? {
        get { fields[field].flatMap { $0 == .null ? nil : $0 } }
        set { fields[field] = newValue }
    }

    var messageCount: Int { fields["message_count"]?.int.map(Int.init) ?? 0 }

    func source(_ field: String) -> Value? { fields["sources"]?[field] }

    func isPinned(_ field: String) -> Bool { source(field)?["pinned"]?.bool ?? false }

    /// Takes over what was stated, unless it is pinned, known already, or less clear than what is known; says whether.
    mutating func take(_ statement: Statement, clearFrom: Double, from origin: Origin) -> Bool {
        let field = statement.field
        guard !isPinned(field), self[field] != statement.value else { return false }
        // 预算50万 says nothing of how many.
        if statement.isAmount, source(field)?["amount"] == false { return false }
        let known = self[field] == nil ? 0 : source(field)?["confidence"]?.double ?? 0
        guard statement.confidence >= clearFrom || statement.confidence >= known else { return false }
        set(field, statement.value, confidence: statement.confidence, from: origin)
        if field == "purchase_scale" { mark(field, "amount", .bool(statement.isAmount)) }
        return true
    }

    mutating func set(
        _ field: String, _ value: Value, confidence: Double, from origin: Origin, isPinned: Bool = false
    ) {
        fields[field] = value
        write(
            field,
            [
                "value": value, "message": .text(origin.message),
                "turn": origin.turn.map(Value.text) ?? .null,
                "at": .time(origin.at), "confidence": .double(confidence), "pinned": .bool(isPinned),
            ])
    }

    /// Whoever denies what is known of him takes it back.
    mutating func withdraw(_ field: String) -> Bool {
        guard !isPinned(field), self[field] != nil else { return false }
        fields[field] = nil
        write(field, nil)
        return true
    }

    /// False where there is nothing to pin.
    mutating func pin(_ field: String, _ isPinned: Bool, from origin: Origin) -> Bool {
        guard !isPinned || self[field] != nil else { return false }
        var source =
            source(field)?.map ?? [
                "value": self[field] ?? .null, "message": .text(origin.message), "at": .time(origin.at),
                "confidence": 1,
            ]
        source["pinned"] = .bool(isPinned)
        write(field, source)
        return true
    }

    /// What staff changed in the document itself counts as pinned; says which.
    mutating func adoptCorrections(from origin: Origin) -> [String] {
        let changed = Self.stated.filter { field in
            let written = source(field)?["value"].flatMap { $0 == .null ? nil : $0 }
            return self[field] != nil && self[field] != written
        }
        for field in changed {
            set(field, self[field] ?? .null, confidence: 1, from: origin, isPinned: true)
        }
        return changed
    }

    /// One more question after a product.
    mutating func count(interest name: String, times: Int = 1) {
        var interests = fields["interests"]?.map ?? [:]
        interests[name] = .int((interests[name]?.int ?? 0) + Int64(times))
        fields["interests"] = .map(interests)
    }

    private mutating func mark(_ field: String, _ name: String, _ value: Value) {
        var source = source(field)?.map ?? [:]
        source[name] = value
        write(field, source)
    }

    private mutating func write(_ field: String, _ source: [String: Value]?) {
        var sources = fields["sources"]?.map ?? [:]
        sources[field] = source.map(Value.map)
        fields["sources"] = .map(sources)
    }
}
