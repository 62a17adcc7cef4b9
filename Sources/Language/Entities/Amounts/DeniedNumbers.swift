/// Numbers that are only named to be denied, and share the unit of the amount beside them: "3 to 5 robots, not 10".
enum DeniedNumbers {
    /// `found` are the readings of the text so far, from left to right.
    static func read(_ text: FoldedText, _ numerals: [Numeral], beside found: [Candidate]) -> [Candidate] {
        var next = 0
        return numerals.compactMap { numeral in
            let range = numeral.range
            guard denials.match(text, at: text.skippingSpaceBack(range.lowerBound)) != nil, numeral.isWhole,
                !numeral.isPart, Followers.isFree(text, at: range.upperBound)
            else { return nil }
            while next < found.count, found[next].range.lowerBound < range.lowerBound { next += 1 }
            let neighbours = found[max(0, next - 1)..<min(found.count, next + 1)]
            guard !neighbours.contains(where: { $0.range.overlaps(range) }),
                let nearest = neighbours.min(by: { gap($0, range) < gap($1, range) }),
                let value = nearest.value.counting(numeral.bounds)
            else { return nil }
            return Candidate(nearest.kind, range, value, confidence: 0.7)
        }
    }

    private static func gap(_ candidate: Candidate, _ range: Range<Int>) -> Int {
        max(candidate.range.lowerBound - range.upperBound, range.lowerBound - candidate.range.upperBound)
    }

    private static let denials = Lexicon<Bool>(
        Vocabulary.list("不是, 并不是, 而不是, 而非, 并非, 不要, not, isn't, rather than, instead of").map { ($0, true) },
        backward: true)
}

extension Entity.Value {
    /// As much of the same; nil where it is no amount of goods or money.
    fileprivate func counting(_ bounds: Entity.Bounds) -> Self? {
        switch self {
        case .quantity(let quantity): .quantity(.init(bounds, unit: quantity.unit))
        case .money(let money): .money(.init(bounds, currency: money.currency))
        default: nil
        }
    }
}
