/// The two base64 alphabets of RFC 4648; reading is strict, so that one value has one text.
public enum Base64: Sendable {
    /// `+/` and padding.
    case standard
    /// `-_` and no padding: safe in addresses and file names.
    case url

    private var alphabet: [UInt8] {
        let common = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
        return Array((common + (self == .url ? "-_" : "+/")).utf8)
    }

    public func encode(_ bytes: [UInt8]) -> String {
        let alphabet = alphabet
        var text = [UInt8]()
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let part = bytes[start..<min(start + 3, bytes.count)]
            let bits = part.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - part.count))
            for place in 0...part.count { text.append(alphabet[bits >> (18 - 6 * place) & 63]) }
            if self == .standard { text += repeatElement(UInt8(ascii: "="), count: 3 - part.count) }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Nil for a foreign letter, wrong padding, or bits left over.
    public func decode(_ text: String) -> [UInt8]? {
        var letters = Array(text.utf8)[...]
        if self == .standard {
            guard letters.count.isMultiple(of: 4) else { return nil }
            for _ in 0..<2 where letters.last == UInt8(ascii: "=") { letters.removeLast() }
        }
        guard letters.count % 4 != 1 else { return nil }
        var values = [UInt8](repeating: 255, count: 256)
        for (value, letter) in alphabet.enumerated() { values[Int(letter)] = UInt8(value) }
        return Self.bytes(letters.map { values[Int($0)] })
    }

    private static func bytes(_ sextets: [UInt8]) -> [UInt8]? {
        var bytes = [UInt8]()
        bytes.reserveCapacity(sextets.count * 3 / 4)
        var bits = 0
        var count = 0
        for sextet in sextets {
            guard sextet < 64 else { return nil }
            bits = (bits << 6 | Int(sextet)) & 0xffff
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> count))
            }
        }
        return bits & (1 << count - 1) == 0 ? bytes : nil
    }
}
