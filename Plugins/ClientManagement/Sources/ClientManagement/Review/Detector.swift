internal import SkillKit

/// Looks for every signal of the risk audit in what is on record.
struct Detector {
    let client: Client
    let records: Records
    let rules: Rules
    let cadenceDays: Int

    /// What can be looked for, as `rules.signals` names it.
    enum Look: String, CaseIterable {
        case silence, unanswered, sentiment
        case openTickets = "open_tickets"
        case escalatedTickets = "escalated_tickets"
        case lowSurvey = "low_survey"
        case fallingOrders = "falling_orders"
        case scopeQuestions = "scope_questions"
        case noDecisionMaker = "no_decision_maker"
        case noNextStep = "no_next_step"
        case overdueCommitments = "overdue_commitments"
        case renewalNear = "renewal_near"
    }

    /// The weightiest first.
    func signals() -> [Signal] {
        let found = Look.allCases.compactMap { look in
            rules.signals[look.rawValue].flatMap { signal(look, $0) }
        }
        let before = Dictionary(client.signals.map { ($0.id, $0) }) { first, _ in first }
        return found.map { $0.continuing(before[$0.id], now: records.now) }
            .filter { $0.points > 0 }
            .sorted { ($1.points, $0.id) < ($0.points, $1.id) }
    }

    /// Days since anything happened between client and house.
    var quietDays: Int? {
        [records.lastContact, client.contacted].compactMap(\.self).max()
            .map { Calendar.days(from: $0, to: records.now) }
    }

    private func signal(_ look: Look, _ rule: Rules.Signal) -> Signal? {
        switch look {
        case .silence: silence(rule)
        case .unanswered: unanswered(rule)
        case .sentiment: sentiment(rule)
        case .openTickets: openTickets(rule)
        case .escalatedTickets: escalatedTickets(rule)
        case .lowSurvey: lowSurvey(rule)
        case .fallingOrders: fallingOrders(rule)
        case .scopeQuestions: scopeQuestions(rule)
        case .noDecisionMaker: noDecisionMaker(rule)
        case .noNextStep: noNextStep(rule)
        case .overdueCommitments: overdueCommitments(rule)
        case .renewalNear: renewalNear(rule)
        }
    }

    private var now: Timestamp { records.now }

    private func days(since time: Timestamp) -> Int { Calendar.days(from: time, to: now) }
}

extension Signal {
    /// One that was there before keeps its beginning and its due date, which never lies in the past.
    fileprivate func continuing(_ before: Signal?, now: Timestamp) -> Signal {
        guard let before else { return self }
        var signal = self
        signal.since = before.since
        signal.due = max(min(before.due, due), now)
        return signal
    }
}

// The relationship.
extension Detector {
    private func silence(_ rule: Rules.Signal) -> Signal? {
        guard let quiet = quietDays, quiet > cadenceDays, cadenceDays > 0 else { return nil }
        let last = Calendar.adding(days: -quiet, to: now)
        return Signal(
            "silence", times: quiet / cadenceDays, rule, at: now,
            ["last": .time(last), "days": .int(Int64(quiet)), "cadence": .int(Int64(cadenceDays))])
    }

    private func lowSurvey(_ rule: Rules.Signal) -> Signal? {
        let (limit, window) = (rule.int("score"), rule.int("days"))
        let low = records.surveys.filter { $0.score <= limit && days(since: $0.at) <= window }
        guard let lowest = low.min(by: { $0.score < $1.score }) else { return nil }
        return Signal(
            "low_survey", times: low.count, rule, at: now,
            [
                "days": .int(Int64(window)), "count": .int(Int64(low.count)), "limit": .int(Int64(limit)),
                "lowest": .int(Int64(lowest.score)), "at": .time(lowest.at),
            ], low.map { "surveys/\($0.id)" })
    }

    private func sentiment(_ rule: Rules.Signal) -> Signal? {
        let (window, count) = (rule.int("days"), rule.int("of"))
        let all = records.contact.moods.filter { days(since: $0.at) <= window }.map(\.value)
        guard count > 0, all.count >= count else { return nil }
        let recent = all.suffix(count).reduce(0, +) / Double(count)
        let earlier = all.dropLast(count)
        let before = earlier.isEmpty ? 0 : earlier.reduce(0, +) / Double(earlier.count)
        guard recent < rule.number("below"), recent <= before else { return nil }
        return Signal(
            "sentiment", times: 1, rule, at: now,
            ["of": .int(Int64(count)), "value": .double(recent), "before": .double(before)])
    }

