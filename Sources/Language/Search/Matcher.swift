/// Which known question a text asks, learned from the questions and their paraphrases: a separator for each of them.
public struct Matcher: Sendable {
    /// By class: the id of its document, and a hash of what was learned from it.
    let ids: [String]
    let sources: [UInt32]
    private let space: FeatureSpace
    private let separators: Separators

    /// More questions than that are not learned: the nearest one serves.
    public static let mostQuestions = 5000

    /// Learns from the documents that are questions, which takes up to half a minute for thousands: not for a turn's thread.
    ///
    /// Nil when they are too many or too few, or when it is told to leave off.
    public init?(_ documents: [KnowledgeIndex.Document], isCancelled: () -> Bool = { false }) {
        let questions = documents.filter { $0.kind == .question && !$0.questions.isEmpty }
        guard (2...Self.mostQuestions).contains(questions.count) else { return nil }
        ids = questions.map(\.id)
        sources = questions.map(Self.source)
        let texts = Self.texts(questions)
        let space = FeatureSpace(texts.lazy.map(\.text))
        let trainer = NeighbourTrainer(
            texts.map { space.vector(of: $0.text) }, labels: texts.map(\.label), rows: space.count)
        var learned: [NeighbourTrainer.Separator] = []
        for label in questions.indices {
            if isCancelled() { return nil }
            learned.append(trainer.separator(of: label))
        }
        self.space = space
        separators = Separators(learned, rows: space.count)
    }

    /// By class how much the text asks it: 0 and less for not at all, 2 for certainly.
    func scores(_ text: FoldedText) -> [Float] { separators.scores(space.vector(of: text)).map { $0 + 1 } }

    /// Every way to ask each document; its answer is one more.
    private static func texts(_ documents: [KnowledgeIndex.Document]) -> [(text: FoldedText, label: Int)] {
        documents.enumerated().flatMap { label, document in
            (document.questions + [document.text]).filter { !$0.isEmpty }.map {
                (FoldedText($0, longest: Query.longest), label)
            }
        }
    }

    /// Tells a document from the same with other questions or another answer.
    static func source(_ document: KnowledgeIndex.Document) -> UInt32 {
        Directory.hash(document.questions.joined(separator: "\n") + "\n" + document.text)
    }
}

/// The weights of all classes, by feature: only those of a text's own features are read.
private struct Separators: Sendable {
    private let starts: [UInt32]
    private let classes: [UInt16]
    private let weights: [Float]
    private let biases: [Float]

    init(_ separators: [NeighbourTrainer.Separator], rows: Int) {
        var entries = separators.enumerated().flatMap { number, separator in
            separator.weights.map {
                UInt64($0.row) << 32 | UInt64(number) << 16 | UInt64(Float16($0.weight).bitPattern)
            }
        }
        entries.sort()
        classes = entries.map { UInt16(truncatingIfNeeded: $0 >> 16) }
        weights = entries.map { Float(Float16(bitPattern: UInt16(truncatingIfNeeded: $0))) }
        biases = separators.map(\.bias)
        var starts = [UInt32](repeating: 0, count: rows + 1)
        for entry in entries { starts[Int(entry >> 32) + 1] += 1 }
        for row in 0..<rows { starts[row + 1] += starts[row] }
        self.starts = starts
    }

    func scores(_ vector: SparseVector) -> [Float] {
        var scores = biases
        for (row, value) in zip(vector.features, vector.values) {
            for at in Int(starts[Int(row)])..<Int(starts[Int(row) + 1]) {
                scores[Int(classes[at])] += weights[at] * value
            }
        }
        return scores
    }
}
