extension KnowledgeIndex {
    /// Two documents that are asked by nearly the same question.
    public struct Duplicate: Sendable, Equatable {
        public var first: String
        public var second: String
        /// How alike their nearest questions are, to 1.
        public var similarity: Double
    }

    /// Documents asked by nearly the same question, the most alike first: somebody should decide which one answers.
    public func nearDuplicates(threshold: Double = 0.65, limit: Int = 100) -> [Duplicate] {
        var lines = Lines()
        for slot in slots {
            let document = self[slot: slot]
            guard document.kind == .question else { continue }
            for question in document.questions { lines.append(question, slot: slot) }
        }
        let pairs = Likenesses(lines).pairs(threshold: Float(threshold)).sorted {
            ($0.similarity, $1.first, $1.second) > ($1.similarity, $0.first, $0.second)
        }
        return pairs.prefix(limit).map {
            Duplicate(
                first: id(slot: $0.first), second: id(slot: $0.second), similarity: Double($0.similarity))
        }
    }
}
