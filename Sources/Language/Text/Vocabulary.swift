/// A vocabulary as it is written down: a line for each meaning, `meaning: word, word`.
enum Vocabulary {
    static func rows(_ table: String) -> [(meaning: String, words: [String])] {
        table.utf8.split(separator: UInt8(ascii: "\n")).map { line in
            let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
            return (String(Substring(line[..<colon])), list(Substring(line[colon...].dropFirst())))
        }
    }

    /// Words with commas between them, also over several lines.
    static func list(_ words: String) -> [String] { list(words[...]) }

    private static func list(_ words: Substring) -> [String] {
        words.utf8.split { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\n") }.map { word in
            String(Substring(word.drop { $0 == UInt8(ascii: " ") }))
        }
    }

    static func words<Meaning>(_ table: String, _ meaning: (String) -> Meaning?) -> [(String, Meaning)] {
        rows(table).flatMap { row in
            meaning(row.meaning).map { meaning in row.words.map { ($0, meaning) } } ?? []
        }
    }
}
