/// Finds companies: by what their names end with, by "we are from", and those the host knows.
struct CompanyReader: Sendable {
    private let known: Phrases<Bool>

    init(known: [String] = []) { self.known = Phrases(known.map { ($0, true) }) }

    /// `people` are those named in the passage: somebody from somewhere.
    func read(_ passage: Passage, places: SortedRanges, people: [Range<Int>]) -> [Candidate] {
        known.all(in: passage).map { passage.company($0.range) }
            + Self.chinese(passage, ChineseCompany(passage, places))
            + Self.latin(passage, LatinCompany(passage, places), people)
    }

    private static func chinese(_ passage: Passage, _ reader: ChineseCompany) -> [Candidate] {
        CompanyWords.suffixes.all(in: passage).flatMap { hit in
            hit.payload.map { reader.named(by: hit.range, isSure: $0) } ?? []
        }
            + CompanyWords.introductions.all(in: passage).flatMap {
                reader.introduced(at: $0.range.upperBound)
            }
            + CompanyWords.presentations.all(in: passage).flatMap {
                reader.presented(at: $0.range.upperBound)
            }
    }

    private static func latin(
        _ passage: Passage, _ reader: LatinCompany, _ people: [Range<Int>]
    ) -> [Candidate] {
        CompanyWords.latinSuffixes.all(in: passage).flatMap { hit in
            hit.payload.map { reader.named(by: hit.range, isSure: $0) } ?? []
        }
            + CompanyWords.latinIntroductions.all(in: passage).flatMap { hit in
                reader.introduced(at: hit.range.upperBound, mayBePlain: hit.payload)
            }
            + people.flatMap { person in
                CompanyWords.belongings.end(in: passage, at: person.upperBound + 1)
                    .map { reader.introduced(at: $0, mayBePlain: false) } ?? []
            }
    }
}

extension Passage {
    func company(_ range: Range<Int>, confidence: Double = 1) -> Candidate {
        Candidate(.company, range, .text(words(range)), confidence: confidence)
    }
}
