internal import SkillKit

/// The facts that may move a stage, each a number with where it stands.
struct Evidence: Sendable {
    private(set) var facts: [String: Int] = [:]
    private var places: [String: [String]] = [:]
    /// When each of what is counted came about, the first first.
    private var times: [String: [Timestamp]] = [:]
    private let firstOrder, renewal: Timestamp?
    private let stageSince: Timestamp

    init(_ client: Client, _ records: Records, _ settings: Settings) {
        let now = records.now
        (firstOrder, renewal, stageSince) = (records.firstOrder, client.renewal, client.stageSince)
        put("paid_orders", records.orders.map { ("orders/\($0.id)", $0.paid) })
        put(
            "shipped_orders",
            records.orders.filter { $0.shipped != nil }.map { ("orders/\($0.id)", $0.shipped) })
        put(
            "won_leads", records.leads.filter { $0.status == "won" }.map { ("leads/\($0.id)", $0.changed) })
        put(
            "open_tickets",
            records.tickets.filter { !$0.isSettled }.map { ("tickets/\($0.id)", $0.created) })
        put(
            "escalated_tickets",
            records.tickets.filter { $0.status == "escalated" }.map { ("tickets/\($0.id)", $0.created) })
        if let survey = settings.rules.signals["low_survey"] {
            let low = records.surveys.filter {
                $0.score <= survey.int("score") && Calendar.days(from: $0.at, to: now) <= survey.int("days")
            }
            put("low_surveys", low.map { ("surveys/\($0.id)", $0.at) })
        }
        facts["days_since_first_order"] = records.firstOrder.map { Calendar.days(from: $0, to: now) }
        facts["days_in_stage"] = Calendar.days(from: client.stageSince, to: now)
        facts["known_elements"] = settings.model.elements.count { client.entries[$0.fact] != nil }
        facts["days_to_renewal"] = client.renewal.flatMap {
            $0 >= now ? Calendar.days(from: now, to: $0) : nil
        }
        facts["risk"] = client.risk
    }

    private mutating func put(_ fact: String, _ found: [(place: String, at: Timestamp?)]) {
        facts[fact] = found.count
        places[fact] = found.map(\.place)
        times[fact] = found.compactMap(\.at).sorted()
    }

    /// The first move from `stage` of which every condition holds; an unknown fact makes its condition false. It happened
    /// on the day of its evidence, not on that of the review: since the review before, where there was one.
    func move(
        from stage: String, _ moves: [Rules.StageMove], after before: Timestamp?, isFirst: Bool,
        now: Timestamp
    ) -> Client.Move? {
        let holding = moves.first { move in
            move.from.contains(stage)
                && move.conditions.allSatisfy { fact, bounds in facts[fact].map(bounds.hold) ?? false }
        }
        guard let holding else { return nil }
        let days = holding.conditions.map { since($0, $1) }
        let isDated = isFirst || !days.contains(nil)
        let day = days.compactMap(\.self).max().flatMap { isDated ? $0 : nil }
        return Client.Move(
            from: stage, to: holding.to, at: min(max(day ?? now, before ?? day ?? now), now),
            facts: facts.filter { holding.conditions.keys.contains($0.key) },
            references: holding.conditions.keys.sorted().flatMap { (places[$0] ?? []).suffix(5) })
    }

    /// The day since which a fact is as it must be, where the records tell.
    private func since(_ fact: String, _ bounds: Rules.Bounds) -> Timestamp? {
        switch (fact, bounds.atLeast, bounds.atMost) {
        case ("days_since_first_order", let days?, _): firstOrder.map { Calendar.adding(days: days, to: $0) }
        case ("days_in_stage", let days?, _): Calendar.adding(days: days, to: stageSince)
        case ("days_to_renewal", _, let days?): renewal.map { Calendar.adding(days: -days, to: $0) }
        case (_, let count?, _):
            times[fact].flatMap { count > 0 && count <= $0.count ? $0[count - 1] : nil }
        default: nil
        }
    }
}
