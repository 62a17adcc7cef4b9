extension Passage {
    /// Where a name that was read up to `end` ends, its plural included; nil when a word or number goes on there.
    func nameEnd(_ end: Int) -> Int? {
        guard end < count else { return end }
        let last = scalars[end - 1]
        if last.isDigit, end + 1 < count, scalars[end] == "." || scalars[end] == "-", scalars[end + 1].isDigit
        {
            return nil
        }
        if mayEnd(at: end) { return end }
        guard last.isLatin else { return nil }
        let plural = end + (scalars[end] == "e" ? 1 : 0)
        guard plural < count, scalars[plural] == "s", mayEnd(at: plural + 1) else { return nil }
        return plural + 1
    }
}

extension ProductScan.Hit {
    /// Takes the better of two readings of one place, and both when they are equally good.
    static func keep(_ hit: Self, in best: inout Self?) {
        guard let old = best else {
            best = hit
            return
        }
        let (new, known) = ((hit.weight, hit.confidence), (old.weight, old.confidence))
        if new > known {
            best = hit
        } else if new == known, hit.range == old.range {
            for owner in hit.owners where !old.owners.contains(owner) { best?.owners.append(owner) }
        }
    }
}
