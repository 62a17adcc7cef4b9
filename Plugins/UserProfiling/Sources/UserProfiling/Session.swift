import SkillKit

/// One turn's work on one profile.
struct Session {
    let settings: Settings
    let turn: Turn
    let customer: String
    let at: Timestamp
    private let known: Known
    var profile = Profile(nil)
    var reply = Reply()
    var reasons: [String] = []

    init(settings: Settings, turn: Turn, customer: String) {
        (self.settings, self.turn, self.customer) = (settings, turn, customer)
        at = turn[Turn.at] ?? turn.clock.now
        known = Known(turn)
    }

    /// Reads the document, and what was counted since it was written.
    mutating func open() throws {
        profile = Profile(try turn.store.get("profiles", customer))
        if known.messageCount > profile.messageCount {
            profile["message_count"] = .int(Int64(known.messageCount))
        }
        for (name, times) in known.card?.interests ?? [:] { profile.count(interest: name, times: times) }
        for field in profile.adoptCorrections(from: origin("staff changed it")) {
            reasons.append("\(field) was corrected by staff and is pinned")
        }
    }

    mutating func close() {
        profile["user_id"] = .text(customer)
        // What colleagues read follows what changed.
        if profile["summary"] != nil {
            profile["summary"] = .text(
                Rebuild(settings: settings, locale: turn[Turn.locale]).summary(of: profile))
        }
        reply.put("profiles", customer, profile.fields)
        reply.tell(profile, of: customer, over: known)
        if !reasons.isEmpty { reply.because = reasons.joined(separator: "; ") }
    }

    // MARK: A message

    mutating func listen(to text: String) throws {
        let mentions = (turn[Keys.entities]?.list ?? []).compactMap(Mention.init)
        // What is asked back is not known.
        let intent = turn[Keys.question] == nil ? turn[Keys.intent] : Keys.unknown
        let statements = StatementReader(settings: settings)
            .statements(in: text, mentions, intents: [intent].compactMap(\.self))
        acknowledge(statements, mentions, text, intent)
        let asked = mentions.filter { $0.kind == "product" && !$0.isNegated }
            .compactMap { $0.value["name"]?.text }
        if var card = known.card, !isNews(statements, mentions, intent, card) {
            reply.write(Keys.messageCount, known.messageCount + 1)
            reply.write(Keys.lastActive, at)
            if !asked.isEmpty {
                for name in asked { card.interests[name, default: 0] += 1 }
                reply.write(Keys.card, card.value)
            }
            reply.because = "message \(known.messageCount + 1), nothing new"
            return
        }
        try open()
        profile["message_count"] = .int(Int64(profile.messageCount + 1))
        profile["last_active"] = .time(at)
        takeRecord()
        take(statements, mentions, from: text)
        for name in asked { profile.count(interest: name) }
        try refreshStanding(isForced: false)
        move(after: intent, saying: text)
        try proposeMerges(mentions)
        if profile.messageCount - rebuiltAt >= settings.updateInterval {
            try rebuild("\(settings.updateInterval) messages")
        }
        if reasons.isEmpty { reasons.append("message \(profile.messageCount), nothing new") }
        close()
    }

    /// Whether anything of the document may change, beside what is counted.
    private func isNews(
        _ statements: [Statement], _ mentions: [Mention], _ intent: String?, _ card: Card
    ) -> Bool {
        let count = known.messageCount + 1
        if count - card.rebuilt >= settings.updateInterval || count - card.saved >= settings.saveEvery {
            return true
        }
        if card.totalsAt.map({ at - $0 >= settings.totalsEvery }) ?? true { return true }
        if statements.contains(where: { known[$0.field] != $0.value.text }) { return true }
        for mention in mentions {
            let isClue =
                ["phone", "email"].contains(mention.kind)
                ? !card.contacts.contains(mention.value.text ?? "") : settings.clues.contains(mention.kind)
            if mention.isNegated ? known[mention.kind] == mention.value.text : isClue { return true }
        }
        if known["industry"] == nil, turn[Keys.customerIndustry] != nil { return true }
        if known["company"] == nil, turn[Keys.customerCompany] != nil { return true }
        let standing = standing(paidOrders: card.paidOrders, amount: card.amount)
        let stage = settings.journey.stage(
            after: known["journey_stage"], intent: intent, hasBought: card.paidOrders > 0)
        let fresh = [
            ("type", standing.type(at: at, settings).value), ("tier", standing.tier(settings)?.value),
            ("journey_stage", stage),
        ]
        return fresh.contains { field, value in
            value != nil && value != known[field] && !card.pins.contains(field)
        }
    }

