/// Finds companies: by what their names end with, by "we are from", and those the host knows.
struct CompanyReader: Sendable {
    private let known: Phrases<Bool>

    init(known: [String] = []) { self.known = Phrases(known.map { ($0, true) }) }

    func read(_ passage: Passage, places: SortedRanges, people: [Range<Int>]) -> [Candidate] {
        var found = known.all(in: passage).map { passage.company($0.range) }
        for hit in CompanyWords.suffixes.all(in: passage) {
            guard let isSure = hit.payload else { continue }
            found += ChineseCompany(passage, places).named(by: hit.range, isSure: isSure)
        }
        for hit in CompanyWords.latinSuffixes.all(in: passage) {
            guard let isSure = hit.payload else { continue }
            found += LatinCompany(passage).named(by: hit.range, isSure: isSure)
        }
        for hit in CompanyWords.introductions.all(in: passage) {
            found += ChineseCompany(passage, places).introduced(at: hit.range.upperBound)
        }
        for hit in CompanyWords.presentations.all(in: passage) {
            found += ChineseCompany(passage, places).presented(at: hit.range.upperBound)
        }
        for hit in CompanyWords.latinIntroductions.all(in: passage) {
            found += LatinCompany(passage).introduced(
                at: hit.range.upperBound, mayBePlain: hit.payload, places: places)
        }
        for person in people where person.upperBound < passage.count {
            guard let end = CompanyWords.belongings.end(in: passage, at: person.upperBound + 1) else {
                continue
            }
            found += LatinCompany(passage).introduced(at: end, mayBePlain: false, places: places)
        }
        return found
    }
}

extension Passage {
    func company(_ range: Range<Int>, confidence: Double = 1) -> Candidate {
        Candidate(.company, range, .text(words(range)), confidence: confidence)
    }
}
