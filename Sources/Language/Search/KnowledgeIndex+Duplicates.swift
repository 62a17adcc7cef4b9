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
        var asked: [UInt64: Int] = [:]
        var found: [UInt64: Float] = [:]
        for slot in slots {
            let document = self[slot: slot]
            guard document.kind == .question else { continue }
            for question in document.questions {
                lines.append(question, slot: slot)
                guard let gist = FoldedText(question, longest: Query.longest).gist else { continue }
                if let other = asked[gist], other != slot { found[Self.pair(other, slot)] = Self.sameGist }
                asked[gist] = slot
            }
        }
        for pair in Likenesses(lines).pairs(threshold: Float(threshold)) {
            let key = Self.pair(pair.first, pair.second)
            found[key] = max(found[key] ?? 0, pair.similarity)
        }
        return found.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(limit).map { key, similarity in
            Duplicate(
                first: id(slot: Int(key >> 32)), second: id(slot: Int(key & 0xFFFF_FFFF)),
                similarity: Double(similarity))
        }
    }

    /// How alike questions are that are only put differently.
    private static let sameGist: Float = 0.9

    /// The lower slot above.
    private static func pair(_ a: Int, _ b: Int) -> UInt64 { UInt64(min(a, b)) << 32 | UInt64(max(a, b)) }
}
