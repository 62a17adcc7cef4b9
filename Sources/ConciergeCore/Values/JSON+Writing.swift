/// JSON without Foundation: the turn path writes and reads it thousands of times a second.
public enum JSON {
    public static func encode(_ value: Value) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(256)
        write(value, to: &out)
        return out
    }

    public static func text(_ value: Value) -> String { String(decoding: encode(value), as: UTF8.self) }

    /// Appends a value; the keys of a map come sorted, so that equal values give equal bytes.
    public static func write(_ value: Value, to out: inout [UInt8]) {
        switch value {
        case .null: out.append(contentsOf: "null".utf8)
        case .bool(let value): out.append(contentsOf: (value ? "true" : "false").utf8)
        case .int(let value): write(value, to: &out)
        case .double(let value): write(value, to: &out)
        case .text(let value): write(value, to: &out)
        case .bytes(let value): write(base64(value), to: &out)
        case .timestamp(let value):
            out.append(0x22)
            out.append(contentsOf: value.rfc3339)
            out.append(0x22)
        case .list(let values): write(values, to: &out)
        case .map(let entries): write(entries, to: &out)
        }
    }

    private static func write(_ values: [Value], to out: inout [UInt8]) {
        out.append(0x5b)
        var isFirst = true
        for value in values {
            if !isFirst { out.append(0x2c) }
            isFirst = false
            write(value, to: &out)
        }
        out.append(0x5d)
    }

    private static func write(_ entries: [String: Value], to out: inout [UInt8]) {
        out.append(0x7b)
        var isFirst = true
        for (key, value) in entries.sorted(by: { $0.key < $1.key }) {
            if !isFirst { out.append(0x2c) }
            isFirst = false
            write(key, to: &out)
            out.append(0x3a)
            write(value, to: &out)
        }
        out.append(0x7d)
    }

    static func write(_ number: Int64, to out: inout [UInt8]) {
        if number >= 0, number < 10 { return out.append(48 + UInt8(number)) }
        out.append(contentsOf: String(number).utf8)
    }

    /// The shortest text that reads back as the same number; JSON has no infinity, which becomes null.
    private static func write(_ number: Double, to out: inout [UInt8]) {
        guard number.isFinite else { return out.append(contentsOf: "null".utf8) }
        out.append(contentsOf: number.description.utf8)
    }

    public static func write(_ text: String, to out: inout [UInt8]) {
        out.append(0x22)
        if needsNoEscape(text) {
            out.append(contentsOf: text.utf8)
        } else {
            for byte in text.utf8 { writeEscaped(byte, to: &out) }
        }
        out.append(0x22)
    }

    /// Almost every text: looked through once, then copied whole.
    private static func needsNoEscape(_ text: String) -> Bool {
        let bytes = text.utf8Span.span
        for index in bytes.indices {
            let byte = bytes[index]
            if byte < 0x20 || byte == 0x22 || byte == 0x5c { return false }
        }
        return true
    }

    private static func writeEscaped(_ byte: UInt8, to out: inout [UInt8]) {
        switch byte {
        case 0x22: out.append(contentsOf: [0x5c, 0x22])
        case 0x5c: out.append(contentsOf: [0x5c, 0x5c])
        case 0x0a: out.append(contentsOf: [0x5c, 0x6e])
        case 0x0d: out.append(contentsOf: [0x5c, 0x72])
        case 0x09: out.append(contentsOf: [0x5c, 0x74])
        case 0..<0x20:
            out.append(contentsOf: [0x5c, 0x75, 0x30, 0x30, hexDigit(byte >> 4), hexDigit(byte & 15)])
        default: out.append(byte)
        }
    }

    private static func hexDigit(_ nibble: UInt8) -> UInt8 { nibble < 10 ? 48 + nibble : 87 + nibble }

    private static func base64(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var out: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let word = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
            for place in 0..<4 {
                out.append(place <= group.count ? alphabet[Int(word >> UInt32(18 - 6 * place) & 63)] : 0x3d)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}
