import SkillKit

/// One message from the customer: what it asks, how it is met, what it means for the lead.
struct Consultation {
    let settings: Settings
    let turn: Turn
    let message: Message
    let locale: String?
    var focus: Focus
    var said = Reply()
    var reasons: [String] = []
    /// A human is called, or there already.
    var isHandedOver: Bool
    /// What the catalogue is asked for in this message.
    private let wanted: [CatalogueFact]
    /// What the message did to the order.
    let step: Order.Step
    private let kept: Focus
    private let industry, company, scale, tier: String?
    private var products: [String: Record] = [:]
    /// What the catalogue says.
    private var told = ""
    /// Prices are told in one currency, and were asked for in another.
    private(set) var currencies: [String: String]?

    init(_ settings: Settings, _ turn: Turn, saying text: String) throws {
        self.settings = settings
        self.turn = turn
        locale = turn[Turn.locale]
        var message = Message(
            text, intent: turn[Keys.intent], all: turn[Keys.intents]?.list?.compactMap(\.text) ?? [],
            entities: turn[Keys.entities]?.list ?? [], customerTurns: turn[Keys.customerTurns] ?? 0)
        message.confidence = turn[Keys.confidence] ?? 1
        message.isUnclear = turn[Keys.question] != nil
        kept = Focus(turn[Keys.keptFocus], conversation: turn[Keys.conversation] ?? "")
        focus = kept
        message = message.heard(by: settings.hearing, about: focus.product)
        if kept.isCounting {
            message.answerCount()
        } else if kept.product != nil, let count = message.number(beside: settings.buying.then) {
            message.answerCount(count)
            if turn[Keys.keptStrategy] == Strategy.Move.negotiate.rawValue {
                message.want(settings.negotiation.intent)
            }
        }
        // A yes to "both?" is one for all of them.
        if kept.isAsked, !message.namesOrder, settings.buying.yes.first(in: message.heard) != nil {
            message.isTogether = true
        }
        if message.change == .add, let rest = message.rest {
            message.mean(try Self.products(called: rest, turn))
        }
        self.message = message
        let step = focus.follow(message)
        self.step = step
        isHandedOver = turn[Keys.status].map { $0 != "bot" } ?? false
        let isAsked = focus.product != nil && !message.isFault
        wanted = isAsked ? settings.facts.filter { $0.isWanted(in: message, after: step) } : []
        (industry, company, scale) = (turn[Keys.industry], turn[Keys.company], turn[Keys.scale])
        // Without profiling, the one in the customer's record.
        tier = turn[Keys.tier] ?? turn[Keys.customerTier]
    }

    consuming func reply() throws -> Reply {
        let sum = try orderAmount()
        // About how much shows who is to talk of it; what is said is exact.
        let amount = focus.order.isExact ? sum : nil
        if try !settle(amount) {
            let facts = try facts(amount)
            try answer(facts, amount)
            let about = try self.facts(sum)
            if let strategy = settings.strategies.first(where: { $0.when.hold(about) }) {
                try meet(strategy, facts, amount)
            }
            try guide(amount)
        }
        let known: LeadCard.News = [
            "industry": industry.map(Value.text), "purchase_scale": scale.map(Value.text),
            "company": company.map(Value.text), "order_amount": amount.map(Value.double),
        ]
        if message.isFault {
            reasons.append("a fault is no purchase")
        } else {
            let outcome = try LeadDesk(settings, turn).follow(message, focus, known, &said)
            focus.marks = outcome.pending
            reasons += outcome.reasons
        }
        if focus != kept { said.write(Keys.focus, focus.value) }
        said.write(Keys.autoRecommend, settings.autoRecommend, over: turn[Keys.keptRecommend])
        if !reasons.isEmpty { said.because = reasons.joined(separator: "; ") }
        return said
    }

    // MARK: What is known

