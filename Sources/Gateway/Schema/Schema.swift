import ConciergeCore

/// The shape of a JSON value: bodies are checked against it, and `openapi.json` shows it.
indirect enum Schema: Sendable {
    case any
    case flag
    case integer(ClosedRange<Int64> = Int64.min...Int64.max)
    case number
    /// Counted in Unicode scalars, as JSON Schema counts.
    case text(ClosedRange<Int> = 0...16_384)
    /// 1 to 128 of `[A-Za-z0-9._:@-]`.
    case identifier
    /// Lower case letters, digits, `_` and `-`, beginning with a letter, at most 32.
    case channel
    /// `zh-CN`.
    case locale
    case moment
    case choice([String])
    case list(of: Schema, atMost: Int = 100)
    /// An object of any content.
    case map
    /// Nothing but these fields may stand in it.
    case object([Property])
    /// These fields and more: only in answers.
    case open([Property])
    /// One of `Schema.shared`: only in answers.
    case named(String)
}

/// One entry of an object, or one item of a query.
struct Property: Sendable {
    var name: String
    var schema: Schema
    var isRequired: Bool
    var about: String?

    static func required(_ name: String, _ schema: Schema, _ about: String? = nil) -> Property {
        Property(name: name, schema: schema, isRequired: true, about: about)
    }

    /// May be left out; `null` says the same.
    static func optional(_ name: String, _ schema: Schema, _ about: String? = nil) -> Property {
        Property(name: name, schema: schema, isRequired: false, about: about)
    }
}

extension Schema {
    init(_ type: ValueType) {
        switch type {
        case .any: self = .any
        case .bool: self = .flag
        case .int: self = .integer()
        case .double: self = .number
        case .text, .bytes: self = .text()
        case .timestamp: self = .moment
        case .list: self = .list(of: .any, atMost: 1000)
        case .map: self = .map
        }
    }
}
