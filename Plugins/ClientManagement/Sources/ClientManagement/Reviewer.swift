internal import SkillKit

/// Reviews the client of a turn and puts down what it found.
struct Reviewer {
    static let collection = "clients"
    static let timer = "review"

    let settings: Settings
    let turn: Turn
    let customer: String

    /// When the next review of this client may be, if one was just made.
    var tooSoon: Timestamp? {
        let next = turn[ClientManagement.reviewed].map { $0 + settings.rules.reviewPause }
        return next.flatMap { $0 > turn.clock.now ? $0 : nil }
    }

    func review(_ contact: Contact, _ change: (inout Client) throws -> Void = { _ in }) throws -> Review {
        let now = turn.clock.now
        var client =
            try turn.store.get(Self.collection, customer).map { Client($0, now: now) }
            ?? Client(id: customer, stage: "", at: now)
        if client.stage.isEmpty { client.stage = settings.model.stages.first?.id ?? "" }
        try change(&client)
        let records = try Records(turn, customer: customer, contact: contact, settings.rules)
        return Review(client, records, settings)
    }

    /// The document, once for each stage on the way so that each move is a transition of its own; then who is told.
    func record(_ review: Review, in reply: inout Reply) throws {
        let client = review.client
        var document = client.document
        let format = settings.format(settings.rules.staffLocale)
        document["next_step"] = .text(review.next.text(format))
        document["next_owner"] = .text(review.who(format, [:]))
        document["next_due"] = .time(review.next.due)
        let isNew = review.isFirst
        for stage in (isNew || review.moves.isEmpty ? [review.startingStage] : []) + review.moves.map(\.to) {
            document["stage"] = .text(stage)
            reply.put(Self.collection, customer, document)
        }
        reply.write(ClientManagement.stage, client.stage)
        reply.write(ClientManagement.risk, client.risk)
        reply.write(ClientManagement.reviewed, turn.clock.now)
        if review.isDormant {
            try turn.schedule.cancel(Self.timer)
        } else {
            let usual = Calendar.adding(days: settings.rules.reviewDays, to: turn.clock.now)
            let next = review.isHeld ? turn.clock.now + settings.rules.reviewPause : usual
            try turn.schedule.at(next, Self.timer)
        }
        if review.isNewlyAtRisk { try tell(review, format, &reply) }
    }

    private func tell(_ review: Review, _ format: Format, _ reply: inout Reply) throws {
        let client = review.client
        let text = review.notice(format, try turn.agentNames())
        reply.notify(text, competence: settings.rules.notifyCompetence, data: ["customer": .text(customer)])
        reply.emit(
            "client.at_risk",
            [
                "customer": .text(customer), "risk": .int(Int64(client.risk)), "level": .text(client.level),
                "signals": client.signals.map(\.id).value,
            ])
    }

    /// Names of agents and of the products that the documents speak of.
    func names(_ review: Review) throws -> [String: String] {
        var names = try turn.agentNames()
        let products = review.records.orders.suffix(20).map(\.product) + review.records.acceptedOffers
        for id in Set(products) where !id.isEmpty {
            names[id] = try turn.catalog.product(id)?["name"]?.text
        }
        return names
    }
}
