/// Everything that is wrong with a manifest.
public struct ManifestError: Error, Hashable, CustomStringConvertible {
    public var violations: [Schema.Violation]

    public init(_ violations: [Schema.Violation]) { self.violations = violations }

    public var description: String { violations.map(\.description).joined(separator: "\n") }
}

extension Manifest {
    /// Reads a manifest, whether it was YAML or the library's CBOR.
    public init(from value: Value) throws(ManifestError) {
        let (checked, violations) = Self.schema.check(value)
        // Also without an id the rest is read, so that every fault is told in one run.
        self.init(id: checked["id"]?.text ?? "", version: checked["version"]?.text ?? "")
        var faults = violations
        read(checked)
        configuration = checked["config"]
        _ = Self.subschema(configuration, at: .root / "config", &faults)
        readActions(checked, &faults)
        readCollections(checked, &faults)
        for (name, measure) in (checked["report"]?.map ?? [:]).sorted(by: { $0.key < $1.key }) {
            if let measure = Measure(name, measure, of: collections, &faults) { report.append(measure) }
        }
        if onFailure == .fallback, fallback.texts.isEmpty {
            faults.append(
                Schema.Violation(
                    .root / "on_failure", .missing, "'fallback' says what is said then; add it in zh and en"))
        }
        guard faults.isEmpty else { throw ManifestError(faults) }
    }

    /// The shape of its configuration; a manifest that was read has a good one.
    public var configurationSchema: Schema {
        var faults: [Schema.Violation] = []
        return Self.subschema(configuration, at: .root, &faults)
    }

    /// The shape of what an action is told; nothing may be told to one that says nothing of it.
    public func inputSchema(of action: Action) -> Schema {
        var faults: [Schema.Violation] = []
        var schema = Self.subschema(action.input, at: .root, &faults)
        if action.input == nil { schema.otherKeys = .nothing }
        return schema
    }

    private mutating func readActions(_ value: Value, _ faults: inout [Schema.Violation]) {
        for (name, declared) in value["actions"]?.map ?? [:] {
            let action = Action(title: Localized(manifest: declared["title"]), input: declared["input"])
            _ = Self.subschema(action.input, at: .root / "actions" / name / "input", &faults)
            actions[name] = action
        }
        pages = value.texts("pages")
    }

    /// `-` and `_` are the same in names.
    public func isNamed(_ name: SkillName) -> Bool { ([id] + aliases).contains { SkillName($0) == name } }

    private mutating func read(_ value: Value) {
        aliases = value.texts("aliases")
        abi = "\(value["abi"]?.int ?? 1).0"
        name = Localized(manifest: value["name"])
        description = Localized(manifest: value["description"])
        licence = value["licence"]?.text
        publisher = value["publisher"]?.text
        reads = value.texts("reads").compactMap(KeyPattern.init).map(Read.init)
        writes = (value["writes"]?.map ?? [:]).compactMapValues(ValueType.init(manifest:))
        readsCollections = value.texts("reads_collections")
        on = value.texts("on")
        requires = value.texts("requires")
        defaults = value.texts("defaults")
        permissions = value["permissions"]
        observes = value["observes"]?.bool ?? false
        isolation = value["isolation"]?.text
        onFailure = value["on_failure"]?.text.flatMap(Failure.init(rawValue:)) ?? onFailure
        fallback = Localized(manifest: value["fallback"])
        library = value["library"]?.text
        let command = value["build"]?["command"]
        build =
            command?.text.map { $0.split(separator: " ").map(String.init) } ?? value["build"]?.texts(
                "command") ?? []
        maximumMessage = value["limits"]?["max_message"]?.int.flatMap(Int.init(exactly:)) ?? maximumMessage
    }

    /// A schema inside the manifest; one that says no type is of a map.
    private static func subschema(
        _ value: Value?, at pointer: Pointer, _ faults: inout [Schema.Violation]
    ) -> Schema {
        guard let value else { return Schema(.object) }
        let result = Schema.read(value, at: pointer)
        faults += result.violations
        var schema = result.schema
        if schema.kinds.isEmpty { schema.kinds = [.object] }
        return schema
    }

    private mutating func readCollections(_ value: Value, _ faults: inout [Schema.Violation]) {
        for (name, declared) in (value["collections"]?.map ?? [:]).sorted(by: { $0.key < $1.key }) {
            let pointer = Pointer.root / "collections" / name
            if let complaint = Format.name.complaint(name) {
                faults.append(Schema.Violation(pointer, .format, "'\(name)' \(complaint)", isAboutKey: true))
            }
            let fields = Self.fields(declared["fields"], at: pointer / "fields", &faults)
            let states = declared["states"].flatMap(CollectionDeclaration.States.init(manifest:))
            faults += states?.violations(at: pointer / "states", of: fields) ?? []
            let key = declared["key"]?.text.flatMap(CollectionDeclaration.Key.init(rawValue:))
            collections.append(
                CollectionDeclaration(name: name, fields: fields, states: states, key: key))
        }
        for (key, write) in value["writes"]?.map ?? [:]
        where ValueType(manifest: write) == nil && write != .null {
            faults.append(.unknownType(write, at: .root / "writes" / key))
        }
    }

