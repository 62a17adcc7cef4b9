import SkillKit

/// How soon somebody must see to a ticket.
enum Priority: String, Sendable, CaseIterable, Comparable {
    case low, normal, high, urgent

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

    func raised(by steps: Int) -> Priority {
        Self.allCases[max(0, min(Self.allCases.count - 1, rank + steps))]
    }
}

/// Finds a ticket's priority from what was said and by whom.
struct PriorityRules: Sendable {
    struct Rule: Sendable {
        let name: String
        /// For colleagues.
        let why: Phrase
        let condition: Condition
        let atLeast, atMost: Priority?
        let raise: Int
    }

    let base: Priority
    let rules: [Rule]

    init(_ value: Value) throws {
        base = Priority(rawValue: try value.need("base")) ?? .normal
        rules = (value["rules"]?.list ?? []).map(Rule.init)
    }

    /// Each rule in turn; what one demands at least no later one lowers. Why names those that changed something, nil when
    /// none did.
    func judge(_ inquiry: Inquiry, contact: Int = 1, _ locale: String? = nil) -> (
        priority: Priority, because: String?
    ) {
        var (priority, floor, because) = (base, Priority.low, [String]())
        for rule in rules {
            guard let match = rule.condition.match(inquiry, contact: contact) else { continue }
            floor = max(floor, rule.atLeast.map { min($0, rule.atMost ?? $0) } ?? .low)
            let next = max(floor, rule.applied(to: priority))
            guard next != priority else { continue }
            priority = next
            because.append(rule.why.text(locale, ["word": match.word, "count": "\(contact)"]))
        }
        return (priority, because.isEmpty ? nil : because.joined(separator: "; "))
    }
}

extension PriorityRules.Rule {
    init(_ value: Value) {
        name = value["name"]?.text ?? ""
        why = value["why"].flatMap { Phrase($0) } ?? Phrase(["": name])
        condition = Condition(value["when"] ?? [:])
        atLeast = value["at_least"]?.text.flatMap(Priority.init)
        atMost = value["at_most"]?.text.flatMap(Priority.init)
        raise = value["raise"]?.int.map { Int($0) } ?? 0
    }

    func applied(to priority: Priority) -> Priority {
        var priority = priority.raised(by: raise)
        if let atLeast { priority = max(priority, atLeast) }
        if let atMost { priority = min(priority, atMost) }
        return priority
    }
}
