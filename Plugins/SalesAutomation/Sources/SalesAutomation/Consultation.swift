import SkillKit

/// One message from the customer: what it asks, how it is met, what it means for the lead.
struct Consultation {
    let settings: Settings
    let turn: Turn
    let message: Message
    private let locale: String?
    private var focus: Focus
    private var said = Reply()
    private var reasons: [String] = []
    private var products: [String: Record] = [:]

    init(_ settings: Settings, _ turn: Turn) {
        self.settings = settings
        self.turn = turn
        locale = turn[Turn.locale]
        message = Message(
            turn[Keys.text] ?? "", intent: turn[Keys.intent], all: turn[Keys.intents] ?? [],
            entities: turn[Keys.entities] ?? [], customerTurns: turn[Keys.customerTurns] ?? 0
        ).without(settings.refusable)
        focus = Focus(turn[Keys.keptFocus], conversation: turn[Keys.conversation] ?? "")
        focus.follow(message, isUnclear: turn[Keys.question] != nil)
    }

    consuming func reply() throws -> Reply {
        let amount = try orderAmount()
        let facts = try facts(amount)
        try answer(facts, amount)
        if let strategy = settings.strategies.first(where: { $0.when.hold(facts) }) {
            try meet(strategy, facts, amount)
        }
        let outcome = try LeadDesk(settings, turn).follow(message, focus, amount, into: said)
        said = outcome.reply
        focus.marks = outcome.pending
        reasons += outcome.reasons
        said.write(Keys.focus, focus.value.map ?? [:])
        said.write(Keys.autoRecommend, settings.autoRecommend)
        if !reasons.isEmpty { said.because = reasons.joined(separator: "; ") }
        return said
    }

    // MARK: What is known

    /// Quantity × price of what was named; nil when a price or a quantity is missing.
    private mutating func orderAmount() throws -> Double? {
        var sum = 0.0
        for line in focus.lines {
            guard let price = try product(line.product)?["price"]?.double else { return forget() }
            sum += line.quantity * price
        }
        guard sum > 0 else { return forget() }
        said.write(Keys.orderAmount, sum)
        return sum
    }

    private mutating func forget() -> Double? {
        if turn[Keys.keptAmount] != nil { said.unset(Keys.orderAmount) }
        return nil
    }

    private mutating func product(_ id: String) throws -> Record? {
        if let known = products[id] { return known }
        products[id] = try turn.catalog.product(id)
        return products[id]
    }

    private func facts(_ amount: Double?) throws -> Facts {
        Facts([
            "intent": message.intent.map(Value.text), "any_intent": message.intents.value,
            "intents": .int(Int64(wishes)),
            "unclear": .int(Int64(focus.unclear)), "order_amount": amount.map(Value.double),
            "quantity": focus.quantity.map(Value.double),
            "tier": (turn[Keys.tier] ?? turn[Keys.customerTier]).map(Value.text),
            "type": .text(try type()), "industry": turn[Keys.industry].map(Value.text),
            "company": turn[Keys.company].map(Value.text),
        ])
    }

    /// How many things are wanted; asking the price and haggling about it are one.
    private var wishes: Int {
        Set(
            message.intents.filter { $0 != "none" }.map { intent in
                settings.oneWish.first { $0.contains(intent) } ?? [intent]
            }
        ).count
    }

    /// Without profiling: whoever paid an order is an existing customer. Asked only where a rule needs it.
    private func type() throws -> String {
        if let type = turn[Keys.type] { return type }
        let wants = settings.strategies.contains { rule in
            guard rule.when.tests["type"] != nil,
                case .oneOf(let intents)? = rule.when.tests["intent"]?.first
            else { return false }
            return message.intent.map { intents.contains(.text($0)) } ?? false
        }
        return try wants && turn.customers.totals().paidOrders > 0 ? "existing" : "new"
    }

    // MARK: What is said

    /// Price, stock, lead time of the product that is spoken of.
    private mutating func answer(_ facts: Facts, _ amount: Double?) throws {
        let wanted = settings.facts.filter { $0.isWanted(in: message.text, intents: message.intents) }
        guard !wanted.isEmpty, let id = focus.product, let record = try product(id) else { return }
        let offer = try offer(record, amount)
        let known = offer.answers(message, wanted, facts)
        guard let first = known.first else { return }
        let isNamed = !message.products.isEmpty
        said.say(offer.said(known), priority: isNamed ? first.named : first.topic)
        reasons.append("\(known.map(\.name).joined(separator: ", ")) of '\(id)' from the catalogue")
    }

