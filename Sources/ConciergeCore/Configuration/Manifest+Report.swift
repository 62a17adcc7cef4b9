extension Measure {
    static let schema: Schema = {
        let pair = Schema.list("the later and the earlier of two times", of: .text("a field"), default: nil)
        let measure = Schema.map(
            "one number of the report",
            [
                "title": .map(
                    "what it is called", ["zh": .text("in Chinese"), "en": .text("in English")],
                    required: ["zh", "en"]
                ).or(.string),
                "heading": .text("where it stands", oneOf: Heading.allCases.map(\.rawValue)),
                "collection": .text("whose documents are counted"),
                "at": .text("the time by which a document falls into a period", default: "created_at"),
                "where": Schema(
                    .object, summary: "a document counts when each field has this value, or one of these"),
                "of": pair.or(.string),
                "as": .text(
                    "what is made of the values", oneOf: Summary.allCases.map(\.rawValue), default: "count"),
                "money": .flag("the values are amounts in the shop's currency", default: false),
            ], required: ["title", "heading", "collection"])
        var schema = Schema.map("numbers for the report", [:], others: .each(measure))
        schema.keyFormat = .key
        return schema
    }()

    /// Nil when something of it is wrong, which then stands among the faults.
    init?(
        _ name: String, _ value: Value, of collections: [CollectionDeclaration],
        _ faults: inout [Schema.Violation]
    ) {
        guard let heading = value["heading"]?.text.flatMap(Heading.init(rawValue:)),
            let collection = value["collection"]?.text
        else { return nil }
        let pointer = Pointer.root / "report" / name
        self.init(
            name: name, title: Localized(manifest: value["title"]), heading: heading, collection: collection)
        at = value["at"]?.text ?? at
        conditions = (value["where"]?.map ?? [:]).mapValues { $0.list ?? [$0] }
        summary = value["as"]?.text.flatMap(Summary.init(rawValue:)) ?? summary
        isMoney = value["money"]?.bool ?? false
        switch value["of"] {
        case .text(let field): amount = .field(field)
        case .list(let fields) where fields.count == 2:
            amount = .minutes(later: fields[0].text ?? "", earlier: fields[1].text ?? "")
        case nil, .null: break
        default:
            faults.append(
                .init(pointer / "of", .type, "two times were expected; write [LATER, EARLIER] or one field"))
        }
        var check = MeasureCheck(measure: self, pointer: pointer)
        check.run(collections)
        faults += check.faults
        guard check.faults.isEmpty else { return nil }
    }
}

/// Holds a measure against the collection it is made of.
private struct MeasureCheck {
    let measure: Measure
    let pointer: Pointer
    private(set) var faults: [Schema.Violation] = []

    init(measure: Measure, pointer: Pointer) {
        self.measure = measure
        self.pointer = pointer
    }

    mutating func run(_ collections: [CollectionDeclaration]) {
        guard let owner = collections.first(where: { $0.name == measure.collection }) else {
            let mend = Spelling.mend(
                measure.collection, known: collections.map(\.name),
                otherwise: "declare it under 'collections'")
            return fault(pointer / "collection", "unknown collection '\(measure.collection)'; \(mend)")
        }
        checkTime(owner)
        for field in measure.conditions.keys.sorted() {
            _ = type(of: field, in: owner, at: pointer / "where" / field, isKey: true)
        }
        checkAmount(owner)
        if measure.summary == .share, measure.conditions.isEmpty {
            fault(pointer / "as", "'share' of what; say under 'where' which ones count")
        }
    }

    private mutating func checkTime(_ owner: CollectionDeclaration) {
        let at = measure.at
        guard let found = type(of: at, in: owner, at: pointer / "at") else { return }
        let isFound = at == "created_at" || owner.fields[at]?.isIndexed == true
        guard found != .timestamp || !isFound else { return }
        fault(
            pointer / "at",
            "'\(at)' is no time that is indexed; add 'indexed: true' to it, or take 'created_at'")
    }

    private mutating func checkAmount(_ owner: CollectionDeclaration) {
        let place = pointer / "of"
        switch measure.amount {
        case .field(let field):
            guard let found = type(of: field, in: owner, at: place), ![.int, .double].contains(found) else {
                return
            }
            fault(place, "'\(field)' is \(found.rawValue); a number was expected, or two times")
        case .minutes(let later, let earlier):
            for (index, field) in [later, earlier].enumerated() {
                guard let found = type(of: field, in: owner, at: place / index), found != .timestamp else {
                    continue
                }
                fault(place / index, "'\(field)' is \(found.rawValue); a timestamp was expected")
            }
        case nil where [.sum, .mean, .median].contains(measure.summary):
            fault(pointer / "as", "'\(measure.summary.rawValue)' of what; name a field under 'of'")
        case nil: break
        }
    }

    private mutating func type(
        of field: String, in owner: CollectionDeclaration, at place: Pointer, isKey: Bool = false
    ) -> ValueType? {
        if let type = owner.type(of: field) { return type }
        let known = owner.fields.keys.sorted() + ["created_at", "updated_at"]
        let mend = Spelling.mend(field, known: known, otherwise: "known: \(known.joined(separator: ", "))")
        fault(place, "'\(owner.name)' has no field '\(field)'; \(mend)", isKey: isKey)
        return nil
    }

    private mutating func fault(_ place: Pointer, _ message: String, isKey: Bool = false) {
        faults.append(.init(place, .choice, message, isAboutKey: isKey))
    }
}

extension CollectionDeclaration {
    /// Of a field, or of what every document has.
    public func type(of field: String) -> ValueType? {
        switch field {
        case "created_at", "updated_at": .timestamp
        case "id", "customer": .text
        default: fields[field]?.type ?? (field == states?.field ? .text : nil)
        }
    }
}
