/// The YAML 1.2 core schema: what an unquoted scalar means (`yes` and `no` are text).
enum Scalar {
    /// The typed value of an unquoted scalar, or the fault of a number that fits no type.
    static func resolve(_ text: String) throws(YAMLError.Reason) -> Node.Content {
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .bool(true)
        case "false", "False", "FALSE": return .bool(false)
        case ".nan", ".NaN", ".NAN": return .double(.nan)
        case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .double(.infinity)
        case "-.inf", "-.Inf", "-.INF": return .double(-.infinity)
        default: return try number(text) ?? .text(text)
        }
    }

    private static func number(_ text: String) throws(YAMLError.Reason) -> Node.Content? {
        let bytes = text.utf8
        guard let first = bytes.first, digits ~= first || first == 0x2B || first == 0x2D || first == 0x2E
        else {
            return nil
        }
        if text.hasPrefix("0x") { return try integer(text, bytes.dropFirst(2), radix: 16) }
        if text.hasPrefix("0o") { return try integer(text, bytes.dropFirst(2), radix: 8) }
        let unsigned = first == 0x2B || first == 0x2D ? bytes.dropFirst() : bytes[...]
        if !unsigned.isEmpty, unsigned.allSatisfy({ digits ~= $0 }) {
            guard let value = Int64(text) else { throw .numberTooLarge(text) }
            return .int(value)
        }
        guard isDecimal(unsigned) else { return nil }
        guard let value = Double(text), value.isFinite else { throw .numberTooLarge(text) }
        return .double(value)
    }

    private static func integer(
        _ text: String, _ body: Substring.UTF8View, radix: Int
    ) throws(YAMLError.Reason) -> Node.Content? {
        let isNumber = body.allSatisfy {
            Character(Unicode.Scalar($0)).hexDigitValue.map { $0 < radix } ?? false
        }
        guard isNumber, !body.isEmpty else { return nil }
        guard let value = Int64(String(Substring(body)), radix: radix) else { throw .numberTooLarge(text) }
        return .int(value)
    }

    // `( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?` — https://yaml.org/spec/1.2.2/#103-core-schema
    private static func isDecimal(_ body: Substring.UTF8View) -> Bool {
        var rest = body
        let whole = takeDigits(&rest)
        var fraction = 0
        if rest.first == 0x2E {
            rest.removeFirst()
            fraction = takeDigits(&rest)
        }
        guard whole + fraction > 0 else { return false }
        guard let mark = rest.first else { return true }
        guard mark == 0x65 || mark == 0x45 else { return false }
        rest.removeFirst()
        if rest.first == 0x2B || rest.first == 0x2D { rest.removeFirst() }
        return takeDigits(&rest) > 0 && rest.isEmpty
    }

    private static func takeDigits(_ rest: inout Substring.UTF8View) -> Int {
        let count = rest.prefix { digits ~= $0 }.count
        rest.removeFirst(count)
        return count
    }

    private static let digits: ClosedRange<UInt8> = 0x30...0x39
}

extension Scalar {
    /// The value of a scalar whose tag says what it is.
    static func resolve(_ text: String, tag: String) throws(YAMLError.Reason) -> Node.Content {
        let content = try resolve(text)
        switch (tag, content) {
        case ("!!null", .null), ("!!bool", .bool), ("!!int", .int), ("!!float", .double): return content
        case ("!!float", .int(let value)): return .double(Double(value))
        case ("!!null", _), ("!!bool", _), ("!!int", _), ("!!float", _):
            throw .doesNotFitTag(text, tag: tag)
        default: throw .unknownTag(tag)
        }
    }
}