    /// What staff wrote down of the customer stands until he says otherwise.
    private mutating func takeRecord() {
        for (field, key) in [("industry", Keys.customerIndustry), ("company", Keys.customerCompany)] {
            guard profile[field] == nil, let value = turn[key], !value.isEmpty else { continue }
            profile.set(field, .text(value), confidence: 1, from: origin("the customer's record"))
            reasons.append("\(field) '\(value)' stands in the customer's record")
        }
    }

    private mutating func take(_ statements: [Statement], _ mentions: [Mention], from text: String) {
        for mention in mentions where mention.isNegated && profile[mention.kind] == mention.value {
            guard Profile.stated.contains(mention.kind), profile.withdraw(mention.kind) else { continue }
            reasons.append("\(mention.kind) is not '\(mention.text)', says the customer")
        }
        for statement in statements {
            guard profile.take(statement, clearFrom: settings.clearFrom, from: origin(text)) else { continue }
            let percent = Int((statement.confidence * 100).rounded())
            reasons.append(
                "\(statement.field) is '\(statement.value.text ?? "")' ('\(text.prefix(40))', \(percent) % sure)"
            )
        }
    }

    mutating func move(after intent: String?, saying text: String) {
        guard !profile.isPinned("journey_stage") else { return }
        let current = profile["journey_stage"]?.text
        let hasBought = (profile["paid_orders"]?.int ?? 0) > 0
        guard let next = settings.journey.stage(after: current, intent: intent, hasBought: hasBought),
            next != current
        else { return }
        profile.set("journey_stage", .text(next), confidence: 1, from: origin(text))
        reasons.append("now in the stage '\(next)'")
    }

    // MARK: What was bought

    /// Asks the host for the sums when they are old, and sees to type and tier.
    mutating func refreshStanding(isForced: Bool) throws {
        let asked = profile["totals_at"]?.time
        if isForced || asked.map({ at - $0 >= settings.totalsEvery }) ?? true {
            let totals = try turn.customers.totals()
            profile["paid_orders"] = .int(Int64(totals.paidOrders))
            profile["amount_12m"] = .double(totals.amount12Months)
            profile["totals_at"] = .time(at)
        }
        let standing = standing(
            paidOrders: Int(profile["paid_orders"]?.int ?? 0), amount: profile["amount_12m"]?.double ?? 0)
        let type = standing.type(at: at, settings)
        decide("type", type.value, type.why)
        if let tier = standing.tier(settings) { decide("tier", tier.value, tier.why) }
    }

    private func standing(paidOrders: Int, amount: Double) -> Standing {
        Standing(
            paidOrders: paidOrders, amount12Months: amount, firstSeen: turn[Keys.firstSeen],
            conversations: turn[Keys.conversations] ?? 0, outsideTier: turn[Keys.customerTier])
    }

    private mutating func decide(_ field: String, _ value: String, _ why: String) {
        guard !profile.isPinned(field), profile[field]?.text != value else { return }
        profile.set(field, .text(value), confidence: 1, from: origin(why))
        reasons.append("\(field) is \(value): \(why)")
    }

    // MARK: Looking at all of it

    mutating func rebuild(_ why: String) throws {
        let rebuild = Rebuild(settings: settings, locale: turn[Turn.locale])
        if !profile.isPinned("preferences") {
            let said = try turn.history.recent(settings.messages)
                .filter { $0["author"]?.text == "customer" }.compactMap { $0["text"]?.text }
            let preferences = rebuild.preferences(
                of: profile, messages: said + [turn[Keys.text]].compactMap(\.self))
            profile.set("preferences", preferences.value, confidence: 1, from: origin(why))
        }
        profile["summary"] = .text(rebuild.summary(of: profile))
        profile["rebuilt_at"] = .int(Int64(profile.messageCount))
        reasons.append("summary and preferences rebuilt: \(why)")
    }

    var rebuiltAt: Int { profile["rebuilt_at"]?.int.map(Int.init) ?? 0 }

    func origin(_ message: String) -> Profile.Origin {
        .init(message: String(message.prefix(200)), turn: turn[Keys.turn], at: at)
    }
}
