import SkillKit

/// Where a message goes when it is not, or not only, answered from the knowledge.
struct Routing: Sendable {
    final class Rule: Sendable {
        let name: String
        let condition: Condition
        let route: String
        let competence: String?
        let priority: Int
        let text: String
        /// How much counts what the customer is told of it.
        let notice: Int
        /// What a colleague is told of it.
        let reason: Phrase
        let despite: Despite
        let opensTicket: Bool
        /// A supervisor must see it at once.
        let escalates: Bool
        let gap: Gap
        /// Its ticket is opened even while a human speaks with the customer.
        let opensWhileHeld: Bool

        init(_ value: Value) throws {
            name = try value.need("name")
            condition = Condition(value["when"] ?? [:])
            route = try value.need("route")
            competence = value["competence"]?.text
            priority = try value.need("priority")
            text = try value.need("text")
            notice = value["notice"]?.int.map(Int.init) ?? 0
            reason = value["reason"].flatMap { Phrase($0) } ?? Phrase(["": name])
            despite = value["despite"]?.text.flatMap { .init(rawValue: $0) } ?? .never
            opensTicket = value["ticket"]?.bool ?? false
            escalates = value["escalate"]?.bool ?? false
            opensWhileHeld = value["while_held"]?.bool ?? false
            gap = value["gap"]?.text.flatMap { .init(rawValue: $0) } ?? .never
        }

        func holds(despite lookup: Lookup) -> Bool {
            switch despite {
            case .never: false
            case .near: !lookup.isExact
            case .any: true
            }
        }
    }

