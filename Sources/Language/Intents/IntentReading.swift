/// What a sentence wants.
public struct IntentReading: Sendable, Equatable {
    public struct Candidate: Sendable, Equatable {
        public var name: String
        public var confidence: Double
    }

    /// `none` when it is none of the intents.
    public var name: String
    public var confidence: Double
    /// The likeliest three, the first being `name` unless that is `none`.
    public var alternatives: [Candidate]
    /// How much speaks for none of them: above zero, it is none.
    public var noneScore: Double

    /// Two are about as likely: better to ask back.
    public var isTie: Bool {
        guard name != TrainingSet.none, alternatives.count > 1 else { return false }
        return alternatives[1].confidence > 0.5 * alternatives[0].confidence
            && alternatives[0].confidence < 0.7
    }
}

extension IntentReading {
    /// The same sentence, of which somebody said what it means.
    func told(_ name: String) -> IntentReading {
        guard name != TrainingSet.none else {
            return IntentReading(
                name: name, confidence: 1, alternatives: alternatives, noneScore: max(noneScore, 1))
        }
        let others = alternatives.filter { $0.name != name }.map { Candidate(name: $0.name, confidence: 0) }
        return IntentReading(
            name: name, confidence: 1,
            alternatives: [Candidate(name: name, confidence: 1)] + others.prefix(2),
            noneScore: min(noneScore, 0))
    }
}
