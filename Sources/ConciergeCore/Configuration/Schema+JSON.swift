extension Schema {
    /// This schema as JSON Schema.
    public var value: Value { json(isPublished: false) }

    /// The same for files in which `${NAME}` may stand for any scalar, with our formats as regular expressions.
    public var published: Value { json(isPublished: true) }

    private func json(isPublished: Bool) -> Value {
        var out: [String: Value?] = [
            "description": about(isPublished).map(Value.text), "minimum": minimum.map(Self.number),
            "maximum": maximum.map(Self.number), "minLength": minimumLength.map { .int(Int64($0)) },
            "maxLength": maximumLength.map { .int(Int64($0)) }, "default": fallback,
            "format": format.map { .text($0.rawValue) }, "writeOnly": isSecret ? true : nil,
        ]
        let isScalar = kinds.contains { [.boolean, .integer, .number].contains($0) }
        let isExpandable = isPublished && isScalar && !kinds.contains(.string)
        let kinds = isExpandable ? kinds + [.string] : kinds
        if let kind = kinds.first {
            out["type"] = kinds.count == 1 ? .text(kind.rawValue) : .list(kinds.map { .text($0.rawValue) })
        }
        if isExpandable { out["pattern"] = .text(Self.expansion) }
        if !choices.isEmpty { out["enum"] = .list(choices) }
        if !required.isEmpty { out["required"] = .list(required.map(Value.text)) }
        if !properties.isEmpty {
            out["properties"] = .map(
                Dictionary(
                    properties.map { ($0.name, $0.schema.json(isPublished: isPublished)) }
                ) { first, _ in first })
        }
        out["additionalProperties"] = otherKeys.json(isPublished: isPublished)
        out["items"] = items.json(isPublished: isPublished)
        if let keyFormat { out["propertyNames"] = keyFormat.json(isPublished: isPublished) }
        if isPublished, let format { out["pattern"] = .text("\(format.pattern)|\(Self.expansion)") }
        return .compact(out)
    }

    private func about(_ isPublished: Bool) -> String? {
        idle == nil || !isPublished
            ? summary : (summary.map { $0 + "; " } ?? "") + "no effect in this version"
    }

    private static let expansion = "\\$\\{|^file:"

    fileprivate static func number(_ value: Double) -> Value {
        Int64(exactly: value).map(Value.int) ?? .double(value)
    }
}

extension Format {
    fileprivate func json(isPublished: Bool) -> Value {
        isPublished ? ["format": .text(rawValue), "pattern": .text(pattern)] : ["format": .text(rawValue)]
    }
}

extension Schema.Rest {
    fileprivate func json(isPublished: Bool) -> Value? {
        switch self {
        case .anything: nil
        case .nothing: false
        case .each(let schema): isPublished ? schema.published : schema.value
        }
    }
}

extension Schema {
    /// Reads a JSON Schema of this subset; every keyword that is not in it is a violation.
    public static func read(_ value: Value, at pointer: Pointer = .root) -> (
        schema: Schema, violations: [Violation]
    ) {
        var reader = SchemaReader()
        let schema = reader.schema(value, at: pointer)
        return (schema, reader.violations)
    }
}

private struct SchemaReader {
    var violations: [Schema.Violation] = []

    // Words for people, which do not change what a value may be.
    private static let ignored: Set<String> = ["title", "examples", "$schema", "$id", "$comment"]
    private static let keywords = [
        "type", "description", "properties", "required", "additionalProperties", "propertyNames", "items",
        "enum",
        "minimum", "maximum", "minLength", "maxLength", "format", "default", "writeOnly",
    ]

    mutating func schema(_ value: Value, at pointer: Pointer) -> Schema {
        var schema = Schema()
        guard let entries = value.map else {
            refuse("a schema must be a map; write lines of 'key: value'", at: pointer)
            return schema
        }
        for (keyword, value) in entries.sorted(by: { $0.key < $1.key }) {
            read(keyword, value, into: &schema, at: pointer / keyword)
        }
        checkDefault(schema, at: pointer)
        return schema
    }

