/// Which documents staff mean.
struct Triggers {
    let rules: Rules

    /// Those whose words are found, the longest words first, each document once; empty when none is meant.
    func documents(for text: String) -> [String] {
        let text = Self.plain(text)
        let hits = rules.triggers.enumerated().compactMap { index, trigger -> (Int, Int, [String])? in
            let longest = trigger.words.filter { text.contains(Self.plain($0)) }.map(\.count).max()
            return longest.map { (-$0, index, trigger.documents) }
        }
        var seen: Set<String> = []
        return hits.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.flatMap(\.2).filter { seen.insert($0).inserted }
    }

    /// Small letters, no marks, one space between words.
    private static func plain(_ text: String) -> String {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }
}
