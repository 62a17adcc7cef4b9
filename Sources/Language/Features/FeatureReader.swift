/// What a text is made of, as buckets of a hash: words, their pairs and the characters within them; of Chinese, characters and their pairs.
///
/// A word segmenter only hurts Chinese here, and spelling that varies is carried by the characters of a word.
struct FeatureReader {
    /// Buckets of the hash; a power of two.
    static let buckets = 1 << 18

    /// A bucket, and whether Chinese characters made it.
    struct Feature {
        var bucket: UInt32
        var isChinese: Bool
        /// Where it stands in what was read.
        var span: Range<Int32>
    }

    private(set) var features: [Feature] = []
    private var words: [Word] = []
    private var previous: (scalar: UInt32, at: Int32)?
    private var hasChinese = false

    private struct Word {
        var hash: UInt64
        var span: Range<Int32>
    }

    private enum Family: UInt64 {
        case word = 1, pair, skip, letters, character, characters
    }

    private static let start: UInt64 = 0x5354_4152_54
    private static let end: UInt64 = 0x454E_44
    /// Stands for a Latin word among Chinese characters.
    private static let foreign: UInt32 = 0x57

    /// Reads a text anew; each feature as often as it occurs.
    mutating func read(_ scalars: ArraySlice<Unicode.Scalar>) {
        features.removeAll(keepingCapacity: true)
        words.removeAll(keepingCapacity: true)
        previous = nil
        hasChinese = scalars.contains { CharacterKind($0) == .chinese }
        let first = Int32(scalars.startIndex)
        words.append(Word(hash: Self.start, span: first..<first))
        var index = scalars.startIndex
        while index < scalars.endIndex {
            switch CharacterKind(scalars[index]) {
            case .chinese, .mark:
                character(scalars[index].value, Int32(index)..<Int32(index + 1))
                index += 1
            case .letter, .digit:
                var end = index + 1
                while end < scalars.endIndex, CharacterKind(scalars[end]).isInWord { end += 1 }
                word(scalars[index..<end])
                if hasChinese { character(Self.foreign, Int32(index)..<Int32(end)) }
                index = end
            case .space: index += 1
            }
        }
        let last = Int32(scalars.endIndex)
        if previous != nil { character(0, last..<last) }
        words.append(Word(hash: Self.end, span: last..<last))
        if words.count > 2 { pairs() }
    }

    /// A character beside the one before it; nothing stands before the first and after the last.
    private mutating func character(_ scalar: UInt32, _ span: Range<Int32>) {
        if scalar != 0 { emit(UInt64(scalar), .character, span, isChinese: true) }
        let pair = UInt64(previous?.scalar ?? 0) << 32 | UInt64(scalar)
        emit(pair, .characters, (previous?.at ?? span.lowerBound)..<span.upperBound, isChinese: true)
        previous = (scalar, span.lowerBound)
    }

    /// A word as a whole, and two to five characters of it, its borders counting as one.
    private mutating func word(_ scalars: ArraySlice<Unicode.Scalar>) {
        let span = Int32(scalars.startIndex)..<Int32(scalars.endIndex)
        var hash = StableHash()
        var recent = SIMD4<UInt64>(0x20, 0, 0, 0)
        var length = 0
        for (at, scalar) in zip(span, scalars) where scalar != "'" {
            let letter = Self.folded(scalar)
            hash.add(letter)
            length += 1
            grams(letter, after: &recent, length, span, at: at)
        }
        guard length > 0 else { return }
        grams(0x20, after: &recent, length + 1, span, at: span.upperBound - 1)
        words.append(Word(hash: hash.value, span: span))
        emit(hash.value, .word, span)
    }

    /// What ends with this letter: it with the one to four before it.
    private mutating func grams(
        _ letter: UInt64, after recent: inout SIMD4<UInt64>, _ position: Int, _ span: Range<Int32>, at: Int32
    ) {
        var gram = letter
        for back in 0..<min(4, position) {
            gram = gram << 16 ^ gram >> 48 ^ recent[back] &* 0x9E37_79B9
            let begin = max(span.lowerBound, at - Int32(back) - 1)
            emit(gram &+ UInt64(back), .letters, begin..<at + 1)
        }
        recent = SIMD4(letter, recent[0], recent[1], recent[2])
    }

    /// Each word with the next and the one after it.
    private mutating func pairs() {
        for index in 1..<words.count {
            for (back, family) in [(1, Family.pair), (2, .skip)] where index >= back && back < words.count - 1
            {
                let first = words[index - back]
                emit(
                    first.hash &* 0x9E37_79B9_7F4A_7C15 ^ words[index].hash, family,
                    first.span.lowerBound..<max(words[index].span.upperBound, first.span.upperBound))
            }
        }
    }

    private mutating func emit(
        _ value: UInt64, _ family: Family, _ span: Range<Int32>, isChinese: Bool = false
    ) {
        var hash = (value ^ family.rawValue &* 0xD6E8_FEB8_6659_FD93) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 32
        hash = hash &* 0xD6E8_FEB8_6659_FD93
        hash ^= hash >> 32
        features.append(
            Feature(bucket: UInt32(hash & UInt64(Self.buckets - 1)), isChinese: isChinese, span: span))
    }

    /// Digits are all alike: which order, which amount, says nothing of what is wanted.
    private static func folded(_ scalar: Unicode.Scalar) -> UInt64 {
        (0x30...0x39).contains(scalar.value) ? 0x30 : UInt64(scalar.value & 0xFFFF)
    }
}
