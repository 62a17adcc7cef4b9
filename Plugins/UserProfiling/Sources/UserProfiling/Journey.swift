import SkillKit

/// Where a customer stands on the way to an order: rules in order, the first that fits.
struct Journey: Sendable {
    struct Rule: Sendable {
        var stage: String
        var intents: Set<String>
        var mustHaveBought: Bool
    }

    /// Along these it only goes forward, until something was bought.
    let order: [String]
    let rules: [Rule]

    init(_ journey: Value?) {
        order = journey.texts("order")
        rules = (journey?["rules"]?.list ?? []).compactMap { rule in
            guard let stage = rule["stage"]?.text else { return nil }
            return Rule(
                stage: stage, intents: Set(rule.texts("intents")),
                mustHaveBought: rule["bought"]?.bool ?? false)
        }
    }

    func stage(after current: String?, intent: String?, hasBought: Bool) -> String? {
        let fitting = rules.first { rule in
            (!rule.mustHaveBought || hasBought)
                && (rule.intents.isEmpty || intent.map(rule.intents.contains) ?? false)
        }
        guard let next = fitting?.stage else { return current }
        guard let current, let from = order.firstIndex(of: current), let to = order.firstIndex(of: next),
            to < from
        else { return next }
        return current
    }
}
