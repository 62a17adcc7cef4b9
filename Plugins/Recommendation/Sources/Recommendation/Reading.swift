internal import SkillKit

/// What a turn's context says, as far as it matters to an offer.
struct Reading: Sendable {
    let words: (asking: Words, other: Words, declining: Words, refusing: Words, buying: Words)
    let askIntents, quietIntents, askStrategies, quietStrategies: Set<String>
    private let rules: Rules

    init(_ settings: Settings, _ rules: Rules) throws(SkillError) {
        self.rules = rules
        words = (
            try settings.content("words", "asking", as: "a list of words"),
            try settings.content("words", "other", as: "a list of words"),
            try settings.content("words", "declining", as: "a list of words"),
            try settings.content("words", "refusing", as: "a list of words"),
            try settings.content("words", "buying", as: "a list of words")
        )
        askIntents = Set(try settings.texts("intents", "ask"))
        quietIntents = Set(try settings.texts("intents", "quiet"))
        askStrategies = Set(try settings.texts("strategies", "ask"))
        quietStrategies = Set(try settings.texts("strategies", "quiet"))
    }

    /// What every message is looked at for; the rest costs more and matters to few.
    func moment(_ turn: Turn, _ thread: Thread?) -> Moment {
        var moment = Moment(
            conversation: turn[Turn.conversation] ?? "", turn: turn[Context.customerTurns] ?? 1,
            at: turn.clock.now, topic: turn[Context.topic], intents: intents(turn))
        moment.text = turn[Turn.text] ?? ""
        if !rules.isGeneric(moment.topic) { name(&moment, turn) }
        moment.refusing = words.refusing.first(in: moment.text)
        moment.declining = words.declining.first(in: moment.text)
        if moment.intents.contains(where: rules.purchaseIntents.contains) {
            moment.isBuying =
                !moment.intents.contains(where: rules.hagglingIntents.contains)
                && words.buying.first(in: moment.text) != nil
        }
        if moment.refusing == nil { moment.asking = asking(moment, turn) }
        if moment.asking != nil { moment.other = words.other.first(in: moment.text) }
        return moment
    }

    /// What keeps an offer back.
    func circumstances(of moment: inout Moment, _ turn: Turn) {
        moment.sentiment = turn[Context.sentiment] ?? 0
        moment.human = human(turn)
        moment.isUnwanted = turn[Context.isWanted] == false
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
        if let all = turn[Context.intents]?.list, !all.isEmpty { return all.compactMap(\.text) }
        return turn[Context.intent].map { [$0] } ?? []
    }

    /// The products that are named, and which of them the topic is.
    private func name(_ moment: inout Moment, _ turn: Turn) {
        for entity in turn[Context.entities] ?? [] {
            guard entity["kind"]?.text == "product", entity["negated"]?.bool != true,
                let product = entity["value"], let id = product["id"]?.text
            else { continue }
            moment.products.append(id)
            if product["others"] == nil, product["name"]?.text == moment.topic { moment.topicProduct = id }
        }
    }

    private func asking(_ moment: Moment, _ turn: Turn) -> String? {
        // 'What you recommended broke' asks for nothing.
        guard !moment.intents.contains(where: quietIntents.contains) else { return nil }
        if let word = words.asking.first(in: moment.text) { return word }
        return moment.intents.first(where: askIntents.contains)
            ?? turn[Context.strategy].flatMap { askStrategies.contains($0) ? $0 : nil }
    }

    private func human(_ turn: Turn) -> String? {
        switch turn[Turn.status] {
        case "human": return "a human holds the conversation"
        case "queued": return "they wait for a human"
        default: break
        }
        let isCalled =
            turn[Context.handoff] != nil
            || turn[Context.strategy].map(quietStrategies.contains) ?? false
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
    static let intents = Key<Value>("intent.all?")
    static let entities = Key<[Value]>("entities?")
    static let sentiment = Key<Double>("sentiment.value?")
    static let customerIndustry = Key<String>("customer.industry?")
    static let profileIndustry = Key<String>("profile.industry?")
    static let strategy = Key<String>("strategy.name?")
    static let isWanted = Key<Bool>("sales.auto_recommend?")
    static let order = Key<Value>("sales.focus?")
    static let handoff = Key<Value>("turn.handoff?")
    static let isOpen = Key<Bool>("business.open?")
    static let isAnswered = Key<Bool>("service.answered?")
    static let lead = Key<String>("lead.id?")
    static let memory = Key<Memory>("recommendation.memory")
    static let thread = Key<Thread>("recommendation.thread")
    static let offered = Key<[String]>("recommendation.offered")
}
