/// Takes a folded text apart into grams.
struct GramReader {
    private(set) var grams: [Gram] = []
    /// For each gram the place of the concept that its word stands for; -1 for none.
    private(set) var concepts: [Int32] = []
    private var previousCharacter: Unicode.Scalar?
    private var previousWord: UInt64 = 0

    /// Reads the grams of `scalars` in the order they stand there.
    mutating func read(_ scalars: ArraySlice<Unicode.Scalar>) {
        grams.removeAll(keepingCapacity: true)
        concepts.removeAll(keepingCapacity: true)
        readMore(scalars)
    }

    /// Reads another text's grams behind those that were read.
    mutating func readMore(_ scalars: ArraySlice<Unicode.Scalar>) {
        previousCharacter = nil
        previousWord = 0
        var index = scalars.startIndex
        var meaning = (end: index, concept: Int32(-1))
        while index < scalars.endIndex {
            let scalar = scalars[index]
            switch Script(scalar) {
            case .ideograph:
                if index >= meaning.end { meaning = concept(scalars[index...]) }
                character(scalar, meaning.concept)
                index += 1
            case .letter, .digit:
                let start = index
                while index < scalars.endIndex, Script(scalars[index]).isInWord { index += 1 }
                word(scalars[start..<index])
            case .other:
                // A blank between two characters parts nothing: 怎么 付款.
                if scalar != " " { previousCharacter = nil }
                index += 1
            }
        }
    }

    private mutating func append(_ gram: Gram, _ concept: Int32 = -1) {
        grams.append(gram)
        concepts.append(concept)
    }

    private mutating func character(_ scalar: Unicode.Scalar, _ concept: Int32) {
        let isFiller = Filler.characters.contains(scalar)
        append(Gram(UInt64(scalar.value), isFiller ? .filler : .character), concept)
        if let previous = previousCharacter {
            let both = isFiller && Filler.characters.contains(previous)
            append(Gram(UInt64(previous.value) << 32 | UInt64(scalar.value), both ? .filler : .pair))
        }
        previousCharacter = scalar
        previousWord = 0
    }

    /// The longest Chinese word with a concept that begins here, where it ends and where its gram stands.
    private mutating func concept(_ scalars: ArraySlice<Unicode.Scalar>) -> (end: Int, concept: Int32) {
        let none = (scalars.startIndex, Int32(-1))
        guard let first = scalars.first, Concept.firsts.contains(first) else { return none }
        for count in stride(from: min(Concept.longest, scalars.count), to: 0, by: -1) {
            guard let concept = Concept.named(Self.hash(scalars.prefix(count))) else { continue }
            append(Gram(concept, .concept))
            return (scalars.startIndex + count, Int32(grams.count - 1))
        }
        return none
    }

    private mutating func word(_ scalars: ArraySlice<Unicode.Scalar>) {
        previousCharacter = nil
        let stem = Stem.of(scalars)
        let hash = Self.hash(stem)
        let isFiller = Filler.words.contains(hash)
        let both = previousWord == 0 ? nil : Concept.named(Concept.joined(previousWord, hash))
        var concept: Int32 = -1
        if let value = both ?? Concept.named(hash) {
            append(Gram(value, .concept))
            concept = Int32(grams.count - 1)
        }
        append(Gram(hash, isFiller ? .filler : .word), concept)
        if previousWord != 0 { append(Gram(Concept.joined(previousWord, hash), isFiller ? .filler : .pair)) }
        // The letters of a model's name by themselves: IP67 asks for an IP rating too.
        let letters = stem.prefix { Script($0) == .letter }
        if letters.count >= 2, letters.count < stem.count { append(Gram(Self.hash(letters), .pair)) }
        previousWord = hash
    }

    static func hash(_ scalars: ArraySlice<Unicode.Scalar>) -> UInt64 {
        var hash = StableHash()
        for scalar in scalars where scalar != "'" { hash.add(UInt64(scalar.value)) }
        return hash.value
    }
}

/// How a scalar joins its neighbours.
private enum Script {
    case ideograph, letter, digit, other

    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x61...0x7A, 0x27: self = .letter
        case 0x30...0x39: self = .digit
        case 0...0x7F: self = .other
        // Chinese, Japanese and Korean are not parted by blanks.
        case 0x3040...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
            self = .ideograph
        default: self = scalar.properties.isAlphabetic ? .letter : .other
        }
    }

    var isInWord: Bool { self == .letter || self == .digit }
}
