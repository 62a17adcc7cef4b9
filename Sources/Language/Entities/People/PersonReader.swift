/// Finds people: a family name with how one calls them, and names that are introduced.
struct PersonReader: Sendable {
    private let known: Phrases<Bool>

    init(known: [String] = []) { self.known = Phrases(known.map { ($0, true) }) }

    func read(_ passage: Passage) -> [Candidate] {
        var found = known.all(in: passage).map { passage.person($0.range) }
        let chinese = ChineseName(passage)
        let latin = LatinName(passage)
        var at = 0
        while at < passage.count {
            let scalar = passage.scalars[at]
            var ranges: [Range<Int>] = []
            if scalar.isHan {
                ranges = chinese.titled(at: at) ?? chinese.familiar(at: at) ?? []
                if let end = PersonWords.introductions.longest(in: passage, at: at) {
                    ranges += chinese.introduced(at: end.end, isSure: end.payload)
                    if end.payload { ranges += latin.introduced(at: end.end, manner: .surely) }
                }
            } else if let hit = PersonWords.latinIntroductions.longest(in: passage, at: at) {
                ranges = latin.read(hit.payload, at..<hit.end)
                if hit.payload == .surely { ranges += chinese.introduced(at: hit.end, isSure: true) }
            }
            found += ranges.map { passage.person($0) }
            at = max(at + 1, ranges.last?.upperBound ?? 0)
        }
        return found
    }
}

extension Passage {
    func person(_ range: Range<Int>) -> Candidate { Candidate(.person, range, .text(words(range))) }
}
