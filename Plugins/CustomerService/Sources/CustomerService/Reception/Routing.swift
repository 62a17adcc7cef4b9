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
        let gap: Gap
    }

    /// What joins the list of questions that nobody can answer.
    enum Gap: String, Sendable { case never, questions, always }

    /// What a skill that comes later answers.
    struct Leave: Sendable {
        let skill: String
        let condition: Condition
        let exceptions: Set<String>
    }

    /// What is decided of one message.
    struct Verdict: Sendable {
        /// auto, technical, general or human.
        var route = "auto"
        var handoff: Handoff?
        var opensTicket = false
        var isGap = false
        /// Who comes later and answers.
        var leftTo: String?
    }

    /// A human is wanted.
    struct Handoff: Sendable, Hashable {
        var priority: Int
        var competence: String?
        var text: String
        var reason: String
        /// The question has its answer: nothing is left to be done.
        var isAnswered = false
    }

    let rules: [Rule]
    let leaves: [Leave]
    let listening: Listening
    /// By competence; else whoever is free.
    let isSkillBased: Bool
    let humanIntents: Set<String>
    let humanPriority: Int
    let tiers: Set<String>
    let tierPriority: Int
    let tierExceptions: Set<String>

    init(_ value: Value) throws {
        rules = try value.need("routes", [Value].self).map(Rule.init)
        leaves = try value.need("leaves", [Value].self).map(Leave.init)
        listening = try Listening(value["remarks"] ?? [:])
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
        if !(lookup?.isFound ?? true), inquiry.answeredBy == nil { verdict.leftTo = successor(inquiry) }
        let isAnswered = lookup?.isFound ?? true || inquiry.answeredBy != nil || verdict.leftTo != nil
        let fitting = fitting(inquiry)
        let first = fitting.first?.rule
        var wishes = persons(inquiry, first, isAnswered)
        for (index, (rule, facts)) in fitting.enumerated() {
            guard rule.isAlways || (index == 0 && !isAnswered && !mayAskBack) else { continue }
            let why =
                facts.isEmpty
                ? "'\(inquiry.intent ?? "nothing known")' is asked" : facts.joined(separator: " and ")
            let reason = isAnswered ? why : "\(why), and \(lookup?.complaint ?? "nobody has an answer")"
            wishes.append((rule.route, handoff(rule.priority, rule, rule.text, reason)))
            verdict.opensTicket = verdict.opensTicket || rule.opensTicket
        }
        if case .nothing = lookup, !isAnswered, !mayAskBack { verdict.isGap = isGap(inquiry, first) }
        // The first of equals stands.
        if let best = wishes.max(by: { $0.1.priority < $1.1.priority }) {
            (verdict.route, verdict.handoff) = best
        }
        return verdict
    }

    private func isGap(_ inquiry: Inquiry, _ rule: Rule?) -> Bool {
        switch rule?.gap ?? .never {
        case .never: false
        case .questions: listening.isQuestion(inquiry.text)
        case .always: listening.remark(inquiry) == nil
        }
    }

    private func successor(_ inquiry: Inquiry) -> String? {
        leaves.first { leave in
            inquiry.following.contains(leave.skill) && leave.exceptions.isDisjoint(with: inquiry.intents)
                && leave.condition.evidence(inquiry) != nil
        }?.skill
    }

    /// Who asks for a human gets one, and so does who is always served by one.
    private func persons(_ inquiry: Inquiry, _ rule: Rule?, _ isAnswered: Bool) -> [(route: String, Handoff)]
    {
        var wishes: [(route: String, Handoff)] = []
        if let intent = inquiry.intents.first(where: humanIntents.contains) {
            let reason = "the customer asks for a human ('\(intent)')"
            wishes.append(("human", handoff(humanPriority, rule, "human", reason)))
        }
        if let tier = inquiry.tier, tiers.contains(tier), !tierExceptions.contains(inquiry.intent ?? "") {
            var wish = handoff(tierPriority, rule, "vip", "tier '\(tier)' is served by a human")
            wish.isAnswered = isAnswered
            wishes.append(("human", wish))
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
        gap = value["gap"]?.text.flatMap { .init(rawValue: $0) } ?? .never
    }
}

extension Routing.Leave {
    init(_ value: Value) throws {
        skill = try value.need("to")
        condition = Condition(value["when"] ?? [:])
        exceptions = value.set("unless")
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
