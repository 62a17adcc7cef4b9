import SkillKit

/// What came of the search for an answer.
enum Lookup: Sendable {
    /// What was written down for it.
    struct Answer: Sendable {
        var title, text, source: String
        var score: Double
    }

    case found(Answer)
    case nothing(best: Double?)
    /// Not the same as nothing: nobody knows whether there is an answer.
    case failed(String)
}

/// Where a message goes when it is not, or not only, answered from the knowledge.
struct Routing: Sendable {
    struct Rule: Sendable {
        let name: String
        let condition: Condition
        let route: String
        let competence: String?
        let priority: Int
        let text: String
        /// Also when there is an answer.
        let isAlways: Bool
        let opensTicket: Bool
        let isGap: Bool
    }

    /// What is decided of one message.
    struct Verdict: Sendable {
        /// auto, technical, general or human.
        var route = "auto"
        var handoff: Handoff?
        var opensTicket = false
        var isGap = false
        /// The facts behind it, in words.
        var because: [String] = []
        /// The rule that fits the message, whether it is handed over or not.
        var rule: Rule?
    }

    /// A human is wanted.
    struct Handoff: Sendable, Hashable {
        var priority: Int
        var competence: String?
        var text: String
        var reason: String
    }

    let rules: [Rule]
    /// By competence; else whoever is free.
    let isSkillBased: Bool
    let humanIntents: Set<String>
    let humanPriority: Int
    let tiers: Set<String>
    let tierPriority: Int
    let tierExceptions: Set<String>

    init(_ value: Value) throws {
        rules = try value.need("routes", [Value].self).map(Rule.init)
        isSkillBased = try value.need("routing", String.self) == "skill_based"
        humanIntents = value.set("human.intents")
        humanPriority = try value.need("human.priority")
        tiers = value.set("vip.tiers")
        tierPriority = try value.need("vip.priority")
        tierExceptions = value.set("vip.not_for")
    }

    /// Human request over VIP over technical over the rest: the highest priority of all that applies.
    func judge(_ inquiry: Inquiry, _ finding: Lookup?, isUnclearAgain: Bool = true) -> Verdict {
        var verdict = Verdict()
        let isAnswered = finding?.isFound ?? true || inquiry.answeredBy != nil
        let fit = fitting(inquiry)
        verdict.rule = fit?.rule
        var wishes: [(route: String, Handoff)] = []
        if let intent = inquiry.intents.first(where: humanIntents.contains) {
            let reason = "the customer asks for a human ('\(intent)')"
            wishes.append(("human", handoff(humanPriority, fit?.rule, "human", reason)))
        }
        if let tier = inquiry.tier, tiers.contains(tier), !tierExceptions.contains(inquiry.intent ?? "") {
            wishes.append(
                ("human", handoff(tierPriority, fit?.rule, "vip", "tier '\(tier)' is served by a human")))
        }
        if let (rule, facts) = fit, rule.isAlways || !isAnswered,
            isUnclearAgain || !inquiry.isUnclear || rule.isAlways
        {
            let why = facts.isEmpty ? "rule '\(rule.name)'" : facts.joined(separator: " and ")
            let reason = isAnswered ? why : "\(why), and \(finding?.complaint ?? "nobody has an answer")"
            wishes.append((rule.route, handoff(rule.priority, rule, rule.text, reason)))
            verdict.opensTicket = rule.opensTicket
            if case .nothing = finding { verdict.isGap = rule.isGap && !isAnswered }
        }
        // The first of equals stands.
        if let best = wishes.max(by: { $0.1.priority < $1.1.priority }) {
            (verdict.route, verdict.handoff) = best
        }
        verdict.because = wishes.map(\.1.reason)
        return verdict
    }

    private func handoff(_ priority: Int, _ rule: Rule?, _ text: String, _ reason: String) -> Handoff {
        Handoff(
            priority: priority, competence: isSkillBased ? rule?.competence : nil, text: text, reason: reason)
    }

    private func fitting(_ inquiry: Inquiry) -> (rule: Rule, facts: [String])? {
        for rule in rules {
            if let facts = rule.condition.evidence(inquiry) { return (rule, facts) }
        }
        return nil
    }
}

extension Routing.Rule {
    init(_ value: Value) throws {
        name = try value.need("name")
        condition = Condition(value["when"] ?? [:])
        route = try value.need("route")
        competence = value["competence"]?.text
        priority = try value.need("priority")
        text = try value.need("text")
        isAlways = value["always"]?.bool ?? false
        opensTicket = value["ticket"]?.bool ?? false
        isGap = value["gap"]?.bool ?? false
    }
}

extension Lookup {
    var isFound: Bool { if case .found = self { true } else { false } }

    fileprivate var complaint: String {
        switch self {
        case .found: "it was answered"
        case .nothing(let best?): "the best hit in the knowledge (\(Int(best * 100)) %) is no answer"
        case .nothing: "the knowledge has no answer"
        case .failed(let reason): "the knowledge could not be searched (\(reason))"
        }
    }
}
