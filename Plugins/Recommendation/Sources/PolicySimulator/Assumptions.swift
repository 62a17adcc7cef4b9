/// What the simulated buyers are like. None of it was measured on customers: each number is a guess, with what it rests
/// on, and `variations` says what becomes of the comparison when it is wrong.
struct Assumptions: Sendable {
    /// Chance that a buyer has a use for a product: one that goes with what they ask about, one that goes with what they
    /// bought last, one of their industry, any other. Accessories sell with what they fit; strangers rarely match.
    var use = (topic: 0.30, last: 0.20, industry: 0.08, other: 0.02)
    /// How far products differ in appeal: 0, not at all; 1, the best ten times the worst.
    var spread = 1.0
    /// Chance that a useful product within budget is taken at the right time.
    var taking = 0.4
    /// The turn in which the buyer's own question is settled: S3 saw offers work best in turns 5 to 8.
    var settled = (mean: 5.0, deviation: 1.5)
    /// What is left of that chance before the question is settled, and from four turns after on.
    var early = 0.3
    var late = 0.6
    /// Turns a buyer stays who is not annoyed.
    var patience = (mean: 7.0, deviation: 2.5)
    /// Annoyance of an unasked offer, and what is added where it comes too early, fits nothing they need, repeats itself,
    /// follows other offers, follows a 'no thanks', meets somebody with a problem. S3: too early is harassment.
    var annoyance = (
        offer: 0.10, early: 0.15, useless: 0.10, repeated: 0.15, another: 0.10, declined: 0.30, trouble: 0.30
    )
    /// Who is annoyed beyond this leaves; evenly spread.
    var tolerance = 0.4...1.6
    /// Chance that a buyer orders what they came for, and what of it is lost when annoyance comes up to tolerance. Below
    /// that the loss grows with this power: one fitting offer is forgiven, a second and third wear out fast, as
    /// repeated advertisements do.
    var order = 0.3
    var lostToAnnoyance = 0.5
    var wear = 2.0
    /// Who does not take an offer says so with this chance; who could use one of it asks about it.
    var saysNo = 0.3
    var asksBack = 0.4
    /// Conversations about a problem, and those in which somebody complains.
    var problems = 0.15
    var complaints = 0.04
    /// Customers who bought before, and those whose industry is known.
    var existing = 0.5
    var industryKnown = 0.6
    /// A turn is about what they came for, about nothing one can name, or about something else.
    var onTopic = 0.75
    var unknownTopic = 0.15
    /// What they would spend on something else, in parts of the price of what they came for.
    var budget = 0.2...1.2

    struct Variation {
        var name: String
        var assumptions: Assumptions
    }

    static let variations = [
        vary("nobody minds offers (a tenth of the annoyance)") { $0.scaleAnnoyance(0.1) },
        vary("offers annoy twice as much") { $0.scaleAnnoyance(2) },
        vary("each bit of annoyance costs orders (no forgiving)") { $0.wear = 1 },
        vary("questions are settled by turn 3") { $0.settled.mean = 3 },
        vary("questions are settled by turn 8") { $0.settled.mean = 8 },
        vary("the moment does not matter") { ($0.early, $0.late, $0.annoyance.early) = (1, 1, 0) },
        vary("all products are liked alike") { $0.spread = 0 },
        vary("relations mean nothing") { $0.use = (0.08, 0.08, 0.08, 0.08) },
        vary("every customer is new") { $0.existing = 0 },
        vary("short conversations (4 turns)") { $0.patience.mean = 4 },
        vary("long conversations (11 turns)") { $0.patience.mean = 11 },
        vary("any price is within budget") { $0.budget = 100...100 },
    ]

    private static func vary(_ name: String, _ change: (inout Assumptions) -> Void) -> Variation {
        var assumptions = Assumptions()
        change(&assumptions)
        return Variation(name: name, assumptions: assumptions)
    }

    private mutating func scaleAnnoyance(_ factor: Double) {
        annoyance.offer *= factor
        annoyance.early *= factor
        annoyance.useless *= factor
        annoyance.repeated *= factor
        annoyance.another *= factor
        annoyance.declined *= factor
        annoyance.trouble *= factor
    }
}
