extension KnowledgeIndex {
    /// What was learned of the questions, and which of the documents still are as they were then.
    struct Learned: Sendable {
        let matcher: Matcher
        /// By class its document's slot; -1 where that has changed.
        var slots: [Int32]
        /// By slot its class; -1 where nothing was learned.
        var classes: [Int32]
    }

    /// Uses what was learned, for the documents that are still as they were then.
    public mutating func adopt(_ matcher: Matcher) {
        var classes = [Int32](repeating: -1, count: slotCount)
        let slots = zip(matcher.ids, matcher.sources).enumerated().map { number, document -> Int32 in
            guard let slot = slot(of: document.0), Matcher.source(self[slot: slot]) == document.1 else {
                return -1
            }
            classes[slot] = Int32(number)
            return Int32(slot)
        }
        learned = Learned(matcher: matcher, slots: slots, classes: classes)
    }

    /// Whether what was learned knows every question as it is now; otherwise it is time to learn anew.
    public var isLearned: Bool {
        guard let learned else { return false }
        return slots.allSatisfy { slot in
            (slot < learned.classes.count && learned.classes[slot] >= 0) || self[slot: slot].kind == .section
        }
    }
}

/// What the matcher says of one text.
struct Opinion {
    private let learned: KnowledgeIndex.Learned
    private let scores: [Float]

    init(_ learned: KnowledgeIndex.Learned, of text: FoldedText) {
        self.learned = learned
        scores = learned.matcher.scores(text)
    }

    /// About 0 to 2; nil when nothing was learned of the slot.
    func score(slot: Int) -> Float? {
        guard slot < learned.classes.count, learned.classes[slot] >= 0 else { return nil }
        return scores[Int(learned.classes[slot])]
    }

    /// What it says of a question that is not asked: nearly 0 among many, more among a few.
    var background: Float { scores.sorted()[scores.count / 2] }

    /// The slots that the text asks most.
    func best(_ count: Int) -> [Int] {
        var best: [(score: Float, slot: Int32)] = []
        for (score, slot) in zip(scores, learned.slots) where slot >= 0 {
            if best.count == count, score <= best[count - 1].score { continue }
            let place = best.firstIndex { $0.score < score } ?? best.count
            best.insert((score, slot), at: place)
            if best.count > count { best.removeLast() }
        }
        return best.map { Int($0.slot) }
    }
}
