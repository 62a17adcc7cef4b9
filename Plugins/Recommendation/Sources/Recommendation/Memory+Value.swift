public import SkillKit

// As the context keeps it: what is empty is left out.
extension Memory: ValueConvertible {
    public static var type: ValueType { .map }

    public init?(_ value: Value) {
        guard case .map = value else { return nil }
        silence = value["silence"].flatMap(Silence.init)
        topics = value["topics"].flatMap { [String]($0) } ?? []
        offered = value["offered"].flatMap { [String]($0) } ?? []
        offeredAt = value["offered_at"]?.time
        open = value["open"]?.list?.compactMap(Open.init) ?? []
    }

    public var value: Value {
        let entries: [String: Value?] = [
            "silence": silence?.value,
            "topics": topics.isEmpty ? nil : topics.value, "offered": offered.isEmpty ? nil : offered.value,
            "offered_at": offeredAt?.value, "open": open.isEmpty ? nil : .list(open.map(\.value)),
        ]
        return .map(entries.compactMapValues { $0 })
    }
}

extension Memory.Silence {
    fileprivate init?(_ value: Value) {
        guard let because = value["because"]?.text else { return nil }
        self.because = because
        until = value["until"]?.time
    }

    fileprivate var value: Value {
        var entries: [String: Value] = ["because": .text(because)]
        if let until { entries["until"] = .time(until) }
        return .map(entries)
    }
}

extension Memory.Open {
    fileprivate init?(_ value: Value) {
        guard let id = value["id"]?.text, let products = value["products"].flatMap({ [String]($0) }) else {
            return nil
        }
        self.init(
            id: id, products: products, actions: value["actions"].flatMap { [String]($0) } ?? [],
            conversation: value["conversation"]?.text ?? "", turn: Int(value["turn"]?.int ?? 0))
        outcome = value["outcome"]?.text.flatMap(Outcome.init) ?? .made
    }

    fileprivate var value: Value {
        [
            "id": .text(id), "products": products.value, "actions": actions.value,
            "conversation": .text(conversation), "turn": .int(Int64(turn)),
            "outcome": .text(outcome.rawValue),
        ]
    }
}
