#if canImport(Glibc)
    internal import Glibc
#endif

/// How likely each of the documents found answers the question: a logistic curve through what speaks for it.
struct Likelihood {
    let scores: [Float]

    /// `known` is how many documents there are to choose from.
    init(_ found: [Ranking.Evidence], among known: Int) {
        let few = Self.fewness(known)
        var most: Float = 1
        scores = found.indices.map { place in
            let rival = place == 0 ? (found.count > 1 ? found[1].rank : 0) : found[0].rank
            most = min(most, Self.score(found[place], rival: rival, few: few))
            return most
        }
    }

    /// Near 1 among a few documents, near 0 among a hundred.
    private static func fewness(_ known: Int) -> Float {
        let share = Float(known) / 15
        return 1 / (1 + share * share)
    }

    private static func score(_ evidence: Ranking.Evidence, rival: Float, few: Float) -> Float {
        if evidence.isExact { return 1 }
        let (coverage, margin) = (evidence.coverage, evidence.rank - rival)
        // A section is no question: its words are all that can be near.
        let nearest = evidence.isSection ? max(evidence.nearest, evidence.match) : evidence.nearest
        let amongMany =
            if let learned = evidence.learned {
                1.3 * nearest + 3.4 * coverage + 2.6 * margin + 1.7 * learned - 3.65
            } else {
                2.9 * nearest + 2.95 * coverage + 12.2 * margin - 3.4
            }
        // Among a few the best is soon far ahead, and like enough: only what it speaks of says whether it answers.
        let amongFew = 6 * coverage + (evidence.learned.map { 1.2 * $0 - 3.3 } ?? -1.8)
        return 1 / (1 + expf(-(few * amongFew + (1 - few) * amongMany)))
    }
}
