internal import SkillKit

/// One message: what it says of an earlier offer, and whether it is the moment for one.
struct Visit {
    private let skill: Recommendation
    private let turn: Turn
    private var moment: Moment
    private var thread: Thread
    private var memory = Memory()
    private var reply = Reply()

    init(skill: Recommendation, turn: Turn) {
        (self.skill, self.turn) = (skill, turn)
        let before = turn[Context.thread]
        moment = skill.reading.moment(turn, before)
        thread = before ?? Thread(moment.conversation)
    }

    mutating func run() throws -> Reply {
        let before = thread
        thread.take(moment, skill.rules)
        reply.because = try answer()
        if thread != before { reply.write(Context.thread, thread) }
        return reply
    }

    /// Most messages end here: they say nothing of an offer, and this is no moment for one.
    private mutating func answer() throws -> String {
        let occasion = skill.timing.occasion(moment.turn, thread)
        if !moment.saysSomething(skill.rules), case .wait(let because) = occasion {
            return "no offer: \(because)"
        }
        let before = turn[Context.memory] ?? Memory()
        memory = before
        memory.take(moment, skill.rules)
        var reasons: [String] = []
        if let reaction = before.reaction(to: moment, skill.rules) {
            reasons.append("their last offer is '\(reaction.outcome.rawValue)': \(reaction.because)")
            try settle(reaction)
        }
        reasons.append(try speak())
        if memory != before { reply.write(Context.memory, memory) }
        return reasons.joined(separator: "; ")
    }

    private mutating func settle(_ reaction: Memory.Reaction) throws {
        memory.set(reaction.outcome, of: reaction.offer.id)
        guard var offer = Offer(try turn.store.get(Offer.collection, reaction.offer.id)),
            offer.become(reaction.outcome, about: reaction.product, at: moment.at)
        else { return }
        reply.put(Offer.collection, offer.id, offer.fields, version: offer.version)
    }

    /// Says what is to be said, if anything, and tells why.
    private mutating func speak() throws -> String {
        if let words = moment.refusing {
            reply.say(skill.wording("refused", turn[Turn.locale]), priority: skill.priority.ask)
            return "nothing is recommended any more: they said '\(words)'"
        }
        if let words = moment.asking {
            let because = "they ask for products ('\(words)')"
            guard !skill.reading.isAnswered(turn, above: skill.priority.ask) else {
                return "\(because) and were answered already"
            }
            return try offer(.asked, because)
        }
        skill.reading.circumstances(of: &moment, turn)
        switch skill.timing.verdict(moment, thread, memory) {
        case .wait(let because): return "no offer: \(because)"
        case .offer(let trigger, let because):
            guard !skill.reading.hasOffer(turn) else { return "no offer: another skill makes one" }
            return try offer(trigger, because)
        }
    }

    private mutating func offer(_ trigger: Timing.Trigger, _ because: String) throws -> String {
        guard let choice = try choice(trigger) else {
            if trigger == .asked { askSomebody() } else { thread.isSpent = true }
            return "\(because), but nothing fits that they have not bought or been offered"
        }
        let tallies = try tallies(choice)
        var random = turn.clock.random
        let ranked = skill.ranking.order(choice, tallies, using: &random)
        guard trigger == .asked || skill.ranking.isWorthwhile(ranked, of: choice, tallies) else {
            thread.isSpent = true
            return "\(because), but what fits promises too little beside what they came for"
        }
        say(choice, ranked, trigger)
        try record(choice, ranked, trigger)
        turn.count("offers")
        let names = ranked.map(\.candidate.product.name).joined(separator: ", ")
        return "offered \(names) (\(choice.because)): \(because)"
    }

    /// Who asks for products is answered by somebody, if not by us.
    private mutating func askSomebody() {
        let isBot = turn[Turn.status] ?? "bot" == "bot"
        guard isBot, turn[Context.handoff] == nil, !skill.reading.isAnswered(turn, above: .min) else {
            return
        }
        reply.handOff(
            because: skill.wording("why_nothing", skill.staffLocale), competence: skill.helper.competence,
            priority: skill.helper.priority, note: ["message": .text(moment.text)])
        let soon = turn[Context.isOpen] ?? true ? skill.wording("soon", turn[Turn.locale]) : ""
        reply.say(skill.wording("nothing", turn[Turn.locale]) + soon, as: .notice)
    }

