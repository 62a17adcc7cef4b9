/// Finds people: a family name with how one calls them, and names that are introduced.
struct PersonReader: Sendable {
    private let known: Phrases<Bool>

    init(known: [String] = []) { self.known = Phrases(known.map { ($0, true) }) }

    func read(_ passage: Passage) -> [Candidate] {
        var found = known.all(in: passage).map { passage.person($0.range) }
        let chinese = ChineseName(passage)
        let latin = LatinName(passage)
        var end = 0
        for at in passage.starts where at >= end {
            let scalar = passage.scalars[at]
            var ranges: [Range<Int>] = []
            if scalar.isHan {
                ranges = chinese.titled(at: at) ?? chinese.familiar(at: at) ?? []
                if ranges.isEmpty { ranges = chinese.called(at: at) }
                if ranges.isEmpty, let end = PersonWords.searches.end(in: passage, at: at),
                    end < passage.count
                {
                    ranges = chinese.titled(at: end) ?? chinese.wanted(at: end)
                }
                if let words = PersonWords.introductions.longest(in: passage, at: at) {
                    ranges += chinese.introduced(at: words.end, isSure: words.payload)
                    if words.payload { ranges += latin.introduced(at: words.end, manner: .surely) }
                }
            } else if let hit = PersonWords.latinIntroductions.longest(in: passage, at: at) {
                ranges = latin.read(hit.payload, at..<hit.end)
                if hit.payload == .surely { ranges += chinese.introduced(at: hit.end, isSure: true) }
            }
            found += ranges.map { passage.person($0) }
            end = ranges.last?.upperBound ?? 0
        }
        return found
    }
}

extension Passage {
    func person(_ range: Range<Int>) -> Candidate { Candidate(.person, range, .text(words(range))) }
}
