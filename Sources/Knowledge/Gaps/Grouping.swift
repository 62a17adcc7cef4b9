import Language

/// Puts questions together that ask for the same, in whichever words and of both languages.
struct Grouping {
    /// How much of each of two questions the other must speak of.
    private static let threshold = 0.75
    private static let candidates = 4

    private var index = KnowledgeIndex()
    private var leaders: [String] = []
    /// Questions that differ in nothing a reader would notice.
    private var known: [UInt64: Int] = [:]
    /// Questions that are only put differently.
    private var gists: [UInt64: Int] = [:]

    /// The group of the next question: the likest there is, or a new one.
    mutating func place(_ question: String) -> Int {
        let key = FAQEntry.key(question)
        if let group = known[key] { return group }
        let gist = FoldedText(question).gist
        let group = gist.flatMap { gists[$0] } ?? likest(question) ?? begin(question)
        known[key] = group
        if let gist, gists[gist] == nil { gists[gist] = group }
        return group
    }

    private func likest(_ question: String) -> Int? {
        let hits = index.search(FoldedText(question), limit: Self.candidates)
        let alone = KnowledgeIndex([.init(id: "", kind: .question, questions: [question])])
        let found = hits.compactMap { hit -> (group: Int, likeness: Double)? in
            guard hit.coverage >= Self.threshold * Self.threshold, let group = Int(hit.id) else { return nil }
            let back = alone.search(FoldedText(leaders[group]), limit: 1).first?.coverage ?? 0
            return (group, (hit.coverage * back).squareRoot())
        }
        guard let best = found.max(by: { ($0.likeness, $1.group) < ($1.likeness, $0.group) }) else {
            return nil
        }
        return best.likeness >= Self.threshold ? best.group : nil
    }

    private mutating func begin(_ question: String) -> Int {
        leaders.append(question)
        index.update(.init(id: "\(leaders.count - 1)", kind: .question, questions: [question]))
        if index.isFragmented { index.compact() }
        return leaders.count - 1
    }
}
