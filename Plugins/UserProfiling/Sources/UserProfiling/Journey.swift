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
    /// The stages of those who bought.
    private let afterwards: Set<String>

    init(_ journey: Value?) {
        order = journey.texts("order")
        rules = (journey?["rules"]?.list ?? []).compactMap { rule in
            guard let stage = rule["stage"]?.text else { return nil }
            return Rule(
                stage: stage, intents: Set(rule.texts("intents")),
                mustHaveBought: rule["bought"]?.bool ?? false)
        }
        afterwards = Set(rules.filter(\.mustHaveBought).map(\.stage))
    }

    /// Without an intent: because something was bought.
    func stage(after current: String?, intent: String?, hasBought: Bool) -> String? {
        let fitting = rules.first { rule in
            (!rule.mustHaveBought || hasBought)
                && (rule.intents.isEmpty || intent.map(rule.intents.contains) ?? false)
        }
        guard let rule = fitting else { return current }
        guard let current else { return rule.stage }
        // A greeting says nothing of where somebody stands who bought before.
        if rule.mustHaveBought, rule.intents.isEmpty, intent != nil, afterwards.contains(current) {
            return current
        }
        guard let from = order.firstIndex(of: current), let to = order.firstIndex(of: rule.stage), to < from
        else { return rule.stage }
        return current
    }
}
