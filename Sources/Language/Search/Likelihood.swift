#if canImport(Glibc)
    internal import Glibc
#endif

/// How likely each of the documents found answers the question: a logistic curve through what speaks for it.
struct Likelihood {
    let scores: [Float]

    init(_ found: [Ranking.Evidence]) {
        var most: Float = 1
        scores = found.indices.map { place in
            let rival = place == 0 ? (found.count > 1 ? found[1].rank : 0) : found[0].rank
            most = min(most, Self.score(found[place], rival: rival))
            return most
        }
    }

    private static func score(_ evidence: Ranking.Evidence, rival: Float) -> Float {
        if evidence.isExact { return 1 }
        let (coverage, margin) = (evidence.coverage, evidence.rank - rival)
        // A section is no question: its words are all that can be near.
        let nearest = evidence.isSection ? max(evidence.nearest, evidence.match) : evidence.nearest
        let logit =
            if let learned = evidence.learned {
                1.3 * nearest + 3.4 * coverage + 2.6 * margin + 1.7 * learned - 3.65
            } else {
                2.9 * nearest + 2.95 * coverage + 12.2 * margin - 3.4
            }
        return 1 / (1 + expf(-logit))
    }
}
