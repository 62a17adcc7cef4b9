#if canImport(Glibc)
    internal import Glibc
#endif

/// A question as it is looked for: each of its grams once.
struct Query {
    private(set) var grams: [Gram] = []
    /// In how many documents each gram stands.
    private(set) var frequencies: [Int] = []
    /// How much each gram tells in this knowledge.
    private(set) var weights: [Float] = []
    /// All weights together, and their squares.
    private(set) var mass: Float = 0
    private(set) var square: Float = 0
    /// The words that an answer has to speak of: the gram, or its concept.
    private(set) var content: [(gram: Int, concept: Int?)] = []
    private var table = [Int16](repeating: -1, count: tableSize)

    /// A bit for the leading bits of each gram: most grams of a document are none of the query's.
    private var sieve = [UInt64](repeating: 0, count: 64)

    private static let tableSize = 1024
    /// Nobody asks more at once; what comes behind is not read.
    static let longest = 400
    private static let mostGrams = 256

    init(_ text: FoldedText) {
        var reader = GramReader()
        reader.read(text.scalars.prefix(Self.longest))
        for (gram, concept) in zip(reader.grams, reader.concepts) where index(gram) == nil {
            guard grams.count < Self.mostGrams else { break }
            insert(gram)
            let isContent = gram.kind == .word || gram.kind == .character
            guard isContent, !Filler.askingGrams.contains(gram) else { continue }
            content.append((grams.count - 1, concept < 0 ? nil : index(reader.grams[Int(concept)])))
        }
    }

    /// To be called before anything is weighed by it.
    mutating func weigh(_ frequencies: [Int], of documents: Int) {
        self.frequencies = frequencies
        weights = zip(grams, frequencies).map { gram, frequency in
            gram.weight * Rarity.weight(frequency, of: documents)
        }
        mass = max(weights.reduce(0, +), .leastNormalMagnitude)
        square = max(weights.reduce(0) { $0 + $1 * $1 }, .leastNormalMagnitude)
    }

    @inline(__always)
    func index(_ gram: Gram) -> Int? {
        guard sieve[Int(gram.key >> 26)] >> UInt64(gram.key >> 20 & 63) & 1 == 1 else { return nil }
        var place = Int(gram.key >> 22)
        while table[place] >= 0 {
            let index = Int(table[place])
            if grams[index].key == gram.key { return index }
            place = (place + 1) & (Self.tableSize - 1)
        }
        return nil
    }

    private mutating func insert(_ gram: Gram) {
        sieve[Int(gram.key >> 26)] |= 1 << UInt64(gram.key >> 20 & 63)
        var place = Int(gram.key >> 22)
        while table[place] >= 0 { place = (place + 1) & (Self.tableSize - 1) }
        table[place] = Int16(grams.count)
        grams.append(gram)
    }
}

/// How much more the rare tells.
enum Rarity {
    static func weight(_ frequency: Int, of documents: Int) -> Float {
        let total = Float(documents)
        let share = max(0, min(Float(frequency), total))
        return logf(1 + (total - share + 0.5) / (share + 0.5)).squareRoot()
    }
}