    private func fallingOrders(_ rule: Rules.Signal) -> Signal? {
        let window = rule.int("days")
        let (current, before) = (records.paid(from: 0, to: window), records.usual(in: window))
        guard before > 0, current < before * rule.number("ratio") else { return nil }
        return Signal(
            "falling_orders", times: current == 0 ? 2 : 1, rule, at: now,
            [
                "days": .int(Int64(window)), "now": .text(Format.amount(current)),
                "before": .text(Format.amount(before)),
            ])
    }

    private func noDecisionMaker(_ rule: Rules.Signal) -> Signal? {
        guard client.entries["decision_maker"] == nil, !rule.texts("except").contains(client.stage) else {
            return nil
        }
        return Signal("no_decision_maker", times: 1, rule, at: now, [:])
    }

    private func renewalNear(_ rule: Rules.Signal) -> Signal? {
        guard let renewal = client.renewal, renewal >= now else { return nil }
        let (left, quiet) = (Calendar.days(from: now, to: renewal), quietDays ?? rule.int("days"))
        guard left <= rule.int("days"), quiet > rule.int("contact_days") else { return nil }
        return Signal(
            "renewal_near", times: 1, rule, at: now,
            ["renewal": .time(renewal), "days": .int(Int64(left)), "quiet": .int(Int64(quiet))])
    }
}

// The process.
extension Detector {
    private func unanswered(_ rule: Rules.Signal) -> Signal? {
        guard let since = records.contact.waitingSince else { return nil }
        let hours = Int((now.milliseconds - since.milliseconds) / 3_600_000)
        guard hours >= rule.int("hours") else { return nil }
        return Signal(
            "unanswered", times: 1 + hours / max(1, rule.int("each_hours")), rule, at: now,
            ["since": .time(since), "hours": .int(Int64(hours))])
    }

    private func openTickets(_ rule: Rules.Signal) -> Signal? {
        tickets("open_tickets", rule) { !$0.isSettled && $0.status != "escalated" }
    }

    private func escalatedTickets(_ rule: Rules.Signal) -> Signal? {
        tickets("escalated_tickets", rule) { $0.status == "escalated" }
    }

    private func tickets(
        _ id: String, _ rule: Rules.Signal, _ isMeant: (Records.Ticket) -> Bool
    ) -> Signal? {
        let tickets = records.tickets.filter(isMeant)
        guard !tickets.isEmpty else { return nil }
        return Signal(
            id, times: tickets.count, rule, at: now,
            ["count": .int(Int64(tickets.count)), "tickets": tickets.map(\.id).value],
            tickets.map { "tickets/\($0.id)" })
    }

    private func scopeQuestions(_ rule: Rules.Signal) -> Signal? {
        let window = rule.int("days")
        let asked = records.contact.scopeQuestions.filter { days(since: $0.at) <= window }
        guard asked.count >= rule.int("at_least"), let last = asked.last else { return nil }
        return Signal(
            "scope_questions", times: 1 + asked.count - rule.int("at_least"), rule, at: now,
            ["days": .int(Int64(window)), "count": .int(Int64(asked.count)), "words": .text(last.words)])
    }

    private func noNextStep(_ rule: Rules.Signal) -> Signal? {
        let isAgreed = client.openCommitments.contains { $0.due.map { $0 >= now } ?? false }
        return isAgreed ? nil : Signal("no_next_step", times: 1, rule, at: now, [:])
    }

    private func overdueCommitments(_ rule: Rules.Signal) -> Signal? {
        let overdue = client.openCommitments.filter { $0.due.map { $0 < now } ?? false }
        guard !overdue.isEmpty else { return nil }
        return Signal(
            "overdue_commitments", times: overdue.count, rule, at: now,
            ["count": .int(Int64(overdue.count)), "commitments": overdue.map(\.what).value],
            overdue.map { "commitments/\($0.id)" })
    }
}
