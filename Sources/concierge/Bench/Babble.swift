import Language

/// Questions and answers in no language that anybody speaks, but with words as common and as rare as in one.
struct Babble {
    private let chinese: [String]
    private let english: [String]

    private static let syllables =
        "ba con ter ing pro lu mi stra ver ex tion al er pre qua lo di sen fi ma te ru po ne".split(
            separator: " ")
    private static let wordCount = 30_000

    init() {
        var dice = Dice(seed: 7)
        chinese = (0..<Self.wordCount).map { _ in
            let count = 1 + dice.below(3)
            let scalars = (0..<count).compactMap { _ in
                Unicode.Scalar(UInt32(0x4E00 + dice.zipf(3000) * 7919 % 16_000))
            }
            return String(String.UnicodeScalarView(scalars))
        }
        english = (0..<Self.wordCount).map { _ in
            (0..<1 + dice.below(4)).map { _ in Self.syllables[dice.below(Self.syllables.count)] }.joined()
        }
    }

    /// The same for the same number; three of five are Chinese.
    func document(_ number: Int) -> KnowledgeIndex.Document {
        var dice = Dice(seed: UInt64(number))
        let questions = (0..<3).map { _ in sentence(isChinese(number), 4 + dice.below(6), &dice) }
        return KnowledgeIndex.Document(
            id: "faq-\(number)", kind: .question, questions: questions,
            text: sentence(isChinese(number), 15 + dice.below(30), &dice))
    }

    /// One of the document's questions with a word gone and another added.
    func question(to number: Int, _ dice: inout Dice) -> String {
        var words = Array(document(number).questions[dice.below(3)])
        words.removeSubrange(0..<min(2, words.count))
        return String(words) + sentence(isChinese(number), 1, &dice)
    }

    private func isChinese(_ number: Int) -> Bool { number % 5 < 3 }

    private func sentence(_ isChinese: Bool, _ count: Int, _ dice: inout Dice) -> String {
        let words = isChinese ? chinese : english
        return (0..<count).map { _ in words[dice.zipf(words.count)] }.joined(separator: isChinese ? "" : " ")
    }
}

/// Numbers by chance, the same in every run.
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }

    mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }

    /// The first are the commonest, as words are: each twice as far is half as common.
    mutating func zipf(_ count: Int) -> Int {
        let bits = Double(below(1 << 20)) / Double(1 << 20) * Double(Int.bitWidth - count.leadingZeroBitCount)
        let octave = 1 << Int(bits)
        return min(octave + below(octave), count) - 1
    }
}
