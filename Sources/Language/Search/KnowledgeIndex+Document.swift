extension KnowledgeIndex {
    /// What can be found: a question with its answer, or a section of a document.
    public struct Document: Sendable, Equatable {
        public enum Kind: UInt8, Sendable { case question, section }

        public var id: String
        public var kind: Kind
        /// A question and its paraphrases; of a section the headings above it.
        public var questions: [String]
        /// The answer, or what the section says.
        public var text: String

        public init(id: String, kind: Kind, questions: [String] = [], text: String = "") {
            self.id = id
            self.kind = kind
            self.questions = questions
            self.text = text
        }
    }
}