    /// The ids of products of whose names this is a part: SCARA, or 视觉吧 without its end.
    private static func products(called text: String, _ turn: Turn) throws -> [String] {
        var part = text
        while part.unicodeScalars.count > 1 {
            let words = WholeWords(Words([part]))
            let found = try turn.catalog.find(part).filter { words.stand(in: $0["name"]?.text ?? "") }
            guard found.isEmpty, !(part.utf8.first.map { $0 < 128 } ?? true) else {
                return found.compactMap { $0["id"]?.text }
            }
            part.removeLast()
        }
        return []
    }

    /// Quantity × price of what was named; nil when a price or a quantity is missing.
    private mutating func orderAmount() throws -> Double? {
        let kept = turn[Keys.keptAmount]
        let isAsked =
            message.namesOrder || !wanted.isEmpty || message.intents.contains(settings.negotiation.intent)
        // Prices are looked up when they matter.
        if !isAsked, step == .none, !focus.lines.isEmpty, let kept { return kept }
        var sum: Double? = focus.lines.isEmpty ? nil : 0
        for line in focus.lines {
            let price = try product(line.product)?["price"]?.double ?? 0
            sum = price > 0 ? sum.map { $0 + line.quantity * price } : nil
        }
        if let sum, focus.order.isExact {
            said.write(Keys.orderAmount, sum, over: kept)
        } else if kept != nil {
            said.unset(Keys.orderAmount)
        }
        // Who asks about something else does not ask about the order.
        return focus.product.map { focus.order.has($0) } ?? true ? sum : nil
    }

