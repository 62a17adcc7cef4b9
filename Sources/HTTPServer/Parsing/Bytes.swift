extension UInt8 {
    static let slash = UInt8(ascii: "/")
    static let ampersand = UInt8(ascii: "&")
    static let equals = UInt8(ascii: "=")
    static let percent = UInt8(ascii: "%")
    static let question = UInt8(ascii: "?")
    static let colon = UInt8(ascii: ":")
    static let comma = UInt8(ascii: ",")
    static let space = UInt8(ascii: " ")
    static let tab = UInt8(ascii: "\t")
    static let carriageReturn = UInt8(ascii: "\r")
    static let lineFeed = UInt8(ascii: "\n")

    var isDigit: Bool { self &- 48 < 10 }
    var lowercased: UInt8 { self &- 65 < 26 ? self | 0x20 : self }

    /// `tchar` of RFC 9110 §5.6.2: letters, digits and !#$%&'*+-.^_`|~
    var isToken: Bool {
        let low: UInt64 = 0x03ff_6cfa_0000_0000
        let high: UInt64 = 0x57ff_ffff_c7ff_fffe
        return self < 128 && (self < 64 ? low >> UInt64(self) : high >> UInt64(self & 63)) & 1 == 1
    }

    /// What may stand in a header's value: no control character but the tab.
    var isFieldValue: Bool { self >= 0x20 && self != 0x7f || self == .tab }

    var hexValue: UInt8? {
        switch self {
        case 48...57: self - 48
        case 65...70: self - 55
        case 97...102: self - 87
        default: nil
        }
    }
}

extension ArraySlice<UInt8> {
    func isEqual(ignoringCase name: String) -> Bool {
        let name = name.utf8.span
        guard count == name.count else { return false }
        for offset in name.indices where self[startIndex + offset].lowercased != name[offset].lowercased {
            return false
        }
        return true
    }

    func isEqual(lowercase name: StaticString) -> Bool {
        guard count == name.utf8CodeUnitCount else { return false }
        return name.withUTF8Buffer { zip(self, $0).allSatisfy { $0.lowercased == $1 } }
    }

    /// Without spaces and tabs at either end.
    var trimmed: ArraySlice<UInt8> {
        var rest = self
        while let first = rest.first, first == .space || first == .tab { rest.removeFirst() }
        while let last = rest.last, last == .space || last == .tab { rest.removeLast() }
        return rest
    }

    /// How this may be shown to somebody: short, and never a control character.
    var shown: String {
        let cut = prefix(60).map { $0 < 0x20 || $0 >= 0x7f ? UInt8(ascii: "?") : $0 }
        return String(decoding: cut, as: UTF8.self) + (count > 60 ? "…" : "")
    }
}

/// Undoes percent-encoding, and in a form the plus signs; what is no escape stays as it is.
func percentDecoded(_ bytes: ArraySlice<UInt8>, isForm: Bool = false) -> String {
    guard bytes.contains(.percent) || isForm && bytes.contains(UInt8(ascii: "+")) else {
        return String(decoding: bytes, as: UTF8.self)
    }
    return String(decoding: percentDecodedBytes(bytes, isForm: isForm), as: UTF8.self)
}

func percentDecodedBytes(_ bytes: ArraySlice<UInt8>, isForm: Bool = false) -> [UInt8] {
    var decoded = [UInt8]()
    decoded.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
        let byte = bytes[index]
        if byte == .percent, index + 2 < bytes.endIndex,
            let high = bytes[index + 1].hexValue, let low = bytes[index + 2].hexValue
        {
            decoded.append(high << 4 | low)
            index += 3
        } else {
            decoded.append(isForm && byte == UInt8(ascii: "+") ? .space : byte)
            index += 1
        }
    }
    return decoded
}
