import SkillKit

/// A score in the words of a chat: 5, "5分，很满意", "4 stars", 很满意.
struct Scores: Sendable {
    /// What makes a figure a score, and what does not: 分, but not 分钟.
    private let units, others: [String]
    /// What may stand between a figure and its unit: 颗, in 五颗星.
    private let counters: [String]
    /// In bytes: a long message is no score.
    private let longest: Int
    /// The page's own words, from the worst to the best.
    private let labels: [Plain: Int]
    /// What is spoken of when the page would not open.
    private let trouble: [String]
    /// Said with a score, it is more than a score.
    private let complaints: Words
    /// 10分: of another scale.
    private let foreign: Set<Plain>

    init(_ value: Value, labels: [String: [String]]) throws {
        units = try value.need("units")
        others = try value.need("not_units")
        counters = try value.need("counters")
        longest = try value.need("longest")
        trouble = try value.need("trouble")
        complaints = try value.need("complaints")
        foreign = try value.plain("out_of_range")
        self.labels = labels.values.reduce(into: [:]) { known, words in
            for (index, word) in words.enumerated() { known[Plain(word)] = index + 1 }
        }
    }

    func isInTrouble(_ text: String) -> Bool {
        let text = text.lowercasedASCII
        return trouble.contains { text.contains($0) }
    }

    func complains(_ text: String) -> Bool { complaints.first(in: text) != nil }
    func isOutOfRange(_ text: String) -> Bool { Plain(short: text).map(foreign.contains) ?? false }

    /// 1 to 5, or nil. `isAsked`: just now, so that a mere figure is a score; else it may well be a quantity.
    func read(_ text: String, isAsked: Bool) -> Int? {
        guard text.utf8.count <= longest else { return nil }
        let letters = Array(text.lowercasedASCII)
        if isAsked {
            if let score = Plain(short: text).flatMap({ labels[$0] }) { return score }
            let alone = letters.filter { $0.isLetter || $0.isNumber }
            if alone.count == 1, let score = Self.figures[alone[0]] { return score }
        }
        guard !others.contains(where: { text.contains($0) }) else { return nil }
        return letters.indices.lazy.compactMap { score(at: $0, in: letters) }.first
    }

    private func score(at place: Int, in text: [Character]) -> Int? {
        guard let score = Self.figures[text[place]], place == 0 || !Self.belongs(text[place - 1]) else {
            return nil
        }
        var rest = text[(place + 1)...].drop { $0 == " " }
        if let counter = counters.first(where: { rest.starts(with: $0) }) {
            rest = rest.dropFirst(counter.count)
        }
        return units.contains { rest.starts(with: $0) } ? score : nil
    }

    private static func belongs(_ character: Character) -> Bool {
        character == "." || character == "-" || figures[character] != nil || character.isNumber
            || (character.isASCII && character.isLetter)
    }

    private static let figures: [Character: Int] = [
        "1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "１": 1, "２": 2, "３": 3, "４": 4, "５": 5,
        "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5,
    ]
}
