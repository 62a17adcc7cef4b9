internal import Recommendation

/// Somebody who came with a question, and may have a use for more.
struct Buyer {
    let product: Product
    let last: Product?
    let industry: String
    let isIndustryKnown: Bool
    let settledAt: Int
    let stays: Int
    let tolerance: Double
    let budget: Double
    let quantity: Int
    let hasProblem: Bool
    let complainsAt: Int?
    /// The turn in which they say that they want to order; nil for who does not.
    let ordersAt: Int?

    private let seed: (Int, Int)

    init(seed: Int, number: Int, _ market: Market, _ assumptions: Assumptions) {
        var dice = Dice(seed, 2, number)
        self.seed = (seed, number)
        industry = Market.industries[dice.below(Market.industries.count)]
        isIndustryKnown = dice.happens(assumptions.industryKnown)
        last = dice.happens(assumptions.existing) ? market.products[dice.below(market.products.count)] : nil
        let follows = dice.happens(0.5)
        let any = market.products[dice.below(market.products.count)]
        product = follows ? last?.related.first.flatMap(market.product) ?? any : any
        stays = max(2, min(15, Int(dice.around(assumptions.patience.mean, assumptions.patience.deviation))))
        settledAt = max(
            2, Int(dice.around(assumptions.settled.mean, assumptions.settled.deviation).rounded()))
        tolerance = assumptions.tolerance.at(dice.share())
        budget = (product.price ?? 0) * assumptions.budget.at(dice.share())
        quantity = 1 + dice.below(5)
        hasProblem = dice.happens(assumptions.problems)
        complainsAt = dice.happens(assumptions.complaints) ? 1 + dice.below(stays) : nil
        let orders = dice.happens(assumptions.order) && !hasProblem
        let from = min(stays, max(2, settledAt - 1))
        let when = from + dice.below(stays - from + 1)
        ordersAt = orders ? when : nil
    }

    /// Whether they have a use for it, the same whoever offers it and when.
    func needs(_ other: Product, _ market: Market, _ assumptions: Assumptions) -> Bool {
        guard other.id != product.id, other.id != last?.id, let place = market.place(of: other.id) else {
            return false
        }
        let chance =
            if product.related.contains(other.id) {
                assumptions.use.topic
            } else if last?.related.contains(other.id) ?? false {
                assumptions.use.last
            } else if other.industries.contains(industry) {
                assumptions.use.industry
            } else {
                assumptions.use.other
            }
        var dice = Dice(seed.0, 3, seed.1, place)
        return dice.happens(min(0.9, chance * market.appeal[place]))
    }

    /// Whether they take it at this moment.
    func takes(_ other: Product, at turn: Int, _ market: Market, _ assumptions: Assumptions) -> Bool {
        guard needs(other, market, assumptions), (other.price ?? 0) <= budget, other.isOnSale,
            let place = market.place(of: other.id)
        else { return false }
        var dice = Dice(seed.0, 4, seed.1, place)
        return dice.happens(assumptions.taking * openness(at: turn, assumptions))
    }

    func isEarly(_ turn: Int) -> Bool { turn < min(settledAt, ordersAt ?? settledAt) }

    private func openness(at turn: Int, _ assumptions: Assumptions) -> Double {
        if isEarly(turn) || hasProblem || complainsAt.map({ turn >= $0 }) ?? false {
            return assumptions.early
        }
        return turn > settledAt + 3 ? assumptions.late : 1
    }
}

extension ClosedRange<Double> {
    func at(_ share: Double) -> Double { lowerBound + (upperBound - lowerBound) * share }
}
