extension KnowledgeIndex {
    /// A document that was found.
    public struct Hit: Sendable, Equatable {
        public var id: String
        /// How likely it is that this answers what was asked, 0 to 1.
        public var score: Double
        /// One of the document's questions is the text, but for its marks.
        public var isExact = false
        /// The share of what the text speaks of that the document speaks of too, 0 to 1.
        public var coverage: Double

        /// Whether it may be given as the answer; strictly, only when it is nearly sure and nothing asked is left out.
        public func isAnswer(threshold: Double = 0.6, isStrict: Bool = false) -> Bool {
            if isExact { return true }
            guard isStrict else { return score >= threshold }
            return score >= max(threshold, Self.strictThreshold) && coverage > 0.999
        }

        private static let strictThreshold = 0.8
    }
}
