extension KnowledgeIndex {
    /// The documents that most likely answer `text`, best first.
    public func search(_ text: FoldedText, limit: Int) -> [Hit] {
        guard limit > 0 else { return [] }
        let ranking = rank(text, limit: limit)
        return Likelihood(ranking.found, among: count).scores.prefix(limit).enumerated().map { place, score in
            let evidence = ranking.found[place]
            return Hit(
                id: id(slot: evidence.slot), score: Double(score), isExact: evidence.isExact,
                coverage: Double(evidence.coverage))
        }
    }

    /// What speaks for the best documents, best first.
    func rank(_ text: FoldedText, limit: Int) -> Ranking {
        var query = Query(text)
        let found = query.grams.map(find)
        query.weigh(found.map(\.frequency), of: count)
        let opinion = learned.map { Opinion($0, of: text) }
        var ranking = Ranking(query: query, text: text, background: opinion?.background)
        var slots = candidates(query, found.map(\.list), count: max(16, limit)) + exact(text)
        slots += opinion?.best(8) ?? []
        var seen: Set<Int> = []
        for slot in slots where !isBuried(slot) && seen.insert(slot).inserted {
            ranking.add(reading(slot), slot: slot, learned: opinion?.score(slot: slot)) { self[slot: slot] }
        }
        ranking.sort()
        for (place, evidence) in ranking.found.prefix(max(4, limit)).enumerated() {
            ranking.compare(reading(evidence.slot), at: place)
        }
        return ranking
    }

    private func reading(_ slot: Int) -> Reading {
        if let known = readings[slot] { return known }
        let new = Reading(self[slot: slot]) { $0.weight * Rarity.weight(find($0).frequency, of: count) }
        readings[slot] = new
        return new
    }

    /// The slots that may have just this question.
    private func exact(_ text: FoldedText) -> [Int] {
        let hash = Directory.hash(question: text)
        let later = recentQuestions.filter { $0.hash == hash }.map(\.slot)
        return Array((later + base.questions.slots(hash)).lazy.filter { !isBuried($0) }.prefix(8))
    }

    /// The slots that share most with the query, roughly weighed: the rarest grams first, the commonest left out.
    private func candidates(_ query: Query, _ lists: [Postings.List?], count limit: Int) -> [Int] {
        var scores = [UInt16](repeating: 0, count: base.count + recent.count)
        // As fine as sixteen bits allow when all of it stands in one document.
        let scale = min(500, 65_000 / (query.mass * Sketch.weights.max()))
        let values = query.weights.map { SIMD8<UInt16>(Sketch.weights * ($0 * scale)) }
        var left = Self.mostPostings
        for gram in query.grams.indices.sorted(by: { query.frequencies[$0] < query.frequencies[$1] }) {
            guard let list = lists[gram] else { continue }
            left -= list.count
            if left < 0 { break }
            base.postings.add(values[gram], of: list, to: &scores)
        }
        recentPages.forEach(of: query) { page, gram, level in
            scores[base.count + page] &+= values[gram][level]
        }
        return best(scores, limit)
    }

    /// How many postings a search reads at most.
    static let mostPostings = 100_000

    private func best(_ scores: borrowing [UInt16], _ limit: Int) -> [Int] {
        var best: [UInt64] = []
        var least: UInt16 = 0
        for slot in scores.indices where scores[slot] > least && !isBuried(slot) {
            best.append(UInt64(scores[slot]) << 32 | UInt64(UInt32.max - UInt32(slot)))
            if best.count >= 4 * limit {
                best.sort(by: >)
                best.removeLast(best.count - limit)
                least = UInt16(best[limit - 1] >> 32)
            }
        }
        best.sort(by: >)
        return best.prefix(limit).map { Int(UInt32.max - UInt32(truncatingIfNeeded: $0)) }
    }
}
