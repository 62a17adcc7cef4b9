#if canImport(Glibc)
    internal import Glibc
#endif

/// How likely each of the documents found answers the question: a logistic curve through what speaks for it.
struct Judgement {
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
        return 1 / (1 + expf(-(-3 + 6 * evidence.match + 2 * (evidence.rank - rival))))
    }
}
