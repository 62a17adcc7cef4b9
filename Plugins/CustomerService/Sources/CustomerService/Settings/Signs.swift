import SkillKit

/// What shows in a message that a rule fits: a word, or words of two lists in one clause (工人 … 砸到).
struct Signs: Sendable {
    struct Pair: Sendable {
        let one, other: Words

        /// One before the other, or after it.
        func first(in clause: String) -> String? {
            guard let one = one.first(in: clause), let other = other.first(in: clause) else { return nil }
            return "\(one)…\(other)"
        }
    }

    private let words: Words?
    private let pairs: [Pair]
    /// Taken out before anything is looked for: 冒烟测试, 机器人 (which is no 人).
    private let ignored: [String]
    /// A clause with two of these says it of something else: 发票 … 着火.
    private let figures: [Pair]

    init(_ value: Value) {
        words = value["words"].flatMap { Words($0) }
        pairs = Self.pairs(value["pairs"])
        figures = Self.pairs(value["figures"])
        // A longer one may have a shorter one inside.
        ignored = ([String](value["ignore"] ?? []) ?? []).map(\.lowercasedASCII)
            .sorted { $0.utf8.count > $1.utf8.count }
    }

    /// Nothing is looked for.
    var isEmpty: Bool { words == nil && pairs.isEmpty }

    func first(in text: String) -> String? {
        guard let found = found(in: text) else { return nil }
        guard !ignored.isEmpty || !figures.isEmpty else { return found }
        var rest = text.lowercasedASCII
        for phrase in ignored where rest.contains(phrase) { rest = rest.without(phrase) }
        let clauses = rest.clauses.filter { clause in !figures.contains { $0.first(in: clause) != nil } }
        return rest == text.lowercasedASCII && clauses.count == rest.clauses.count
            ? found : self.found(in: clauses.joined(separator: "。"))
    }

    private func found(in text: String) -> String? {
        if let word = words?.first(in: text) { return word }
        // What is not in the whole is in none of its clauses.
        let near = pairs.filter { $0.first(in: text) != nil }
        guard !near.isEmpty else { return nil }
        let clauses = text.clauses
        return near.lazy.compactMap { pair in clauses.lazy.compactMap(pair.first).first }.first
    }

    private static func pairs(_ value: Value?) -> [Pair] {
        (value?.list ?? []).compactMap { pair in
            guard let one = pair["any"].flatMap({ Words($0) }),
                let other = pair["with"].flatMap({ Words($0) })
            else { return nil }
            return Pair(one: one, other: other)
        }
    }
}

extension String {
    /// Parted where a reader takes a breath.
    var clauses: [String] {
        unicodeScalars.split { "。！？；，,.!?;\n、：:".unicodeScalars.contains($0) }.map { String($0) }
    }
}
