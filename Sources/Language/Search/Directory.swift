/// Which slots a name may stand in, by its hash: eight bytes a name.
struct Directory: Sendable {
    private var entries: [UInt64] = []

    init(_ names: [(hash: UInt32, slot: Int)] = []) {
        entries = names.map { UInt64($0.hash) << 32 | UInt64($0.slot) }
        entries.sort()
    }

    /// The slots of all names with this hash; who asks compares the names.
    func slots(_ hash: UInt32) -> [Int] {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle] < UInt64(hash) << 32 { low = middle + 1 } else { high = middle }
        }
        return entries[low...].prefix { $0 >> 32 == hash }.map { Int($0 & 0xFFFF_FFFF) }
    }

    static func hash(_ name: String) -> UInt32 {
        var hash = StableHash()
        for byte in name.utf8 { hash.add(UInt64(byte)) }
        return half(hash)
    }

    /// Of a question's letters and digits only: neither marks nor blanks make it another one.
    static func hash(question: FoldedText) -> UInt32 {
        var hash = StableHash()
        for scalar in question.scalars where isSaid(scalar) { hash.add(UInt64(scalar.value)) }
        return half(hash)
    }

    private static func half(_ hash: StableHash) -> UInt32 {
        UInt32(truncatingIfNeeded: hash.value ^ hash.value >> 32)
    }

    static func isSame(_ a: FoldedText, _ b: FoldedText) -> Bool {
        a.scalars.lazy.filter(isSaid).elementsEqual(b.scalars.lazy.filter(isSaid))
    }

    private static func isSaid(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7A, 0x3400...0x9FFF: true
        case 0...0x7F: false
        default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
    }
}
