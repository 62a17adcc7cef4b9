/// What a host has of things that skills only name.
public struct KnownNames: Sendable {
    public var intents: [String]
    public var competences: [String]

    public init(intents: [String] = [], competences: [String] = []) {
        self.intents = intents
        self.competences = competences
    }

    /// What is wrong with a name of this kind; nil where nothing is known that it could be held against.
    fileprivate func complaint(_ name: String, _ format: Format) -> String? {
        switch format {
        case .intent where !intents.isEmpty && !intents.contains(name):
            "no intent is called '\(name)', so it never comes; "
                + Spelling.mend(
                    name, known: intents,
                    otherwise: "name one there is, or teach it in the knowledge under 'intents'"
                )
        case .competence where !competences.isEmpty && !competences.contains(name):
            "no agent of this configuration has the competence '\(name)'; "
                + Spelling.mend(
                    name, known: competences,
                    otherwise: "there are \(Set(competences).sorted().joined(separator: ", "))")
        default: nil
        }
    }
}

extension Layers {
    /// A warning for each name in the topmost layer that stands for nothing here.
    public func strangers(in schema: Schema, known: KnownNames) -> [Problem] {
        guard let own = layers.last?.value else { return [] }
        var problems: [Problem] = []
        schema.visitNames(in: own, at: .root) { pointer, name, format, isKey in
            guard let complaint = known.complaint(name, format) else { return }
            problems.append(Problem(.warning, at: place(of: pointer, isKey: isKey), complaint))
        }
        return problems
    }
}

extension Schema {
    /// The names of one kind that stand in a value of this shape, each with its place.
    public func names(of wanted: Format, in value: Value) -> [(place: Pointer, name: String)] {
        var names: [(place: Pointer, name: String)] = []
        visitNames(in: value, at: .root) { pointer, name, format, _ in
            if format == wanted { names.append((pointer, name)) }
        }
        return names
    }

    fileprivate func visitNames(
        in value: Value, at pointer: Pointer, _ found: (Pointer, String, Format, _ isKey: Bool) -> Void
    ) {
        switch value {
        case .text(let text): if let format { found(pointer, text, format, false) }
        case .list(let entries):
            guard case .each(let item) = items else { return }
            for (index, inner) in entries.enumerated() {
                item.visitNames(in: inner, at: pointer / index, found)
            }
        case .map(let entries):
            for (key, inner) in entries.sorted(by: { $0.key < $1.key }) {
                let known = properties.first { Spelling.folded($0.name) == Spelling.folded(key) }
                if known == nil, let keyFormat { found(pointer / key, key, keyFormat, true) }
                var shape = known?.schema
                if shape == nil, case .each(let each) = otherKeys { shape = each }
                shape?.visitNames(in: inner, at: pointer / key, found)
            }
        default: break
        }
    }
}