    /// Which answers do not keep a rule from calling a human.
    enum Despite: String, Sendable { case never, near, any }

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
        var opensWhileHeld = false
        /// Supervisors are told at once.
        var escalates = false
        var isGap = false
        /// Who comes later and answers.
        var leftTo: String?
    }

    /// A human is wanted.
    struct Handoff: Sendable {
        var priority: Int
        var competence: String?
        var text: String
        /// How much counts what the customer is told: it stands before what counts less.
        var notice = 0
        var reason: Phrase
        /// What the reason is filled with.
        var facts: [String: String] = [:]
        /// The question has its answer: nothing is left to be done.
        var isAnswered = false

        func why(_ locale: String?) -> String { reason.text(locale, facts) }
    }

    let rules: [Rule]
    let leaves: [Leave]
    /// By competence; else whoever is free.
    let isSkillBased: Bool
    let human: Person
    let vip: Person
    let tiers: Set<String>
    /// How much earlier a VIP's turn is in what has a rule of its own.
    let tierRaise: Int

    /// Who is to be served by a human, whatever is asked.
    struct Person: Sendable {
        let intents: Set<String>
        let priority: Int
        let reason: Phrase

        init(_ value: Value, intents path: String) throws {
            intents = value.set(path)
            priority = try value.need("priority")
            reason = try value.need("reason")
        }
    }

    init(_ value: Value) throws {
        rules = try value.need("routes", [Value].self).map(Rule.init)
        leaves = try value.need("leaves", [Value].self).map(Leave.init)
        isSkillBased = try value.need("routing", String.self) == "skill_based"
        human = try Person(value["human"] ?? [:], intents: "intents")
        vip = try Person(value["vip"] ?? [:], intents: "not_for")
        tiers = value.set("vip.tiers")
        tierRaise = try value.need("vip.raise")
    }

    /// A rule that a message fits.
    struct Fit: Sendable {
        let rule: Rule
        let match: Condition.Match
    }

    /// The first rule of all, and whatever others count beside an answer.
    func fits(_ inquiry: Inquiry) -> [Fit] {
        rules.reduce(into: []) { fits, rule in
            guard fits.isEmpty || rule.despite != .never, let match = rule.condition.match(inquiry) else {
                return
            }
            fits.append(Fit(rule: rule, match: match))
        }
    }

    /// Human request over VIP over technical over the rest: the highest priority of all that applies.
    ///
    /// `mayAskBack`: the host asks what was meant, so that nobody else is troubled yet.
    func judge(
        _ inquiry: Inquiry, _ fits: [Fit], _ lookup: Lookup, _ heard: Listening.Heard,
        mayAskBack: Bool = false
    ) -> Verdict {
        var verdict = Verdict()
        if !lookup.isAnswered, inquiry.answeredBy == nil { verdict.leftTo = successor(inquiry) }
        let isAnswered =
            !inquiry.isMereCall
            && (lookup.isAnswered || inquiry.answeredBy != nil || verdict.leftTo != nil)
        var wishes: [(route: String, Handoff)] = []
        let first = fits.first?.rule
        for (place, fit) in fits.enumerated() {
            let rule = fit.rule
            guard rule.holds(despite: lookup) || (place == 0 && !isAnswered && !mayAskBack) else { continue }
            wishes.append((rule.route, handoff(rule, inquiry, fit.match)))
            verdict.opensTicket = verdict.opensTicket || rule.opensTicket
            verdict.opensWhileHeld = verdict.opensWhileHeld || (rule.opensTicket && rule.opensWhileHeld)
            verdict.escalates = verdict.escalates || rule.escalates
        }
        wishes = persons(inquiry, first, isAnswered, heard) + wishes
        if case .nothing = lookup, !isAnswered, !mayAskBack { verdict.isGap = isGap(first, heard) }
        // The first of equals stands.
        if let best = wishes.max(by: { $0.1.priority < $1.1.priority }) {
            (verdict.route, verdict.handoff) = best
        }
        return verdict
    }

    private func isGap(_ rule: Rule?, _ heard: Listening.Heard) -> Bool {
        switch rule?.gap ?? .never {
        case .never: false
        case .questions: heard.isQuestion
        case .always: heard.remark == nil
        }
    }

    private func successor(_ inquiry: Inquiry) -> String? {
        leaves.first { leave in
            leave.exceptions.isDisjoint(with: inquiry.intents) && leave.condition.match(inquiry) != nil
                && inquiry.following.contains(leave.skill)
        }?.skill
    }

    /// Who asks for a human gets one, and so does who is always served by one.
    private func persons(
        _ inquiry: Inquiry, _ rule: Rule?, _ isAnswered: Bool, _ heard: Listening.Heard
    ) -> [(route: String, Handoff)] {
        guard !(heard.remark?.isSettled ?? false) else { return [] }
        var wishes: [(route: String, Handoff)] = []
        let competence = isSkillBased ? rule?.competence : nil
        if inquiry.intents.contains(where: human.intents.contains) {
            wishes.append(
                (
                    "human",
                    Handoff(
                        priority: human.priority, competence: competence, text: "human", reason: human.reason)
                ))
        }
        let isTrifle = !inquiry.intents.isEmpty && inquiry.intents.allSatisfy(vip.intents.contains)
        if let tier = inquiry.tier, tiers.contains(tier), !isTrifle {
            wishes.append(
                (
                    "human",
                    Handoff(
                        priority: vip.priority, competence: competence, text: "vip", reason: vip.reason,
                        facts: ["tier": tier], isAnswered: isAnswered)
                ))
        }
        return wishes
    }

    private func handoff(_ rule: Rule, _ inquiry: Inquiry, _ match: Condition.Match) -> Handoff {
        let isRaised = inquiry.tier.map(tiers.contains) ?? false
        return Handoff(
            priority: rule.priority + (isRaised ? tierRaise : 0),
            competence: isSkillBased ? rule.competence : nil, text: rule.text, notice: rule.notice,
            reason: rule.reason, facts: ["word": match.word])
    }
}

extension [Routing.Fit] {
    /// What is only near an answer does not satisfy.
    var areInsistent: Bool { contains { $0.rule.despite != .never } }
    /// Nothing that could be answered comes before it.
    var areAlarming: Bool { contains { $0.rule.despite == .any } }
}

extension Routing.Leave {
    init(_ value: Value) throws {
        skill = try value.need("to")
        condition = Condition(value["when"] ?? [:])
        exceptions = value.set("unless")
    }
}
