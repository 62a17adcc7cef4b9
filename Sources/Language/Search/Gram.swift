/// Something that is counted in a text to find it again: a Chinese character, a pair of them, a word, what it means.
///
/// A hash of 32 bits whose last three say what it is.
struct Gram: Hashable, Sendable {
    let key: UInt32

    enum Kind: UInt32 {
        /// Says how something is said, not what: 吗, 的, "the".
        case filler
        case character
        case word
        case pair
        case concept
    }

    init(key: UInt32) { self.key = key }

    init(_ value: UInt64, _ kind: Kind) {
        var hash = (value ^ UInt64(kind.rawValue) << 61) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 32
        hash = hash &* 0xD6E8_FEB8_6659_FD93
        key = UInt32(truncatingIfNeeded: hash >> 32) & ~7 | kind.rawValue
    }

    var kind: Kind { Kind(rawValue: key & 7) ?? .filler }

    /// What a gram of its kind tells, before how rare it is.
    var weight: Float {
        switch kind {
        case .filler: 0.15
        case .character: 0.7
        case .word, .pair: 1
        case .concept: 1.5
        }
    }
}
