internal import Recommendation
internal import SkillKit

/// What a policy may know of who talks to it.
struct Guest {
    let number: Int
    let lastProduct: String?
    let industry: String?
}

/// Something that decides, turn by turn, what is offered unasked. One of it serves all conversations of a run, so it
/// can learn from them.
protocol Policy {
    var name: String { get }
    mutating func greet(_ guest: Guest)
    /// The products offered in this turn, mostly none.
    mutating func offer(_ moment: Moment) -> [Product]
    /// What became of the last offer: the products taken.
    mutating func learn(taken: [Product])
}

extension Policy {
    mutating func learn(taken: [Product]) {}
}

struct Nothing: Policy {
    let name = "no recommendation"
    mutating func greet(_ guest: Guest) {}
    mutating func offer(_ moment: Moment) -> [Product] { [] }
}

/// Offers in every n-th turn what our skill would choose: at any other moment, but nothing twice.
struct Every: Policy {
    let name: String
    let turns: Int
    var ours: Ours

    mutating func greet(_ guest: Guest) { ours.greet(guest) }

    mutating func offer(_ moment: Moment) -> [Product] {
        ours.take(moment)
        return moment.turn.isMultiple(of: turns) ? ours.choose(moment) : []
    }

    mutating func learn(taken: [Product]) { ours.learn(taken: taken) }
}

/// `recommendation_engine.py` of S3, line by line, its conversation being the customer's messages: no upper end, no
/// memory of what was offered or bought, an unknown topic equal to another.
struct Seed: Policy {
    enum When {
        case asWritten
        /// What the text means and the code does not do.
        case once
        case every(Int)
    }

    let name: String
    let market: Market
    let when: When
    private var guest = Guest(number: 0, lastProduct: nil, industry: nil)
    private var conversation: [Moment] = []
    private var hasOffered = false

    init(_ name: String, _ market: Market, when: When) {
        (self.name, self.market, self.when) = (name, market, when)
    }

    mutating func greet(_ guest: Guest) {
        self.guest = guest
        (conversation, hasOffered) = ([], false)
    }

    mutating func offer(_ moment: Moment) -> [Product] {
        conversation.append(moment)
        guard isTime(moment) else { return [] }
        let products = recommendation
        hasOffered = hasOffered || !products.isEmpty
        return products
    }

    private func isTime(_ moment: Moment) -> Bool {
        switch when {
        case .asWritten: shouldRecommend
        case .once: shouldRecommend && !hasOffered
        case .every(let turns): moment.turn.isMultiple(of: turns)
        }
    }

    private var shouldRecommend: Bool {
        if conversation.count < 5 { return false }
        let last = conversation.suffix(3)
        if Set(last.map(\.topic)).count == 1 { return true }
        return last.contains { $0.intents.first == "purchase" }
    }

    private var recommendation: [Product] {
        if let last = guest.lastProduct.flatMap(market.product) {
            return last.related.prefix(2).compactMap(market.product)
        }
        return guest.industry.map { market.popular(in: $0, limit: 1) } ?? []
    }
}