    private mutating func offer(_ record: Record, _ amount: Double?) throws -> Offer {
        var lines: [Offer.Line] = []
        if amount != nil {
            lines = try focus.lines.compactMap { line in
                try product(line.product).map { Offer.Line(product: $0, quantity: line.quantity) }
            }
        }
        return Offer(
            product: record, quantity: focus.quantity, orderAmount: amount, lines: lines,
            texts: settings.texts, locale: locale)
    }

    private mutating func meet(_ strategy: Strategy, _ facts: Facts, _ amount: Double?) throws {
        reasons.append("\(strategy.move.rawValue): \(strategy.because)")
        said.write(Keys.strategy, strategy.move.rawValue)
        said.write(Keys.reason, strategy.because)
        switch strategy.move {
        case .handOff:
            handOver(strategy.handoff ?? Handoff(nil), strategy.because, amount, say: strategy.say)
        case .introduce: try introduce(amount)
        case .negotiate: try negotiate(facts, amount)
        case .recommend: break
        case .reply: try other(facts)
        }
    }

    /// A conversation that waits for a human, or has one, is not handed over again.
    private mutating func handOver(_ handoff: Handoff, _ why: String, _ amount: Double?, say: String?) {
        guard turn[Keys.status] ?? "bot" == "bot" else { return }
        let note: [String: Value?] = [
            "message": .text(message.text), "intent": message.intent.map(Value.text),
            "product": focus.product.map(Value.text), "quantity": focus.quantity.map(Value.double),
            "order_amount": amount.map(Value.double), "industry": turn[Keys.industry].map(Value.text),
            "company": turn[Keys.company].map(Value.text), "tier": turn[Keys.tier].map(Value.text),
        ]
        said.handOff(
            because: why, competence: handoff.competence, priority: handoff.priority,
            note: note.compactMapValues { $0 })
        guard let text = say.map({ settings.texts.text($0, locale) }), !text.isEmpty else { return }
        // Nobody comes at once while the business is closed.
        let soon = turn[Keys.isOpen] ?? true ? settings.texts.text("soon", locale) : ""
        said.say(text + soon, as: .notice)
    }

    private mutating func introduce(_ amount: Double?) throws {
        guard let id = focus.product, let record = try product(id) else { return }
        let isAsked =
            message.products.contains(id) || settings.introduction.words.first(in: message.text) != nil
        let text = try offer(record, amount).introduction
        guard isAsked, !text.isEmpty else { return }
        let isFirst = message.products.contains(id) && !focus.introduced.contains(id)
        said.say(text, priority: isFirst ? settings.introduction.named : settings.introduction.topic)
        if isFirst { focus.introduced.append(id) }
        reasons.append("introduces '\(id)'")
    }

    /// A script whose conditions hold, else a salesperson.
    private mutating func negotiate(_ facts: Facts, _ amount: Double?) throws {
        let rules = settings.negotiation
        let known =
            amount.map { "the order comes to \($0.written)" } ?? "the amount of the order is not known"
        if let script = try script(for: rules.intent, facts) {
            said.say(script.text, priority: rules.priority)
            reasons.append("\(known), script of \(script.source)")
            return
        }
        let why = "no script holds: \(known)"
        reasons.append("handed to sales, \(why)")
        handOver(rules.handoff, why, amount, say: "negotiation_else")
    }

    private func script(for intent: String, _ facts: Facts) throws -> (text: String, source: String)? {
        var values: [String: Value] = [:]
        for name in ["order_amount", "quantity", "tier", "type", "industry", "company"] {
            values[name] = facts.values(name).first
        }
        guard let script = try turn.catalog.scripts(for: intent, given: values).first,
            let text = script["script"]?.text
        else { return nil }
        return (text, script["source"]?.text ?? "the knowledge")
    }

    /// What no rule is for: a script of its own, or a friendly line to a greeting.
    private mutating func other(_ facts: Facts) throws {
        for intent in message.intents {
            guard let priority = settings.scripts[intent], let script = try script(for: intent, facts)
            else {
                continue
            }
            said.say(script.text, priority: priority)
            reasons.append("script of \(script.source)")
            return
        }
        guard let intent = message.intent, settings.defaultIntents.contains(intent) else { return }
        let text = settings.texts.text("default_reply", locale)
        if !text.isEmpty { said.say(text, priority: settings.defaultPriority) }
    }
}
