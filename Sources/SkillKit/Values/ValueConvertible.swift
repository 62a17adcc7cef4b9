internal import CSkillABI

/// A type of which a context key, a field or a request can be.
public protocol ValueConvertible: Sendable {
    /// How a manifest names this type.
    static var type: ValueType { get }
    init?(_ value: Value)
    var value: Value { get }
    /// Reads the encoded bytes at once; what a type does not bring itself goes through `Value`.
    init?(_ encoded: EncodedValue)
}

/// The type a manifest declares for a key or a field.
public enum ValueType: String, Sendable, Hashable {
    case any, bool, int, double, text, bytes, timestamp, list, map
}

/// A value as its bytes, borrowed for the call that hands it out.
public struct EncodedValue {
    let bytes: sk_bytes
}

extension ValueConvertible {
    public init?(_ encoded: EncodedValue) {
        guard let value = Value(encoded) else { return nil }
        self.init(value)
    }
}

extension Value: ValueConvertible {
    public static var type: ValueType { .any }
    public init(_ value: Value) { self = value }
    public var value: Value { self }
    public init?(_ encoded: EncodedValue) { self.init(decoding: encoded.bytes) }
}

extension String: ValueConvertible {
    public static var type: ValueType { .text }
    public var value: Value { .text(self) }

    public init?(_ value: Value) {
        guard let text = value.text else { return nil }
        self = text
    }

    public init?(_ encoded: EncodedValue) {
        var text = sk_bytes()
        guard sk_cbor_get_text(encoded.bytes, &text) else { return nil }
        self.init(text)
    }
}

extension Bool: ValueConvertible {
    public static var type: ValueType { .bool }
    public var value: Value { .bool(self) }

    public init?(_ value: Value) {
        guard let flag = value.bool else { return nil }
        self = flag
    }

    public init?(_ encoded: EncodedValue) {
        var flag = false
        guard sk_cbor_get_bool(encoded.bytes, &flag) else { return nil }
        self = flag
    }
}

extension Int64: ValueConvertible {
    public static var type: ValueType { .int }
    public var value: Value { .int(self) }

    public init?(_ value: Value) {
        guard let number = value.int else { return nil }
        self = number
    }

    public init?(_ encoded: EncodedValue) {
        var number: Int64 = 0
        guard sk_cbor_get_int(encoded.bytes, &number) else { return nil }
        self = number
    }
}

extension Int: ValueConvertible {
    public static var type: ValueType { .int }
    public var value: Value { .int(Int64(self)) }

    public init?(_ value: Value) {
        guard let number = value.int else { return nil }
        self.init(number)
    }

    public init?(_ encoded: EncodedValue) {
        guard let number = Int64(encoded) else { return nil }
        self.init(number)
    }
}

extension Double: ValueConvertible {
    public static var type: ValueType { .double }
    public var value: Value { .double(self) }

    public init?(_ value: Value) {
        guard let number = value.double else { return nil }
        self = number
    }

    public init?(_ encoded: EncodedValue) {
        var number = 0.0
        guard sk_cbor_get_number(encoded.bytes, &number) else { return nil }
        self = number
    }
}

extension Timestamp: ValueConvertible {
    public static var type: ValueType { .timestamp }
    public var value: Value { .time(self) }

    public init?(_ value: Value) {
        guard let time = value.time else { return nil }
        self = time
    }
}

extension Array: ValueConvertible where Element: ValueConvertible {
    public static var type: ValueType { .list }
    public var value: Value { .list(map { $0.value }) }

    /// Nil when one of the items is of another type.
    public init?(_ value: Value) {
        guard let list = value.list else { return nil }
        let items = list.compactMap { Element($0) }
        guard items.count == list.count else { return nil }
        self = items
    }
}

extension Dictionary: ValueConvertible where Key == String, Value: ValueConvertible {
    public static var type: ValueType { .map }
    public var value: SkillKit.Value { .map(mapValues { $0.value }) }

    /// Nil when one of the entries is of another type.
    public init?(_ value: SkillKit.Value) {
        guard let map = value.map else { return nil }
        let entries = map.compactMapValues { Value($0) }
        guard entries.count == map.count else { return nil }
        self = entries
    }
}
