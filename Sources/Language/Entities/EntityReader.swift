/// Reads what a text names: products of a catalogue, quantities, money, dates, people, places and the rest.
public struct EntityReader: Sendable {
    private let catalogue: ProductNames
    private let companies: CompanyReader
    private let people: PersonReader

    /// `companies` and `people` are names the host knows already.
    public init(catalogue: ProductNames = ProductNames([]), companies: [String] = [], people: [String] = []) {
        self.catalogue = catalogue
        self.companies = CompanyReader(known: companies)
        self.people = PersonReader(known: people)
    }

    /// The entities of a text from left to right, none inside another; `written` is what the text was folded from.
    public func read(_ text: FoldedText, of written: String, today: Day, minuteOfDay: Int) -> [Entity] {
        read(Passage(text, of: written), of: written, today: today, minuteOfDay: minuteOfDay)
    }

    /// The same of a passage that others read, too.
    public func read(_ passage: Passage, of written: String, today: Day, minuteOfDay: Int) -> [Entity] {
        guard passage.count > 0 else { return [] }
        let places = PlaceReader.read(passage)
        let named = people.read(passage)
        let candidates =
            ProductScan(catalogue, passage).candidates + places + IndustryReader.read(passage) + named
            + companies.read(
                passage, places: SortedRanges(places.map(\.range)), people: named.map(\.range))
            + ValueReader.read(passage.text, written: written, today: today, minuteOfDay: minuteOfDay)
        return marked(Overlaps.resolved(candidates, count: passage.count), in: passage)
    }

    private func marked(_ candidates: [Candidate], in passage: Passage) -> [Entity] {
        guard !candidates.isEmpty else { return [] }
        let stances = Stances(passage)
        return candidates.map { candidate in
            var entity = passage.entity(candidate)
            entity.isNegated = stances.isNegated(candidate.range.lowerBound)
            entity.isHypothetical = stances.isHypothetical(candidate.range.lowerBound)
            return entity
        }
    }

    /// What is spoken of: the product or category named last and not denied, under its name in the catalogue.
    public func topic(of entities: [Entity], in passage: Passage) -> String? {
        Topic.of(entities, catalogue, passage)
    }
}