    /// What others made of each, where that decides anything.
    private func tallies(_ choice: Selection.Choice) throws -> [String: Ranking.Tally] {
        guard choice.candidates.count > skill.ranking.items || choice.beside != nil else { return [:] }
        let counts = Counts(turn: turn, shards: skill.shards)
        return try choice.candidates.reduce(into: [:]) { tallies, candidate in
            let id = candidate.product.id
            tallies[id] = try skill.tallies.tally(of: id, at: moment.at) { try counts.tally(of: id) }
        }
    }

    private func choice(_ trigger: Timing.Trigger) throws -> Selection.Choice? {
        var customer = Selection.Customer()
        customer.topic = thread.topic
        customer.topicProduct = thread.product
        customer.industry = turn[Context.profileIndustry] ?? turn[Context.customerIndustry]
        customer.offered = Set(memory.offered)
        let orders = try turn.customers.orders().filter {
            !skill.voidOrders.contains($0["status"]?.text?.lowercased() ?? "")
        }
        customer.lastProduct = orders.last?["product"]?.text
        let since = moment.at - skill.justBought
        customer.bought = Set(
            orders.filter { $0["paid_at"]?.time.map { $0 >= since } ?? true }.compactMap {
                $0["product"]?.text
            })
        customer.bought.formUnion(ordered(trigger))
        let shelf = TurnShelf(catalog: turn.catalog)
        guard trigger == .asked else { return try skill.pushed.choice(for: customer, from: shelf) }
        let new = try skill.asked.choice(for: customer, from: shelf)
        let isOfGoods = !skill.rules.isGeneric(thread.topic)
        if new?.source == .topic || moment.other != nil || new != nil && !isOfGoods { return new }
        // Who asks for sensors again hears of the same sensors rather than of robots or nothing.
        customer.offered = []
        let again = try skill.asked.choice(for: customer, from: shelf)
        return again?.source == .topic || new == nil ? again : new
    }

    /// What they are ordering: of what sells knows it, and of what they name while nothing was asked for.
    private func ordered(_ trigger: Timing.Trigger) -> [String] {
        let order = turn[Context.order]
        let isOfNow = order?["conversation"]?.text == moment.conversation
        let lines = isOfNow ? (order?["lines"]?.list ?? []) + (order?["aside"]?.list ?? []) : []
        return lines.compactMap { $0["product"]?.text } + (trigger == .asked ? [] : moment.products)
    }

    private mutating func say(
        _ choice: Selection.Choice, _ ranked: [Ranking.Ranked], _ trigger: Timing.Trigger
    ) {
        let (products, locale) = (ranked.map(\.candidate.product), turn[Turn.locale])
        let isAnswer = trigger == .asked
        reply.say(
            skill.wording.sentence(choice, products, trigger, locale), as: isAnswer ? .answer : .offer,
            priority: isAnswer ? skill.priority.ask : skill.priority.push,
            actions: skill.wording.actions(products, locale), offer: turn[Context.id])
    }

    private mutating func record(
        _ choice: Selection.Choice, _ ranked: [Ranking.Ranked], _ trigger: Timing.Trigger
    ) throws {
        let id = turn[Context.id] ?? ""
        let products = ranked.map(\.candidate.product)
        let topic = thread.topic
        (thread.offer, thread.isSpent) = (moment.turn, true)
        memory.make(
            Memory.Open(
                id: id, products: products.map(\.id),
                actions: skill.wording.actions(products, turn[Turn.locale]),
                conversation: moment.conversation, turn: moment.turn),
            topic: topic, at: moment.at)
        let reasons = products.map { ($0.id, Value.text(choice.because)) }
        let tried = ranked.filter(\.isExplored).map(\.candidate.product.id)
        let offer = Offer(
            id: id,
            [
                "conversation": .text(moment.conversation), "turn": .text(id),
                "lead": turn[Context.lead].map(Value.text), "products": products.map(\.id).value,
                "reasons": .map(Dictionary(reasons) { first, _ in first }), "topic": topic.map(Value.text),
                "trigger": .text(trigger.rawValue), "source": .text(choice.source.rawValue),
                "tried": tried.isEmpty ? nil : tried.value, "status": .text(Outcome.made.rawValue),
                "revenue": 0.0, "made_at": .time(moment.at),
            ])
        reply.put(Offer.collection, id, offer.fields)
        reply.write(Context.offered, memory.offered)
        try turn.schedule.at(moment.at + skill.expires, Aftermath.expiry + id, ["offer": .text(id)])
    }
}
