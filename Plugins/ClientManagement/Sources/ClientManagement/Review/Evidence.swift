internal import SkillKit

/// The facts that may move a stage, each a number with where it stands.
struct Evidence: Sendable {
    private(set) var facts: [String: Int] = [:]
    private var places: [String: [String]] = [:]

    init(_ client: Client, _ records: Records, _ settings: Settings) {
        let now = records.now
        put("paid_orders", records.orders.map { "orders/\($0.id)" })
        put("shipped_orders", records.orders.filter { $0.shipped != nil }.map { "orders/\($0.id)" })
        put("won_leads", records.leads.filter { $0.status == "won" }.map { "leads/\($0.id)" })
        put("open_tickets", records.tickets.filter { !$0.isSettled }.map { "tickets/\($0.id)" })
        put(
            "escalated_tickets",
            records.tickets.filter { $0.status == "escalated" }.map { "tickets/\($0.id)" })
        if let survey = settings.rules.signals["low_survey"] {
            let low = records.surveys.filter {
                $0.score <= survey.int("score") && Calendar.days(from: $0.at, to: now) <= survey.int("days")
            }
            put("low_surveys", low.map { "surveys/\($0.id)" })
        }
        facts["days_since_first_order"] = records.firstOrder.map { Calendar.days(from: $0, to: now) }
        facts["days_in_stage"] = Calendar.days(from: client.stageSince, to: now)
        facts["known_elements"] = settings.model.elements.count { client.entries[$0.fact] != nil }
        facts["days_to_renewal"] = client.renewal.flatMap {
            $0 >= now ? Calendar.days(from: now, to: $0) : nil
        }
        facts["risk"] = client.risk
    }

    private mutating func put(_ fact: String, _ references: [String]) {
        facts[fact] = references.count
        places[fact] = references
    }

    /// The first move from `stage` of which every condition holds; an unknown fact makes its condition false.
    func move(from stage: String, at now: Timestamp, _ moves: [Rules.StageMove]) -> Client.Move? {
        let holding = moves.first { move in
            move.from.contains(stage)
                && move.conditions.allSatisfy { fact, bounds in facts[fact].map(bounds.hold) ?? false }
        }
        guard let holding else { return nil }
        return Client.Move(
            from: stage, to: holding.to, at: now,
            facts: facts.filter { holding.conditions.keys.contains($0.key) },
            references: holding.conditions.keys.sorted().flatMap { (places[$0] ?? []).suffix(5) })
    }
}
