/// Anything that a context, a document or a message between host and skill can hold.
public enum Value: Sendable, Hashable {
    case null
    case bool(Bool)
    case int(Int64)
    case double(Double)
    case text(String)
    case bytes([UInt8])
    case timestamp(Timestamp)
    case list([Value])
    case map([String: Value])
}

extension Value {
    public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    public var int: Int64? { if case .int(let value) = self { value } else { nil } }
    public var text: String? { if case .text(let value) = self { value } else { nil } }
    public var list: [Value]? { if case .list(let value) = self { value } else { nil } }
    public var map: [String: Value]? { if case .map(let value) = self { value } else { nil } }
    public var timestamp: Timestamp? { if case .timestamp(let value) = self { value } else { nil } }

    /// A number of either kind.
    public var double: Double? {
        switch self {
        case .int(let value): Double(value)
        case .double(let value): value
        default: nil
        }
    }

    public subscript(key: String) -> Value? { map?[key] }

    /// A map without the entries that have no value.
    public static func compact(_ entries: [String: Value?]) -> Value { .map(entries.compactMapValues { $0 }) }

    public init(_ text: String?) { self = text.map(Value.text) ?? .null }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByFloatLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    public init(stringLiteral value: String) { self = .text(value) }
    public init(integerLiteral value: Int64) { self = .int(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(floatLiteral value: Double) { self = .double(value) }
    public init(arrayLiteral elements: Value...) { self = .list(elements) }
    public init(dictionaryLiteral elements: (String, Value)...) {
        self = .map(Dictionary(elements) { _, last in last })
    }
}

/// The type a skill declares for a key or a field.
public enum ValueType: String, Sendable, Hashable, CaseIterable {
    case any, bool, int, double, text, bytes, timestamp, list, map

    /// Whether a value may stand where this type was declared; null unsets and fits everywhere.
    public func admits(_ value: Value) -> Bool {
        switch (self, value) {
        case (.any, _), (_, .null), (.bool, .bool), (.int, .int), (.double, .double), (.double, .int),
            (.text, .text),
            (.bytes, .bytes), (.timestamp, .timestamp), (.list, .list), (.map, .map):
            true
        default: false
        }
    }
}
