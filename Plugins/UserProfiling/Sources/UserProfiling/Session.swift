import SkillKit

/// One turn's work on one profile.
struct Session {
    let settings: Settings
    let turn: Turn
    let customer: String
    private let at: Timestamp
    private(set) var profile = Profile(nil)
    private(set) var reply = Reply()
    private var reasons: [String] = []

    init(settings: Settings, turn: Turn, customer: String) {
        (self.settings, self.turn, self.customer) = (settings, turn, customer)
        at = turn[Turn.at] ?? turn.clock.now
    }

    mutating func open() throws {
        profile = Profile(try turn.store.get("profiles", customer))
        for field in profile.adoptCorrections(from: origin("staff changed it")) {
            reasons.append("\(field) was corrected by staff and is pinned")
        }
    }

    mutating func close() -> Reply {
        profile["user_id"] = .text(customer)
        reply.put("profiles", customer, profile.fields)
        reply.tell(profile, of: customer)
        if !reasons.isEmpty { reply.because = reasons.joined(separator: "; ") }
        return reply
    }

    // MARK: A message

    mutating func listen(to text: String) throws {
        profile["message_count"] = .int(Int64(profile.messageCount + 1))
        profile["last_active"] = .time(at)
        let mentions = (turn[Keys.entities] ?? []).compactMap(Mention.init)
        takeRecord()
        takeStatements(of: text, mentions)
        for mention in mentions where mention.kind == "product" && !mention.isNegated {
            if let name = mention.value["name"]?.text { profile.count(interest: name) }
        }
        try refreshStanding(isForced: false)
        move(after: turn[Keys.intent], saying: text)
        try proposeMerges(mentions)
        if profile.messageCount - rebuiltAt >= settings.updateInterval {
            try rebuild("\(settings.updateInterval) messages")
        }
        if reasons.isEmpty { reasons.append("message \(profile.messageCount), nothing new") }
    }

    /// What staff wrote down of the customer stands until he says otherwise.
    private mutating func takeRecord() {
        for (field, key) in [("industry", Keys.customerIndustry), ("company", Keys.customerCompany)] {
            guard profile[field] == nil, let value = turn[key], !value.isEmpty else { continue }
            profile.set(field, .text(value), confidence: 1, from: origin("the customer's record"))
            reasons.append("\(field) '\(value)' stands in the customer's record")
        }
    }

    private mutating func takeStatements(of text: String, _ mentions: [Mention]) {
        for mention in mentions where mention.isNegated && profile[mention.kind] == mention.value {
            guard Profile.stated.contains(mention.kind), profile.withdraw(mention.kind) else { continue }
            reasons.append("\(mention.kind) is not '\(mention.text)', says the customer")
        }
        let reader = StatementReader(settings: settings)
        let intents = turn[Keys.intent].map { [$0] } ?? []
        for statement in reader.statements(in: text, mentions, intents: intents) {
            guard profile.take(statement, clearFrom: settings.clearFrom, from: origin(text)) else { continue }
            let percent = Int((statement.confidence * 100).rounded())
            reasons.append(
                "\(statement.field) is '\(statement.value.text ?? "")' ('\(text.prefix(40))', \(percent) % sure)"
            )
        }
    }

    private mutating func move(after intent: String?, saying text: String) {
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
        let standing = Standing(
            paidOrders: Int(profile["paid_orders"]?.int ?? 0),
            amount12Months: profile["amount_12m"]?.double ?? 0, firstSeen: turn[Keys.firstSeen],
            conversations: turn[Keys.conversations] ?? 0, outsideTier: turn[Keys.customerTier])
        let type = standing.type(at: at, settings)
        decide("type", type.value, type.why)
        if let tier = standing.tier(settings) { decide("tier", tier.value, tier.why) }
    }

    private mutating func decide(_ field: String, _ value: String, _ why: String) {
        guard !profile.isPinned(field), profile[field]?.text != value else { return }
        profile.set(field, .text(value), confidence: 1, from: origin(why))
        reasons.append("\(field) is \(value): \(why)")
    }

    // MARK: Events and staff

    mutating func hear(_ event: Turn.Event) throws {
        switch event.name {
        case "order.paid":
            try refreshStanding(isForced: true)
            move(after: nil, saying: "order \(event.data["id"]?.text ?? "") was paid")
        case "customer.merged":
            try refreshStanding(isForced: true)
            try settle(event, as: "accepted")
        case "customer.unmerged":
            try refreshStanding(isForced: true)
            try settle(event, as: "undone")
        case "merge_proposal.accepted", "merge_proposal.undone": follow(event)
        default: try rebuild("the event '\(event.name)'")
        }
    }

