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
    ///
    /// `mayAskBack`: the host asks what was meant, so that nobody else is troubled yet.
    func judge(_ inquiry: Inquiry, _ lookup: Lookup?, mayAskBack: Bool = false) -> Verdict {
        var verdict = Verdict()
        let isAnswered = lookup?.isFound ?? true || inquiry.answeredBy != nil
        let fitting = fitting(inquiry)
        let first = fitting.first?.rule
        var wishes = persons(inquiry, first)
        for (index, (rule, facts)) in fitting.enumerated() {
            guard rule.isAlways || (index == 0 && !isAnswered && !mayAskBack) else { continue }
            let why =
                facts.isEmpty
                ? "'\(inquiry.intent ?? "nothing known")' is asked" : facts.joined(separator: " and ")
            let reason = isAnswered ? why : "\(why), and \(lookup?.complaint ?? "nobody has an answer")"
            wishes.append((rule.route, handoff(rule.priority, rule, rule.text, reason)))
            verdict.opensTicket = verdict.opensTicket || rule.opensTicket
        }
        if case .nothing = lookup, !isAnswered, !mayAskBack { verdict.isGap = first?.isGap ?? false }
        // The first of equals stands.
        if let best = wishes.max(by: { $0.1.priority < $1.1.priority }) {
            (verdict.route, verdict.handoff) = best
        }
        return verdict
    }

    /// Who asks for a human gets one, and so does who is always served by one.
    private func persons(_ inquiry: Inquiry, _ rule: Rule?) -> [(route: String, Handoff)] {
        var wishes: [(route: String, Handoff)] = []
        if let intent = inquiry.intents.first(where: humanIntents.contains) {
            let reason = "the customer asks for a human ('\(intent)')"
            wishes.append(("human", handoff(humanPriority, rule, "human", reason)))
        }
        if let tier = inquiry.tier, tiers.contains(tier), !tierExceptions.contains(inquiry.intent ?? "") {
            let reason = "tier '\(tier)' is served by a human"
            wishes.append(("human", handoff(tierPriority, rule, "vip", reason)))
        }
        return wishes
    }

    private func handoff(_ priority: Int, _ rule: Rule?, _ text: String, _ reason: String) -> Handoff {
        Handoff(
            priority: priority, competence: isSkillBased ? rule?.competence : nil, text: text, reason: reason)
    }

    private func fitting(_ inquiry: Inquiry) -> [(rule: Rule, facts: [String])] {
        rules.compactMap { rule in rule.condition.evidence(inquiry).map { (rule, $0) } }
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
