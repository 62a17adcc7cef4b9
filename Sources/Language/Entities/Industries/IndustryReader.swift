/// Finds industries: those of the table under their one name, others where the words around them say so.
enum IndustryReader {
    static func read(_ passage: Passage) -> [Candidate] {
        let known = vocabulary.all(in: passage).compactMap { hit -> Candidate? in
            guard !hit.payload.isEveryday || IndustryContext.speaks(of: hit.range, in: passage),
                !IndustryContext.isPartOfWord(hit.range, in: passage)
            else { return nil }
            return Candidate(.industry, hit.range, .text(hit.payload.name))
        }
        var occupancy = Occupancy(passage.count)
        for entity in known { _ = occupancy.take(entity.range) }
        let others = described(in: passage).filter { occupancy.take($0) }
        return known + others.map { Candidate(.industry, $0, .text(passage.words($0)), confidence: 0.7) }
    }

    private static func described(in passage: Passage) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for index in passage.starts {
            switch passage.scalars[index] {
            case "行", "领", "产": found += before(index, in: passage)
            case "做", "生", "制", "从", "主", "专": found += after(index, in: passage)
            case "i": found += between(index, in: passage)
            default: break
            }
        }
        return found
    }
}

/// An industry of the table, or a word that sometimes is one.
struct Industry: Sendable {
    var name: String
    var isEveryday: Bool
}

extension IndustryReader {
    /// An unmarked word counts before a marked one of the same spelling: 食品 alone is none.
    private static let vocabulary: Phrases<Industry> = {
        var industries: [String: Industry] = [:]
        for line in IndustryTable.lines.cells(at: "\n") {
            let words = line.cells(at: "|")
            let everyday = Set(words.filter { $0.first == "?" }.map { $0.dropFirst() })
            for word in words {
                let plain = word.first == "?" ? word.dropFirst() : word
                let industry = Industry(name: String(words[0]), isEveryday: everyday.contains(plain))
                if industries[String(plain)] == nil { industries[String(plain)] = industry }
            }
        }
        return Phrases(industries.map { ($0.key, $0.value) })
    }()
}

extension IndustryReader {
    /// Where the longest word of an industry ends that begins here.
    static func end(in passage: Passage, at start: Int) -> Int? {
        vocabulary.longest(in: passage, at: start)?.end
    }
}