    private static func fields(
        _ value: Value?, at pointer: Pointer, _ faults: inout [Schema.Violation]
    ) -> [String: CollectionDeclaration.Field] {
        var fields: [String: CollectionDeclaration.Field] = [:]
        for (name, declared) in value?.map ?? [:] {
            if Document.reserved.contains(name) {
                faults.append(
                    Schema.Violation(
                        pointer / name, .unknownKey, "every document has '\(name)' already; remove it",
                        isAboutKey: true))
            }
            guard let field = CollectionDeclaration.Field(declared) else {
                faults.append(.unknownType(declared, at: pointer / name))
                continue
            }
            fields[name] = field
        }
        return fields
    }
}

extension Localized {
    init(manifest value: Value?) {
        switch value {
        case .text(let text): self.init(["zh": text, "en": text])
        case .map(let entries): self.init(entries.compactMapValues(\.text))
        default: self.init()
        }
    }
}

extension Manifest.Read {
    init(_ key: KeyPattern) {
        self.init(pattern: key.isWildcard ? key.key + ".*" : key.key, isOptional: key.isOptional)
    }

    /// The pattern as it was read.
    public var key: KeyPattern? { KeyPattern(isOptional ? pattern + "?" : pattern) }
}

extension ValueType {
    /// `text`, or `{ type: text }`.
    fileprivate init?(manifest value: Value) {
        guard let name = value.text ?? value["type"]?.text else { return nil }
        self.init(rawValue: name)
    }
}

extension CollectionDeclaration.Field {
    fileprivate init?(_ value: Value) {
        guard let type = (value.text ?? value["type"]?.text).flatMap(ValueType.init(rawValue:)) else {
            return nil
        }
        self.init(
            type: type, isIndexed: value["indexed"]?.bool ?? false,
            isWritable: value["writable"]?.bool ?? false,
            isUnique: value["unique"]?.bool ?? false, isCustomer: value["customer"]?.bool ?? false,
            isAgent: value["agent"]?.bool ?? false, isTier: value["tier"]?.bool ?? false)
    }
}

extension CollectionDeclaration.States {
    fileprivate init?(manifest value: Value) {
        guard let initial = value["initial"]?.text, let transitions = value["transitions"]?.map else {
            return nil
        }
        self.init(
            field: value["field"]?.text ?? "status", initial: initial,
            transitions: transitions.mapValues { $0.list?.compactMap(\.text) ?? [] },
            single: value["single"]?.list?.compactMap(\.text) ?? [],
            reserved: Set(value["reserved"]?.list?.compactMap(\.text) ?? []))
    }

    /// States that are named but never defined: a typing error would make a dead end.
    ///
    /// What a customer has one at a time is looked for by its state.
    fileprivate func violations(
        at pointer: Pointer, of fields: [String: CollectionDeclaration.Field]
    ) -> [Schema.Violation] {
        let known = transitions.keys.sorted()
        func fault(_ state: String, at pointer: Pointer) -> Schema.Violation {
            let mend = Spelling.mend(state, known: known, otherwise: "add '\(state): []' to the transitions")
            return Schema.Violation(pointer, .choice, "unknown state '\(state)'; \(mend)")
        }
        var faults = known.contains(initial) ? [] : [fault(initial, at: pointer / "initial")]
        for (index, state) in single.enumerated() where !known.contains(state) {
            faults.append(fault(state, at: pointer / "single" / index))
        }
        if !single.isEmpty, fields[field]?.isIndexed != true {
            faults.append(
                Schema.Violation(
                    pointer / "single", .choice,
                    "'single' finds what is there by '\(field)'; add 'indexed: true' to that field"))
        }
        for state in reserved.sorted() where !known.contains(state) {
            faults.append(fault(state, at: pointer / "reserved"))
        }
        for from in known {
            for (index, to) in (transitions[from] ?? []).enumerated() where !known.contains(to) {
                faults.append(fault(to, at: pointer / "transitions" / from / index))
            }
        }
        return faults
    }
}

extension Schema.Violation {
    fileprivate static func unknownType(_ value: Value, at pointer: Pointer) -> Schema.Violation {
        let known = ValueType.allCases.map(\.rawValue)
        let name = value.text ?? ""
        let mend = Spelling.mend(name, known: known, otherwise: "known: \(known.joined(separator: ", "))")
        return Schema.Violation(pointer, .choice, "unknown type '\(name)'; \(mend)")
    }
}

extension Value {
    fileprivate func texts(_ key: String) -> [String] { self[key]?.list?.compactMap(\.text) ?? [] }
}

extension [Manifest] {
    /// Whose name this is; where nobody has it, whose other name.
    public func meant(by name: SkillName) -> Manifest? {
        first { SkillName($0.id) == name } ?? first { $0.isNamed(name) }
    }
}
