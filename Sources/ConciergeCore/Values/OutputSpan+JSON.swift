extension Span<UInt8> {
    /// Whether JSON wants one of these bytes escaped.
    var needsEscape: Bool {
        var found: UInt8 = 0
        // Without a branch, so that many bytes are looked at together. The 2 brings '"' among the control characters,
        // and exchanges nothing else between them and the rest.
        for index in indices {
            let byte = self[index]
            found |= (byte ^ 2 <= 0x20 ? 1 : 0) | (byte == 0x5c ? 1 : 0)
        }
        return found != 0
    }
}

extension OutputSpan<UInt8> {
    /// Takes as many bytes as there are.
    mutating func append(_ bytes: Span<UInt8>) {
        for index in bytes.indices { append(bytes[index]) }
    }

    /// Takes up to six bytes.
    mutating func append(escaped byte: UInt8) {
        switch byte {
        case 0x22, 0x5c: append(escape: byte)
        case 0x0a: append(escape: UInt8(ascii: "n"))
        case 0x0d: append(escape: UInt8(ascii: "r"))
        case 0x09: append(escape: UInt8(ascii: "t"))
        case 0..<0x20:
            append(escape: UInt8(ascii: "u"))
            append(repeating: UInt8(ascii: "0"), count: 2)
            append(hex: byte >> 4)
            append(hex: byte & 15)
        default: append(byte)
        }
    }

    private mutating func append(escape byte: UInt8) {
        append(0x5c)
        append(byte)
    }

    private mutating func append(hex nibble: UInt8) { append(nibble < 10 ? 48 + nibble : 87 + nibble) }

    /// Takes up to 20 bytes.
    mutating func append(decimal number: Int64) {
        if number < 0 { append(UInt8(ascii: "-")) }
        var rest = number.magnitude
        var unit: UInt64 = 1
        while rest / unit > 9 { unit *= 10 }
        while unit > 0 {
            append(48 + UInt8(truncatingIfNeeded: rest / unit))
            rest %= unit
            unit /= 10
        }
    }

    /// Takes four bytes for each three.
    mutating func append(base64 bytes: [UInt8]) {
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let word = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
            for place in 0..<4 {
                append(place <= group.count ? base64Digit(word >> UInt32(18 - 6 * place) & 63) : 0x3d)
            }
        }
    }
}

/// RFC 4648 §4.
private func base64Digit(_ number: UInt32) -> UInt8 {
    let number = UInt8(truncatingIfNeeded: number)
    return switch number {
    case 0..<26: UInt8(ascii: "A") + number
    case 26..<52: UInt8(ascii: "a") + number - 26
    case 52..<62: UInt8(ascii: "0") + number - 52
    case 62: UInt8(ascii: "+")
    default: UInt8(ascii: "/")
    }
}
