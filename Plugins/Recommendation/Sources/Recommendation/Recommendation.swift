public import SkillKit

/// Offers products at a moment when they are welcome, and answers who asks for them.
public struct Recommendation: Skill {
    public static let manifest = Manifest(
        id: "recommendation", version: "1.0.0",
        reads: [
            Turn.kind, Key<String>("turn.text?"), Turn.at, Turn.locale, Context.id, Context.said,
            Key<String>("conversation.id?"), Key<String>("conversation.status?"), Context.customerTurns,
            Key<String>("customer.id?"), Context.customerIndustry, Context.intent, Context.intents,
            Context.topic,
            Context.entities, Context.sentiment, Context.profileIndustry, Context.strategy, Context.isWanted,
            Context.isAnswered, Context.handoff, Context.isOpen,
            Context.order,
            Context.lead, Key<Memory>("recommendation.memory?"), Key<Thread>("recommendation.thread?"),
        ],
        writes: [Context.offered, Context.memory, Context.thread],
        collections: [
            Collection(
                Offer.collection,
                [
                    "conversation": .text.indexed, "turn": .text, "lead": .text.indexed, "products": .list,
                    "reasons": .map, "topic": .text.indexed, "trigger": .text.indexed,
                    "source": .text.indexed,
                    "tried": .list, "status": .text.indexed, "about": .text, "bought": .list,
                    "revenue": .double.indexed, "made_at": .timestamp.indexed, "answered_at": .timestamp,
                ]
            ).states(initial: "made", transitions: Outcome.transitions),
            Collection(
                Counts.collection, ["product": .text.indexed, "made": .double, "credit": .double]),
        ],
        on: [
            "order.paid", "offer.created", "offer.clicked", "offer.asked", "offer.accepted", "offer.declined",
        ])

    let rules: Rules
    let timing: Timing
    let reading: Reading
    let wording: Wording
    let ranking: Ranking
    let pushed: Selection
    let asked: Selection
    let expires: Duration
    let justBought: Duration
    let voidOrders: Set<String>
    let shards: Int
    let tallies: TallyCache
    /// Of what colleagues read.
    let staffLocale: String
    /// Whom who asks in vain is handed to, and how urgently.
    let helper: (competence: String, priority: Int)
    let priority: (push: Int, ask: Int)

    public init(configuration: Value) throws {
        let settings = Settings(configuration)
        rules = try Rules(settings)
        timing = Timing(rules)
        reading = try Reading(settings, rules)
        wording = try Wording(settings)
        ranking = try Ranking(settings)
        pushed = try Selection(settings, rules, for: .topic)
        asked = try Selection(settings, rules, for: .asked)
        expires = try settings.span("expires")
        justBought = try settings.span("just_bought")
        voidOrders = Set(try settings.texts("void_orders"))
        shards = try settings.integer("ranking", "shards")
        tallies = TallyCache(keeps: try settings.span("ranking", "fresh"))
        staffLocale = try settings.content("staff_locale", as: "a locale")
        helper = (
            try settings.content("handoff", "competence", as: "a competence"),
            try settings.integer("handoff", "priority")
        )
        priority = (try settings.integer("priority", "push"), try settings.integer("priority", "ask"))
    }

    public func check() -> [Finding] {
        rules.findings + wording.findings + ranking.findings + pushed.findings(ranking, "sources.push")
            + asked.findings(ranking, "sources.ask")
    }

    public func turn(_ turn: Turn) async throws -> Reply {
        if let event = turn.event { return try Aftermath(skill: self, turn: turn).reply(to: event) }
        var visit = Visit(skill: self, turn: turn)
        return try visit.run()
    }
}
