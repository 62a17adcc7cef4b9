/// Words that mean the same to a shop, so that a question finds its answer in other words, and in the other language.
enum Concept {
    /// How many characters a Chinese word has at most.
    static let longest = 6

    /// What a word stands for, by its hash; nil when that is only itself.
    static func named(_ hash: UInt64) -> UInt64? {
        var place = Int(hash >> 32) & (table.count - 1)
        while table[place] != 0 {
            if table[place] >> 16 == hash >> 16 { return table[place] & 0xFFFF }
            place = (place + 1) & (table.count - 1)
        }
        return nil
    }

    /// Two words in a row, as one.
    static func joined(_ first: UInt64, _ second: UInt64) -> UInt64 {
        first &* 0x9E37_79B9_7F4A_7C15 ^ second
    }

    /// The characters that Chinese words with a concept begin with.
    static let firsts = ScalarSet(
        String(
            String.UnicodeScalarView(
                words.split(whereSeparator: \.isWhitespace).compactMap(\.unicodeScalars.first))))

    /// The upper bits of a word's hash over the number of its concept, each near where the hash points.
    private static let table: [UInt64] = {
        var table = [UInt64](repeating: 0, count: 4096)
        for (number, line) in words.split(separator: "\n").enumerated() {
            for word in line.split(separator: " ") {
                let parts = word.split(separator: "_").map {
                    GramReader.hash(Stem.of(Array($0.unicodeScalars)[...]))
                }
                let hash = parts.dropFirst().reduce(parts[0], joined)
                var place = Int(hash >> 32) & (table.count - 1)
                while table[place] != 0, table[place] >> 16 != hash >> 16 {
                    place = (place + 1) & (table.count - 1)
                }
                table[place] = hash & ~0xFFFF | UInt64(number)
            }
        }
        return table
    }()
}
