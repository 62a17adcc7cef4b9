internal import SkillKit

/// What happens after an offer, outside the conversation: an order is paid, staff decide, time runs out. Each change
/// of an offer comes back as an event and is counted then, whoever made it.
struct Aftermath {
    /// What its timers are called, the offer's id following.
    static let expiry = "offer.expiry:"

    private let skill: Recommendation
    private let turn: Turn

    init(skill: Recommendation, turn: Turn) { (self.skill, self.turn) = (skill, turn) }

    func reply(to event: Turn.Event) throws -> Reply {
        if event.name.hasPrefix(Self.expiry) {
            return try expire(String(event.name.dropFirst(Self.expiry.count)))
        }
        switch event.name {
        case "order.paid": return try pay(event.data)
        case "offer.created": return try count(event.data) { _ in Ranking.Tally(made: 1) }
        default: return try follow(event)
        }
    }

    /// An order that follows an offer of its product is owed to it.
    private func pay(_ order: Value) throws -> Reply {
        var (reply, memory) = (Reply(), turn[Context.memory] ?? Memory())
        let paid = order["order"]?.map == nil ? order : order["order"] ?? order
        guard let product = paid["product"]?.text, let open = memory.offer(of: product),
            var offer = Offer(try turn.store.get(Offer.collection, open.id))
        else { return reply }
        let bought = offer.fields["bought"].flatMap { [String]($0) } ?? []
        let isFirst = offer.become(.accepted, about: product, at: turn.clock.now)
        guard isFirst || offer.outcome == .accepted && !bought.contains(product) else { return reply }
        let amount = try amount(of: paid, product)
        offer.fields["bought"] = (bought + [product]).value
        offer.fields["revenue"] = .double((offer.fields["revenue"]?.double ?? 0) + amount)
        reply.put(Offer.collection, offer.id, offer.fields, version: offer.version)
        // The first is counted when the offer's change comes back.
        if !isFirst { try add(Ranking.Tally(credit: skill.ranking.credit(.accepted)), to: product) }
        memory.set(.accepted, of: open.id)
        reply.write(Context.memory, memory)
        reply.because = "they bought \(product), which was offered to them"
        return reply
    }

    private func amount(of order: Value, _ product: String) throws -> Double {
        if let amount = order["amount"]?.double { return amount }
        let price = Product(try turn.catalog.product(product))?.price ?? 0
        return price * (order["quantity"]?.double ?? 1)
    }

    private func expire(_ id: String) throws -> Reply {
        var (reply, memory) = (Reply(), turn[Context.memory] ?? Memory())
        guard var offer = Offer(try turn.store.get(Offer.collection, id)),
            offer.become(.expired, at: turn.clock.now)
        else { return reply }
        memory.set(.expired, of: id)
        reply.put(Offer.collection, id, offer.fields, version: offer.version)
        reply.write(Context.memory, memory)
        reply.because = "nothing was heard of the offer"
        return reply
    }

    /// A decline by word of mouth, noted by staff, holds as one that was written.
    private func follow(_ event: Turn.Event) throws -> Reply {
        guard let state = event.data["document"]?["status"]?.text, let outcome = Outcome(rawValue: state)
        else {
            return Reply()
        }
        let before = event.data["from"]?.text.flatMap(Outcome.init) ?? .made
        let about = event.data["document"]?["about"]?.text
        let gained = max(0, skill.ranking.credit(outcome) - skill.ranking.credit(before))
        var reply = try count(event.data) { $0 == about && gained > 0 ? Ranking.Tally(credit: gained) : nil }
        var memory = turn[Context.memory] ?? Memory()
        let old = memory
        if let id = event.data["document"]?["id"]?.text { memory.set(outcome, of: id) }
        if outcome == .declined { memory.quiet(because: "they declined an offer", until: nil) }
        if memory != old { reply.write(Context.memory, memory) }
        return reply
    }

    private func count(_ data: Value, _ tally: (String) -> Ranking.Tally?) throws -> Reply {
        for product in data["document"]?["products"].flatMap({ [String]($0) }) ?? [] {
            if let tally = tally(product) { try add(tally, to: product) }
        }
        return Reply()
    }

    private func add(_ tally: Ranking.Tally, to product: String) throws {
        try Counts(turn: turn, shards: skill.shards)
            .add(tally, to: product, for: turn[Turn.customer] ?? "")
    }
}
