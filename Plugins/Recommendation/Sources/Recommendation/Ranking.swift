public import SkillKit

/// Which of the candidates are offered: those that others liked and that are worth something, and now and then, in the
/// last place, one of which little is known yet.
///
/// A Bernoulli bandit. Of each product is counted how often it was offered and what came of it; with the prior of its
/// source that is a Beta distribution. Its mean decides (greedy), but in a share of the offers the last place goes to
/// the best of one draw from each (Thompson): exploration costs at most one place in that share of the offers.
public struct Ranking: Sendable {
    /// What is known of one product.
    public struct Tally: Sendable, Equatable {
        public var made = 0.0
        public var credit = 0.0

        public init(made: Double = 0, credit: Double = 0) { (self.made, self.credit) = (made, credit) }

        public static func + (a: Tally, b: Tally) -> Tally {
            Tally(made: a.made + b.made, credit: a.credit + b.credit)
        }
    }

    public struct Ranked: Sendable, Equatable {
        public var candidate: Selection.Candidate
        /// It took the last place by chance.
        public var isExplored: Bool
    }

    public var items: Int
    /// What an outcome is worth, a purchase being 1.
    public var credit: [String: Double]
    /// As many offers as the prior counts for.
    public var strength: Double
    /// How often an offer from each source is taken, before anything is known.
    public var base: [String: Double]
    /// By how much each further reason raises that.
    public var agreement: Double
    /// 0: what is liked best comes first; 1: what brings most.
    public var priceWeight: Double
    /// What an unasked offer must promise, in parts of the price of what they came for: it puts that at risk.
    public var leastWorth: Double
    /// Share of the offers in which the last place is given by chance.
    public var exploration: Double

    public init(_ settings: Settings) throws(SkillError) {
        items = try settings.integer("items")
        credit = try settings.content("ranking", "credit", as: "a map of numbers")
        strength = try settings.number("ranking", "strength")
        base = try settings.content("ranking", "base", as: "a map of numbers")
        agreement = try settings.number("ranking", "agreement")
        priceWeight = try settings.number("ranking", "price_weight")
        leastWorth = try settings.number("ranking", "least_worth")
        exploration = try settings.number("ranking", "exploration")
    }

    public func credit(_ outcome: Outcome) -> Double { credit[outcome.rawValue] ?? 0 }

    /// In the order of the source, which is the shop's own; of as many as may be offered there is nothing to choose.
    public func order(
        _ choice: Selection.Choice, _ tallies: [String: Tally], using random: inout some RandomNumberGenerator
    ) -> [Ranked] {
        guard choice.candidates.count > items else {
            return choice.candidates.map { Ranked(candidate: $0, isExplored: false) }
        }
        let beliefs = choice.candidates.map { belief($0, choice.source, tallies[$0.product.id] ?? Tally()) }
        let best = choice.candidates.indices.sorted {
            let (a, b) = (
                worth(beliefs[$0].mean, choice.candidates[$0]), worth(beliefs[$1].mean, choice.candidates[$1])
            )
            return a == b ? $0 < $1 : a > b
        }
        var picked = Array(best.prefix(items))
        var explored: Int?
        if let usual = picked.last, Double.random(in: 0..<1, using: &random) < exploration {
            let drawn = drawn(from: [usual] + best.dropFirst(items), beliefs, choice, using: &random)
            picked[picked.count - 1] = drawn
            explored = drawn == usual ? nil : drawn
        }
        return picked.sorted().map { Ranked(candidate: choice.candidates[$0], isExplored: $0 == explored) }
    }

    /// Whether it promises enough to be said unasked; beside nothing in particular it always does.
    public func isWorthwhile(
        _ ranked: [Ranked], of choice: Selection.Choice, _ tallies: [String: Tally]
    ) -> Bool {
        guard let beside = choice.beside, beside > 0 else { return true }
        let promise = ranked.reduce(0) { sum, item in
            let chance = belief(item.candidate, choice.source, tallies[item.candidate.product.id] ?? Tally())
                .mean
            return sum + chance * (item.candidate.product.price ?? 0)
        }
        return promise >= leastWorth * beside
    }

    private func drawn(
        from indices: [Int], _ beliefs: [Beta], _ choice: Selection.Choice,
        using random: inout some RandomNumberGenerator
    ) -> Int {
        var best = (index: 0, worth: -1.0)
        for index in indices {
            let worth = worth(beliefs[index].sample(using: &random), choice.candidates[index])
            if worth > best.worth { best = (index, worth) }
        }
        return best.index
    }

    private func belief(_ candidate: Selection.Candidate, _ source: Selection.Source, _ tally: Tally) -> Beta
    {
        let prior = min(0.9, (base[source.rawValue] ?? 0.05) * (1 + agreement * Double(candidate.agreements)))
        // A tap or a question counts as a part of a purchase, so credit never exceeds the offers made.
        let credit = min(tally.credit, tally.made)
        return Beta(prior * strength + credit, (1 - prior) * strength + tally.made - credit)
    }

    private func worth(_ chance: Double, _ candidate: Selection.Candidate) -> Double {
        chance * raised(max(candidate.product.price ?? 1, 1), priceWeight)
    }
}
