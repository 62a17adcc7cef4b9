#if canImport(Glibc)
    internal import Glibc
#endif

/// What a document is found by: each of its grams once, with how much it stands for the document.
struct Sketch {
    private(set) var grams: [Gram] = []
    private(set) var levels: [UInt8] = []
    /// Hashes of its questions, for who asks exactly one of them.
    private(set) var questions: [UInt32] = []

    /// How many levels of weight are told apart.
    static let levelCount = 8
    /// The weight that each level stands for.
    static let weights = (0..<levelCount).reduce(into: SIMD8<Float>()) {
        $0[$1] = lightest * powf(step, Float($1))
    }
    private static let lightest: Float = 0.04
    private static let step: Float = 1.5

    private var reader = GramReader()
    private var found: [UInt64] = []

    /// Reads another document into the same room.
    mutating func read(_ document: KnowledgeIndex.Document) {
        found.removeAll(keepingCapacity: true)
        questions.removeAll(keepingCapacity: true)
        for question in document.questions {
            let text = FoldedText(question)
            questions.append(Directory.hash(question: text))
            reader.read(text.scalars[...])
            let weight = 1 / Float(reader.grams.count).squareRoot()
            for gram in reader.grams { add(gram, weight) }
        }
        reader.read(FoldedText(document.text).scalars[...])
        let weight = bodyWeight / (0.4 + 0.6 * min(Float(reader.grams.count) / 120, 4))
        for gram in reader.grams { add(gram, weight) }
        gather()
    }

    /// What an answer's gram stands for beside a question's.
    private let bodyWeight: Float = 0.08

    private mutating func add(_ gram: Gram, _ weight: Float) {
        found.append(UInt64(gram.key) << 32 | UInt64(min(weight, 1) * 65_535))
    }

    /// The heaviest weight of each gram.
    private mutating func gather() {
        grams.removeAll(keepingCapacity: true)
        levels.removeAll(keepingCapacity: true)
        found.sort()
        for (index, entry) in found.enumerated() {
            if index + 1 < found.count, found[index + 1] >> 32 == entry >> 32 { continue }
            grams.append(Gram(key: UInt32(entry >> 32)))
            levels.append(Self.level(Float(entry & 0xFFFF) / 65_535))
        }
    }

    private static func level(_ weight: Float) -> UInt8 {
        let level = log2f(weight / Self.lightest) / log2f(Self.step)
        return UInt8(max(0, min(Float(levelCount - 1), level.rounded())))
    }
}