    private mutating func read(
        _ keyword: String, _ value: Value, into schema: inout Schema, at pointer: Pointer
    ) {
        switch keyword {
        case "type": schema.kinds = kinds(value, at: pointer)
        case "description": schema.summary = take(value.text, "text", at: pointer)
        case "properties": schema.properties = properties(value, at: pointer)
        case "required": schema.required = texts(value, at: pointer)
        case "additionalProperties": schema.otherKeys = rest(value, at: pointer)
        case "items": schema.items = rest(value, at: pointer)
        case "propertyNames": schema.keyFormat = format(value["format"] ?? .null, at: pointer)
        case "enum": schema.choices = take(value.list, "a list", at: pointer) ?? []
        case "minimum": schema.minimum = take(value.double, "a number", at: pointer)
        case "maximum": schema.maximum = take(value.double, "a number", at: pointer)
        case "minLength":
            schema.minimumLength = take(value.int.flatMap(Int.init(exactly:)), "a number", at: pointer)
        case "maxLength":
            schema.maximumLength = take(value.int.flatMap(Int.init(exactly:)), "a number", at: pointer)
        case "format": schema.format = format(value, at: pointer)
        case "default": schema.fallback = value
        case "writeOnly": schema.isSecret = take(value.bool, "true or false", at: pointer) ?? false
        default:
            guard !Self.ignored.contains(keyword) else { return }
            let known = "known here: \(Self.keywords.joined(separator: ", "))"
            let mend = Spelling.mend(keyword, known: Self.keywords, otherwise: known)
            violations.append(
                Schema.Violation(
                    pointer, .unknownKey, "unknown schema keyword '\(keyword)'; \(mend)", isAboutKey: true))
        }
    }

    private mutating func checkDefault(_ schema: Schema, at pointer: Pointer) {
        guard let fallback = schema.fallback else { return }
        for fault in schema.check(fallback).violations {
            refuse("the default does not fit its own schema: \(fault.message)", at: pointer / "default")
        }
    }

    private mutating func kinds(_ value: Value, at pointer: Pointer) -> [Schema.Kind] {
        let names = value.text.map { [$0] } ?? texts(value, at: pointer)
        return names.compactMap { name in
            if let kind = Schema.Kind(rawValue: name) { return kind }
            let known = Schema.Kind.allCases.map(\.rawValue)
            let mend = Spelling.mend(name, known: known, otherwise: "known: \(known.joined(separator: ", "))")
            refuse("unknown type '\(name)'; \(mend)", at: pointer)
            return nil
        }
    }

    private mutating func properties(_ value: Value, at pointer: Pointer) -> [Schema.Property] {
        let entries = take(value.map, "a map", at: pointer) ?? [:]
        return entries.sorted { $0.key < $1.key }.map { name, value in
            Schema.Property(name, schema(value, at: pointer / name))
        }
    }

    private mutating func rest(_ value: Value, at pointer: Pointer) -> Schema.Rest {
        switch value {
        case .bool(true): .anything
        case .bool(false): .nothing
        default: .each(schema(value, at: pointer))
        }
    }

    private mutating func format(_ value: Value, at pointer: Pointer) -> Format? {
        if let format = value.text.flatMap(Format.init(rawValue:)) { return format }
        let known = Format.allCases.map(\.rawValue)
        refuse("unknown format; known: \(known.joined(separator: ", "))", at: pointer)
        return nil
    }

    private mutating func texts(_ value: Value, at pointer: Pointer) -> [String] {
        take(value.list?.compactMap(\.text), "a list of texts", at: pointer) ?? []
    }

    private mutating func take<Taken>(_ value: Taken?, _ wanted: String, at pointer: Pointer) -> Taken? {
        if value == nil { refuse("'\(pointer.steps.last ?? "")' must be \(wanted); change it", at: pointer) }
        return value
    }

    private mutating func refuse(_ message: String, at pointer: Pointer) {
        violations.append(Schema.Violation(pointer, .schema, message))
    }
}
