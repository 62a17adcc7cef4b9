/// Tells what a sentence wants, by what it was taught.
public struct IntentModel: Sendable {
    public internal(set) var labels: [String]
    /// The label of what is none of the others, when it was taught one.
    var noneLabel: Int?
    var vocabulary: FeatureVocabulary
    var linear: LinearModel
    var nets: [Net]
    var judgement: IntentJudgement
    /// By label the keys of the sentences it was made of.
    public internal(set) var taught: [String: [UInt64]] = [:]
    /// How it read the sentences that were held out of its making.
    public internal(set) var exam = IntentExam()
    /// Intents that only go along with what is wanted: a greeting, thanks.
    public var courtesies: Set<String> = []
    /// By the key of a sentence, what somebody said that it means.
    var said: [UInt64: String] = [:]
    /// What its maker wants to know of it later.
    public var about = ""

    public func read(_ text: FoldedText) -> IntentReading { read(text.respelled.scalars[...]) }

    func read(_ scalars: ArraySlice<Unicode.Scalar>) -> IntentReading {
        let reading = judgement.reading(
            evidence(vocabulary.vector(scalars)), labels: labels, none: noneLabel)
        return said(scalars).map(reading.told) ?? reading
    }

    /// What the linear part and the nets say of it.
    func evidence(_ vector: SparseVector) -> Evidence {
        guard vector.count > 0 else { return Evidence(scores: [], chances: []) }
        let scores = linear.scores(vector)
        guard !nets.isEmpty else { return Evidence(scores: scores, chances: []) }
        var chances = [Lane](repeating: .zero, count: scores.count)
        for net in nets { net.add(vector, to: &chances) }
        for lane in chances.indices { chances[lane] /= Float(nets.count) }
        return Evidence(scores: scores, chances: chances)
    }
}

/// What both parts of a model say of one sentence; empty when it knows not a word of it.
struct Evidence: Sendable {
    var scores: [Lane]
    var chances: [Lane]
}