    mutating func obey(_ action: Turn.Action) throws {
        let origin = origin("corrected by \(action.by ?? "staff")")
        let field = action.input["field"]?.text ?? ""
        switch action.name {
        case "correct":
            let value = action.input["value"] ?? .null
            guard field == "preferences" ? [String](value) != nil : value.text != nil else {
                let wanted = field == "preferences" ? "a list of texts" : "a text"
                throw SkillError("'\(field)' is another kind of value; give \(wanted)")
            }
            profile.set(
                field, value, confidence: 1, from: origin, isPinned: action.input["pin"]?.bool ?? true)
        case "pin": profile.pin(field, action.input["pinned"]?.bool ?? true, from: origin)
        default: try rebuild("\(action.by ?? "staff") asked for it")
        }
        reasons.append(field.isEmpty ? action.name : "\(action.name) \(field)")
        reply.result = .map(profile.fields)
    }

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

    private var rebuiltAt: Int { profile["rebuilt_at"]?.int.map(Int.init) ?? 0 }

    private func origin(_ message: String) -> Profile.Origin {
        .init(message: String(message.prefix(200)), turn: turn[Keys.turn], at: at)
    }
}

extension Session {
    /// Another customer with the same number or address may be the same person: staff decides.
    private mutating func proposeMerges(_ mentions: [Mention]) throws {
        for mention in mentions where !mention.isNegated {
            guard ["phone", "email", "order"].contains(mention.kind), let value = mention.value.text else {
                continue
            }
            for other in try others(with: mention.kind, value).prefix(5) {
                try propose(other, clue: mention.kind, value)
            }
            if mention.kind != "order" { profile[mention.kind] = .text(value) }
        }
    }

    private func others(with clue: String, _ value: String) throws -> [String] {
        let found =
            switch clue {
            case "phone": try turn.customers.find(phone: value)
            case "email": try turn.customers.find(email: value)
            default: try turn.customers.find(order: value)
            }
        let said =
            clue == "order"
            ? [] : try turn.store.query("profiles", where: [clue: .text(value)], limit: 5).items.map(\.id)
        return Set(found + said).filter { $0 != customer }.sorted()
    }

    private mutating func propose(_ other: String, clue: String, _ value: String) throws {
        let id = Self.proposal(customer, other)
        guard try turn.store.get("merge_proposals", id) == nil else { return }
        reply.put(
            "merge_proposals", id,
            ["other": .text(other), "clue": .text(clue), "value": .text(value), "status": "proposed"])
        let locale = turn[Turn.locale]
        reply.notify(
            settings.texts.merge.text(
                locale,
                [
                    "customer": customer, "other": other, "value": value,
                    "clue": settings.texts.label(clue, locale),
                ]), data: ["customer": .text(customer), "other": .text(other), "proposal": .text(id)])
        reasons.append("may be the same person as '\(other)': the same \(clue)")
    }

    /// The same for both of them, and short whatever their own ids are: FNV-1a of the two in order.
    static func proposal(_ a: String, _ b: String) -> String {
        let hash = "\(min(a, b)) \(max(a, b))".utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01b3
        }
        return "merge-\(String(hash, radix: 36))"
    }

    /// What staff did with the two themselves stands in the proposal too.
    private mutating func settle(_ event: Turn.Event, as state: String) throws {
        guard let one = event.data["customer"]?.text, let another = event.data["other"]?.text,
            let proposal = try turn.store.get("merge_proposals", Self.proposal(one, another)),
            let old = proposal["status"]?.text, old != state, state != "undone" || old == "accepted"
        else { return }
        var fields = proposal.fields.filter {
            !["id", "version", "created_at", "updated_at", "customer"].contains($0.key)
        }
        fields["status"] = .text(state)
        reply.put("merge_proposals", proposal.id, fields)
        reasons.append("the proposal to merge '\(one)' and '\(another)' is \(state)")
    }

    /// Staff decided on a proposal: the host makes the two one, or two again.
    private mutating func follow(_ event: Turn.Event) {
        guard let other = event.data["document"]?["other"]?.text, other != customer else { return }
        let isMerge = event.name == "merge_proposal.accepted"
        if isMerge { reply.merge(other) } else { reply.unmerge(other) }
        reasons.append(
            "'\(other)' \(isMerge ? "becomes a part of" : "is parted from") this customer, says \(event.data["by"]?.text ?? "staff")"
        )
    }
}
