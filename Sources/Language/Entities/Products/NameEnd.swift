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

    /// Where the letters that go on behind a place end, when they are but words without their spaces: XR200|price.
    func runOnEnd(_ place: Int) -> Int? {
        let end = wordEnd(from: place)
        guard end - place >= 3, end - place <= RunOn.longest, scalars[place].isLatin else { return nil }
        return RunOn(scalars[place..<end], CommonWords.ends).places.last == end ? end : nil
    }

    /// The places within a word that everyday words lead to: howmuchis|R6.
    func runOnStarts(from start: Int) -> [Int] {
        let end = wordEnd(from: start)
        guard end - start >= 4, scalars[start].isLatin else { return [] }
        return RunOn(scalars[start..<end], CommonWords.ends).places.filter { $0 - start >= 2 && $0 < end }
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