    mutating func product(_ id: String) throws -> Record? {
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
            "tier": tier.map(Value.text),
            "type": .text(try type()), "industry": industry.map(Value.text),
            "company": company.map(Value.text),
        ])
    }

    /// How many things are wanted; asking the price and haggling about it are one.
    private var wishes: Int {
        guard message.intents.count > 1 else { return message.intent == "none" ? 0 : message.intents.count }
        return Set(
            message.intents.filter { $0 != "none" }.map { intent in
                settings.oneWish.first { $0.contains(intent) } ?? [intent]
            }
        ).count
    }

    /// Without profiling: whoever paid an order is an existing customer. Asked only where a rule needs it.
    private func type() throws -> String {
        if let type = turn[Keys.type] { return type }
        guard let intent = message.intent, settings.typeIntents.contains(intent) else { return "new" }
        return try turn.customers.totals().paidOrders > 0 ? "existing" : "new"
    }

    // MARK: What is said

    /// Price, stock, lead time of the product that is spoken of.
    private mutating func answer(_ facts: Facts, _ amount: Double?) throws {
        guard !wanted.isEmpty, let id = focus.product, let record = try product(id) else { return }
        let offer = try offer(record, amount)
        let known = offer.answers(wanted, facts)
        guard let first = known.first else { return }
        let priority =
            message.isCount
            ? settings.buying.priority : message.products.isEmpty ? first.topic : first.named
        told = offer.said(known)
        if offer.tellsPrice(known) { notice(record) }
        said.say(told, priority: priority)
        reasons.append("\(known.map(\.name).joined(separator: ", ")) of '\(id)' from the catalogue")
    }

    /// Whether the price was asked for in another currency.
    private mutating func notice(_ priced: Record) {
        guard let own = priced["currency"]?.text,
            let asked = settings.texts.currency(askedIn: message.heard, otherThan: own)
        else { return }
        currencies = [
            "currency": settings.texts.currency(own, locale), "asked": settings.texts.currency(asked, locale),
        ]
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
        let because = strategy.because.text("en")
        reasons.append("\(strategy.move.rawValue): \(because)")
        said.write(Keys.strategy, strategy.move.rawValue, over: turn[Keys.keptStrategy])
        said.write(Keys.reason, because, over: turn[Keys.keptReason])
        switch strategy.move {
        case .handOff:
            handOver(
                strategy.handoff ?? Handoff(nil), strategy.because.text(settings.staffLocale), amount,
                say: strategy.say)
        case .introduce: try introduce(amount)
        case .negotiate: try negotiate(facts, amount)
        case .recommend: break
        case .reply where isIntroductionAsked: try introduce(amount)
        case .reply: try other(facts)
        }
    }

    /// A conversation that waits for a human, or has one, is not handed over again.
    mutating func handOver(
        _ handoff: Handoff, _ why: String, _ amount: Double?, say: String?, answering priority: Int? = nil
    ) {
        guard !isHandedOver else { return }
        if let other = handoff.leaveTo, turn[Keys.skills]?.contains(other) ?? false {
            return reasons.append("left to '\(other)'")
        }
        isHandedOver = true
        let note: [String: Value?] = [
            "message": .text(String(message.text.prefix(settings.lead.summary))),
            "intent": message.intent.map(Value.text),
            "product": focus.product.map(Value.text), "quantity": focus.quantity.map(Value.double),
            "order_amount": amount.map(Value.double), "industry": industry.map(Value.text),
            "company": company.map(Value.text), "tier": tier.map(Value.text),
        ]
        said.handOff(
            because: why, competence: handoff.competence, priority: handoff.priority,
            note: note.compactMapValues { $0 })
        guard let text = say.map({ settings.texts.text($0, locale) }), !text.isEmpty else { return }
        // Nobody comes at once while the business is closed.
        let soon = turn[Keys.isOpen] ?? true ? settings.texts.text("soon", locale) : ""
        if let priority {
            said.say(told + gap + text + soon, priority: priority)
        } else {
            said.say(text + soon, as: .notice)
        }
    }

    /// By who is no new customer.
    private var isIntroductionAsked: Bool {
        message.intents.contains(where: settings.introduction.intents.contains)
            && settings.introduction.isAsked(in: message)
    }

    private mutating func introduce(_ amount: Double?) throws {
        guard let id = focus.product else { return }
        let isNamed = message.products.contains(id)
        let rules = settings.introduction
        let isAsked = rules.isAsked(in: message)
        guard isNamed || isAsked, let record = try product(id) else { return }
        let text = try offer(record, amount).introduction
        guard !text.isEmpty else { return }
        let isMeant = (isAsked || rules.tells(record, of: message)) && !rules.isOfOther(message)
        guard isMeant || !rules.isQuestion(message) else {
            return reasons.append("what is asked of '\(id)' is not in its introduction")
        }
        notice(record)
        let isFirst = isNamed && isMeant && !focus.introduced.contains(id)
        said.say(text, priority: isFirst ? rules.named : rules.topic)
        if isFirst { focus.introduced.append(id) }
        reasons.append("introduces '\(id)'")
    }

    /// A script whose conditions hold, else a salesperson.
    private mutating func negotiate(_ facts: Facts, _ amount: Double?) throws {
        let rules = settings.negotiation
        let known =
            amount.map { "the order comes to \($0.written)" } ?? "the amount of the order is not known"
        if let script = try script(for: rules.intent, facts) {
            // What it comes to stands before what makes it worth it.
            said.say(told + gap + script.text, priority: rules.priority)
            reasons.append("\(known), script of \(script.source)")
            return
        }
        reasons.append("handed to sales, no script holds: \(known)")
        let why = settings.texts.text(
            amount == nil ? "why_unpriced" : "why_unscripted", settings.staffLocale,
            ["order_amount": amount?.written ?? ""])
        handOver(rules.handoff, why, amount, say: "negotiation_else", answering: rules.handoffPriority)
    }

    /// Between what was told and what follows it.
    private var gap: String { told.utf8.last.map { $0 < 128 } ?? false ? " " : "" }

    private func script(for intent: String, _ facts: Facts) throws -> (text: String, source: String)? {
        var values: [String: Value] = [:]
        for name in ["order_amount", "quantity", "tier", "type", "industry", "company"] {
            values[name] = facts[name]
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
        let isDone = message.isRefused && message.intents.isEmpty
        guard isDone || message.intent.map(settings.defaultIntents.contains) ?? false else { return }
        let text = settings.texts.text(isDone ? "refused" : "default_reply", locale)
        if !text.isEmpty { said.say(text, priority: settings.defaultPriority) }
    }
}
