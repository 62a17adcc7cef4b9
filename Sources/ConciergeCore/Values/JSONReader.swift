/// Why a text is not JSON, and at which byte.
public struct JSONError: Error, Hashable, CustomStringConvertible {
    public var offset: Int
    public var reason: String

    public var description: String { "byte \(offset): \(reason)" }
}

/// Reads strict RFC 8259 JSON; a key that stands twice, bad UTF-8 and nesting beyond `depth` are errors.
struct JSONReader {
    private let bytes: [UInt8]
    private var depth: Int
    private var position = 0

    init(bytes: [UInt8], depth: Int) {
        self.bytes = bytes
        self.depth = depth
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private func failure(_ reason: String, at offset: Int? = nil) -> JSONError {
        JSONError(offset: offset ?? position, reason: reason)
    }

    mutating func document() throws(JSONError) -> Value {
        skipSpace()
        guard next != nil else { throw failure("the text is empty; a JSON value was expected") }
        let value = try self.value()
        skipSpace()
        guard next == nil else { throw failure("more text follows the value; remove it") }
        return value
    }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 { position += 1 }
    }

    private mutating func value() throws(JSONError) -> Value {
        guard let byte = next else { throw failure("the text ends where a value was expected") }
        switch byte {
        case 0x22: return .text(try string())
        case 0x7b: return try nested { (reader) throws(JSONError) in try reader.object() }
        case 0x5b: return try nested { (reader) throws(JSONError) in try reader.array() }
        case 0x74: return try word("true", .bool(true))
        case 0x66: return try word("false", .bool(false))
        case 0x6e: return try word("null", .null)
        case 0x2d, 0x30...0x39: return try number()
        default: throw failure("a value cannot begin here")
        }
    }

    private mutating func nested(
        _ body: (inout JSONReader) throws(JSONError) -> Value
    ) throws(JSONError) -> Value {
        guard depth > 0 else { throw failure("nested too deeply") }
        depth -= 1
        position += 1
        let value = try body(&self)
        depth += 1
        return value
    }

    private mutating func word(_ text: StaticString, _ value: Value) throws(JSONError) -> Value {
        let expected = Array(text.description.utf8)
        guard bytes.count - position >= expected.count,
            bytes[position..<position + expected.count].elementsEqual(expected)
        else { throw failure("not a JSON word; true, false and null are") }
        position += expected.count
        return value
    }

    private mutating func object() throws(JSONError) -> Value {
        skipSpace()
        if next == 0x7d {
            position += 1
            return .map([:])
        }
        // Most have a few: to grow would be to hash every key again.
        var entries = [String: Value](minimumCapacity: 6)
        while true {
            skipSpace()
            let start = position
            guard next == 0x22 else { throw failure("a key in double quotes was expected") }
            let key = try string()
            skipSpace()
            guard next == 0x3a else { throw failure("':' was expected after the key") }
            position += 1
            skipSpace()
            guard entries.updateValue(try value(), forKey: key) == nil else {
                throw failure("the key '\(key)' stands twice", at: start)
            }
            skipSpace()
            guard let byte = next, byte == 0x2c || byte == 0x7d else {
                throw failure("',' or '}' was expected")
            }
            position += 1
            if byte == 0x7d { return .map(entries) }
        }
    }

    private mutating func array() throws(JSONError) -> Value {
        var values: [Value] = []
        skipSpace()
        if next == 0x5d {
            position += 1
            return .list(values)
        }
        while true {
            skipSpace()
            values.append(try value())
            skipSpace()
            guard let byte = next, byte == 0x2c || byte == 0x5d else {
                throw failure("',' or ']' was expected")
            }
            position += 1
            if byte == 0x5d { return .list(values) }
        }
    }

    private mutating func number() throws(JSONError) -> Value {
        let start = position
        var isInteger = true
        if next == 0x2d { position += 1 }
        guard let first = next, (0x30...0x39).contains(first) else { throw failure("a digit was expected") }
        if first == 0x30 { position += 1 } else { skipDigits() }
        if next == 0x2e {
            isInteger = false
            position += 1
            try digits()
        }
        if next == 0x65 || next == 0x45 {
            isInteger = false
            position += 1
            if next == 0x2b || next == 0x2d { position += 1 }
            try digits()
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if isInteger, let value = Int64(text) { return .int(value) }
        guard let value = Double(text), value.isFinite else {
            throw failure("the number is too large", at: start)
        }
        return .double(value)
    }

    private mutating func digits() throws(JSONError) {
        guard let digit = next, (0x30...0x39).contains(digit) else { throw failure("a digit was expected") }
        skipDigits()
    }

    private mutating func skipDigits() {
        while let digit = next, (0x30...0x39).contains(digit) { position += 1 }
    }

    private mutating func string() throws(JSONError) -> String {
        position += 1
        let start = position
        while let byte = next, byte != 0x22, byte != 0x5c, byte >= 0x20 { position += 1 }
        if next == 0x22 {
            defer { position += 1 }
            return try text(bytes.span.extracting(start..<position), at: start)
        }
        var unescaped = Array(bytes[start..<position])
        while let byte = next {
            switch byte {
            case 0x22:
                position += 1
                return try text(unescaped.span, at: start)
            case 0x5c: try escape(into: &unescaped)
            case 0..<0x20: throw failure("a control character in a string must be escaped")
            default:
                unescaped.append(byte)
                position += 1
            }
        }
        throw failure("the text ends inside a string")
    }

    private func text(_ bytes: Span<UInt8>, at offset: Int) throws(JSONError) -> String {
        do {
            return String(copying: try UTF8Span(validating: bytes))
        } catch {
            throw failure("the string is not valid UTF-8", at: offset)
        }
    }

    private mutating func escape(into out: inout [UInt8]) throws(JSONError) {
        position += 1
        guard let byte = next else { throw failure("the text ends inside a string") }
        position += 1
        switch byte {
        case 0x22, 0x5c, 0x2f: out.append(byte)
        case 0x62: out.append(8)
        case 0x66: out.append(12)
        case 0x6e: out.append(10)
        case 0x72: out.append(13)
        case 0x74: out.append(9)
        case 0x75: out.append(contentsOf: String(try scalar()).utf8)
        default: throw failure("unknown escape in a string", at: position - 2)
        }
    }

    private mutating func scalar() throws(JSONError) -> Character {
        let start = position - 2
        var code = try hex()
        if (0xd800..<0xdc00).contains(code), position + 1 < bytes.count, bytes[position] == 0x5c,
            bytes[position + 1] == 0x75
        {
            position += 2
            let low = try hex()
            guard (0xdc00..<0xe000).contains(low) else {
                throw failure("half of a surrogate pair", at: start)
            }
            code = 0x10000 + (code - 0xd800) << 10 + (low - 0xdc00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw failure("half of a surrogate pair", at: start) }
        return Character(scalar)
    }

    private mutating func hex() throws(JSONError) -> UInt32 {
        var code: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw failure("four hexadecimal digits were expected")
            }
            code = code << 4 | UInt32(digit)
            position += 1
        }
        return code
    }
}
