internal import Recommendation
internal import SkillKit

/// The skill's own types with the skill's own data: `Memory`, `Timing`, `Selection`, `Ranking`.
struct Ours: Policy {
    let name: String
    let market: Market
    private let rules: Rules
    private let timing: Timing
    private let selection: Selection
    private let ranking: Ranking
    private var dice: Dice
    private var customer = Selection.Customer()
    private var memory = Memory()
    private var thread = Thread("")
    private var tallies: [String: Ranking.Tally] = [:]
    private var offered: [Product] = []

    init(_ name: String, _ market: Market, _ settings: Settings, seed: Int, first: Selection.Source? = nil)
        throws
    {
        (self.name, self.market) = (name, market)
        rules = try Rules(settings)
        timing = Timing(rules)
        let usual = try Selection(settings, rules, for: .topic)
        selection = first.map(usual.trying) ?? usual
        ranking = try Ranking(settings)
        dice = Dice(seed, 5)
    }

    mutating func greet(_ guest: Guest) {
        (memory, thread) = (Memory(), Thread(""))
        customer = Selection.Customer()
        customer.lastProduct = guest.lastProduct
        customer.bought = Set(guest.lastProduct.map { [$0] } ?? [])
        customer.industry = guest.industry
    }

    mutating func take(_ moment: Moment) {
        let before = memory
        thread.take(moment, rules)
        memory.take(moment, rules)
        if let reaction = before.reaction(to: moment, rules) {
            memory.set(reaction.outcome, of: reaction.offer.id)
            if let product = reaction.product { credit(ranking.credit(reaction.outcome), to: product) }
        }
    }

    mutating func offer(_ moment: Moment) -> [Product] {
        take(moment)
        guard case .offer = timing.verdict(moment, thread, memory) else { return [] }
        return choose(moment)
    }

    mutating func choose(_ moment: Moment) -> [Product] {
        customer.offered = Set(memory.offered)
        customer.topic = thread.topic
        offered = []
        thread.isSpent = true
        guard let choice = try? selection.choice(for: customer, from: market) else { return [] }
        let ranked = ranking.order(choice, tallies, using: &dice)
        guard ranking.isWorthwhile(ranked, of: choice, tallies) else { return [] }
        offered = ranked.map(\.candidate.product)
        for product in offered { tallies[product.id, default: .init()].made += 1 }
        memory.make(
            Memory.Open(
                id: "\(moment.turn)", products: offered.map(\.id), actions: [],
                conversation: moment.conversation, turn: moment.turn),
            topic: customer.topic, at: moment.at)
        return offered
    }

    mutating func learn(taken: [Product]) {
        for product in taken { credit(ranking.credit(.accepted), to: product.id) }
    }

    private mutating func credit(_ credit: Double, to product: String) {
        tallies[product, default: .init()].credit += credit
    }
}
