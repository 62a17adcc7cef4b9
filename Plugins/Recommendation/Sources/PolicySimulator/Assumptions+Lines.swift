// Printed above every table, so that no figure stands without what it rests on.
extension Assumptions {
    var lines: [String] {
        [
            "60 products in 6 categories, each with 4 that go with it, one in ten off sale; the best liked \(Self.times(spread)) as liked as the worst",
            "a use for a product: \(use.topic) goes with what they ask about, \(use.last) with their last order, \(use.industry) of their industry, \(use.other) any other; times its appeal",
            "taken, when useful and within budget (\(budget.lowerBound) to \(budget.upperBound) of what they came for): \(taking), of which \(early) is left before their own question is settled (turn \(settled.mean) ± \(settled.deviation), or when they order) or with a problem, and \(late) from 4 turns after",
            "they stay \(patience.mean) ± \(patience.deviation) turns; speak of what they came for in \(onTopic) of them, of nothing one can name in \(unknownTopic)",
            "\(existing) bought before, of \(industryKnown) the industry is known; \(problems) have a problem, \(complaints) complain",
            "an unasked offer annoys by \(annoyance.offer); too early +\(annoyance.early), nothing useful +\(annoyance.useless), repeated +\(annoyance.repeated), each offer before it +\(annoyance.another), after 'no thanks' +\(annoyance.declined), with a problem +\(annoyance.trouble)",
            "who is annoyed beyond \(tolerance.lowerBound) to \(tolerance.upperBound) leaves without an order; below that \(lostToAnnoyance) × (annoyance / tolerance) to the power of \(wear) of the orders are lost",
            "\(order) would order what they came for; \(saysNo) of those an offer is useless to say no, \(asksBack) of those who could use it ask about it",
            "who asks for products is answered under every policy, and so is not simulated",
        ]
    }

    /// The worst is liked 1 - 0.8, the best 1 + spread.
    private static func times(_ spread: Double) -> String {
        let ratio = (1 + spread) / (1 - 0.8 * spread)
        return "\(Int(ratio.rounded())) times"
    }
}
