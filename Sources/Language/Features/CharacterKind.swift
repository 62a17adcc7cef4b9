/// What a character of a folded text does.
enum CharacterKind {
    case chinese, letter, digit, mark, space

    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x27, 0x61...0x7A: self = .letter
        case 0x30...0x39: self = .digit
        case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: self = .chinese
        case 0x21, 0x24, 0x25, 0x3F: self = .mark  // ! $ % ?
        case 0...0x7F: self = .space
        default: self = scalar.properties.isAlphabetic ? .letter : .mark
        }
    }

    var isInWord: Bool { self == .letter || self == .digit }
}
