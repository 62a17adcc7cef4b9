internal import SkillKit

/// What a turn's context says, as far as it matters to an offer.
struct Reading: Sendable {
    let words: (asking: Words, declining: Words, refusing: Words)
    let askIntents, quietIntents, askStrategies, quietStrategies: Set<String>

    init(_ settings: Settings) throws(SkillError) {
        words = (
            try settings.content("words", "asking", as: "a list of words"),
            try settings.content("words", "declining", as: "a list of words"),
            try settings.content("words", "refusing", as: "a list of words")
        )
        askIntents = Set(try settings.texts("intents", "ask"))
        quietIntents = Set(try settings.texts("intents", "quiet"))
        askStrategies = Set(try settings.texts("strategies", "ask"))
        quietStrategies = Set(try settings.texts("strategies", "quiet"))
    }

    func moment(_ turn: Turn) -> Moment {
        var moment = Moment(
            conversation: turn[Turn.conversation] ?? "", turn: turn[Context.customerTurns] ?? 1,
            at: turn.clock.now, topic: turn[Context.topic], intents: intents(turn))
        moment.text = turn[Turn.text] ?? ""
        moment.products = products(turn)
        moment.sentiment = turn[Context.sentiment] ?? 0
        let strategy = turn[Context.strategy]
        moment.human = human(turn, strategy)
        moment.refusing = words.refusing.first(in: moment.text)
        moment.declining = words.declining.first(in: moment.text)
        moment.isUnwanted = turn[Context.isWanted] == false
        if moment.refusing == nil { moment.asking = asking(moment, strategy) }
        return moment
    }

    /// An answer of another skill that ours would not outdo.
    func isAnswered(_ turn: Turn, above priority: Int) -> Bool {
        (turn[Context.said] ?? []).contains {
            $0["kind"]?.text == "answer" && ($0["priority"]?.int ?? 0) >= Int64(priority)
        }
    }

    func hasOffer(_ turn: Turn) -> Bool {
        (turn[Context.said] ?? []).contains { $0["kind"]?.text == "offer" }
    }

    private func intents(_ turn: Turn) -> [String] {
        let main = turn[Context.intent].map { [$0] } ?? []
        return main + (turn[Context.intents] ?? []).filter { !main.contains($0) }
    }

    private func products(_ turn: Turn) -> [String] {
        (turn[Context.entities] ?? []).compactMap { entity in
            guard entity["kind"]?.text == "product", entity["negated"]?.bool != true else { return nil }
            return entity["value"]?["id"]?.text
        }
    }

    private func asking(_ moment: Moment, _ strategy: String?) -> String? {
        // 'What you recommended broke' asks for nothing.
        guard !moment.intents.contains(where: quietIntents.contains) else { return nil }
        if let word = words.asking.first(in: moment.text) { return word }
        return moment.intents.first(where: askIntents.contains)
            ?? strategy.flatMap { askStrategies.contains($0) ? $0 : nil }
    }

    private func human(_ turn: Turn, _ strategy: String?) -> String? {
        switch turn[Turn.status] {
        case "human": return "a human holds the conversation"
        case "queued": return "they wait for a human"
        default: break
        }
        let isCalled = turn[Context.handoff] != nil || strategy.map(quietStrategies.contains) ?? false
        if isCalled { return "a human is called" }
        return turn[Context.isAnswered] == false ? "they have no answer yet" : nil
    }
}

/// The keys that SkillKit does not name.
enum Context {
    static let id = Key<String>("turn.id")
    static let said = Key<[Value]>("turn.said?")
    static let customerTurns = Key<Int>("conversation.customer_turns?")
    static let topic = Key<String>("topic?")
    static let intent = Key<String>("intent.name?")
    static let intents = Key<[String]>("intent.all?")
    static let entities = Key<[Value]>("entities?")
    static let sentiment = Key<Double>("sentiment.value?")
    static let customerIndustry = Key<String>("customer.industry?")
    static let profileIndustry = Key<String>("profile.industry?")
    static let strategy = Key<String>("strategy.name?")
    static let isWanted = Key<Bool>("sales.auto_recommend?")
    static let handoff = Key<Value>("turn.handoff?")
    static let isOpen = Key<Bool>("business.open?")
    static let isAnswered = Key<Bool>("service.answered?")
    static let lead = Key<String>("lead.id?")
    static let memory = Key<Memory>("recommendation.memory")
    static let offered = Key<[String]>("recommendation.offered")
}
