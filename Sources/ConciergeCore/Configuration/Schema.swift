/// The shape a value must have: the subset of JSON Schema that configurations and manifests use.
public struct Schema: Sendable, Hashable {
    /// JSON Schema's types.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case null, boolean, integer, number, string, array, object
    }

    /// What may stand at the places that are not named: other keys of a map, or the items of a list.
    public indirect enum Rest: Sendable, Hashable {
        case anything
        case nothing
        case each(Schema)
    }

    /// One named key of a map.
    public struct Property: Sendable, Hashable {
        public var name: String
        public var schema: Schema

        public init(_ name: String, _ schema: Schema) {
            self.name = name
            self.schema = schema
        }
    }

    /// Empty: any type.
    public var kinds: [Kind] = []
    public var summary: String?
    public var properties: [Property] = []
    public var required: [String] = []
    public var otherKeys = Rest.anything
    /// What the names of other keys must look like.
    public var keyFormat: Format?
    public var items = Rest.anything
    public var choices: [Value] = []
    public var minimum: Double?
    public var maximum: Double?
    public var minimumLength: Int?
    public var maximumLength: Int?
    public var format: Format?
    /// Stands in for a value that is not given.
    public var fallback: Value?
    /// Its value never appears in a message.
    public var isSecret = false
    /// Why it has no effect in this version, and the mend.
    var idle: String?

    public init(_ kinds: Kind..., summary: String? = nil) {
        self.kinds = kinds
        self.summary = summary
    }

    public func property(_ name: String) -> Schema? { properties.first { $0.name == name }?.schema }
}

// The words in which a table of keys is written.
extension Schema {
    public static func flag(_ summary: String, default fallback: Bool? = nil) -> Schema {
        var schema = Schema(.boolean, summary: summary)
        schema.fallback = fallback.map(Value.bool)
        return schema
    }

    public static func integer(
        _ summary: String, in range: ClosedRange<Int64>, default fallback: Int64? = nil
    ) -> Schema {
        var schema = Schema(.integer, summary: summary)
        schema.minimum = Double(range.lowerBound)
        schema.maximum = range.upperBound == .max ? nil : Double(range.upperBound)
        schema.fallback = fallback.map(Value.int)
        return schema
    }

    public static func number(
        _ summary: String, in range: ClosedRange<Double>, default fallback: Double? = nil
    ) -> Schema {
        var schema = Schema(.number, summary: summary)
        schema.minimum = range.lowerBound
        schema.maximum = range.upperBound
        schema.fallback = fallback.map(Value.double)
        return schema
    }

    /// A text that is not empty.
    public static func text(
        _ summary: String, _ format: Format? = nil, oneOf choices: [String] = [],
        default fallback: String? = nil
    ) -> Schema {
        var schema = Schema(.string, summary: summary)
        schema.format = format
        schema.choices = choices.map(Value.text)
        schema.fallback = fallback.map(Value.text)
        schema.minimumLength = 1
        return schema
    }

    public static func secret(_ summary: String) -> Schema {
        var schema = text(summary)
        schema.isSecret = true
        return schema
    }

    public static func list(_ summary: String, of item: Schema, default fallback: [Value]? = []) -> Schema {
        var schema = Schema(.array, summary: summary)
        schema.items = .each(item)
        schema.fallback = fallback.map(Value.list)
        return schema
    }

    /// A map with these keys and no others; filled with defaults even when it is not given, unless it requires some.
    public static func map(
        _ summary: String, _ properties: KeyValuePairs<String, Schema>, required: [String] = [],
        others: Rest = .nothing, default fallback: Value? = [:]
    ) -> Schema {
        var schema = Schema(.object, summary: summary)
        schema.properties = properties.map { Property($0.key, $0.value) }
        schema.required = required
        schema.otherKeys = others
        schema.fallback = required.isEmpty ? fallback : nil
        return schema
    }

    /// The same shape, or the value in a shorter form.
    public func or(_ kind: Kind, _ format: Format? = nil) -> Schema {
        var schema = self
        schema.kinds.append(kind)
        schema.format = format ?? schema.format
        return schema
    }

    /// The same shape with nothing standing in for it.
    public var optional: Schema {
        var schema = self
        schema.fallback = nil
        return schema
    }
}
