/// Of readings that overlap the longest counts; of equally long ones the kind that is hardest to read by mistake.
enum Overlaps {
    static let order: [Entity.Kind] = [
        .email, .phone, .product, .order, .specification, .money, .date, .quantity, .company, .person, .place,
        .industry, .number,
    ]

    /// What is left of the readings of a text with so many scalars, from left to right.
    static func resolved(_ candidates: [Candidate], count: Int) -> [Candidate] {
        guard candidates.count > 1 else { return candidates }
        let ranges = candidates.map(\.range)
        let strongest = candidates.indices.sorted { a, b in
            if ranges[a].count != ranges[b].count { return ranges[a].count > ranges[b].count }
            let (kindA, kindB) = (rank[candidates[a].kind] ?? 0, rank[candidates[b].kind] ?? 0)
            if kindA != kindB { return kindA < kindB }
            if candidates[a].confidence != candidates[b].confidence {
                return candidates[a].confidence > candidates[b].confidence
            }
            return (ranges[a].lowerBound, a) < (ranges[b].lowerBound, b)
        }
        var occupancy = Occupancy(count)
        let kept = strongest.filter { occupancy.take(ranges[$0]) }
        return kept.sorted { ranges[$0].lowerBound < ranges[$1].lowerBound }.map { candidates[$0] }
    }

    private static let rank = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
}
