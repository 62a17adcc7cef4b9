internal import Glibc

/// Makes a model from sentences: the same from the same, on every machine.
public struct IntentTrainer: Sendable {
    public var workforce = Workforce.alone
    public var seed: UInt64 = 1
    /// Without nets a model is there in a second, and a little worse; nil: as many as fit into its room.
    public var nets: Int?
    private static let hidden = 128
    private static let mostRepetitions = 12
    /// As a power. More of it finds more of what an admin adds, and takes more of what the host knew for it.
    private static let favouredScarcity: Float = 0.75
    /// In bytes.
    private static let roomForNets = 16_000_000

    public init() {}

    public func train(_ sentences: TrainingSet) -> IntentModel {
        var set = withoutContradictions(sentences)
        set.addLabelWords()
        var model = parts(set)
        let seen = heldOut(set)
        model.judgement = IntentJudgement(
            seen, count: set.labels.count, none: model.noneLabel, favour: favour(set))
        model.taught = sentences.taught
        model.exam = model.exam(seen)
        if model.judgement.netShare == 0 { model.nets = [] }
        return model
    }

    /// The same from its linear part alone: what a model of many sentences is until its nets are taught.
    public func trainQuickly(_ sentences: TrainingSet) -> IntentModel {
        var trainer = self
        trainer.nets = 0
        return trainer.train(sentences)
    }

    /// What models of parts of the sentences say of the rest.
    private func heldOut(_ set: TrainingSet) -> [HeldOut] {
        // Among few, every sentence has to serve.
        let folds = set.count < 1500 ? 0..<5 : 0..<1
        return folds.flatMap { fold in
            let (rest, part) = set.divided(part: fold, of: 5, seed: seed)
            let model = parts(set.only(rest))
            return part.map { index in
                let sentence = set.sentences[index]
                return HeldOut(
                    evidence: model.evidence(model.vocabulary.vector(sentence.text)), truth: sentence.label,
                    key: TrainingSet.key(sentence.text))
            }
        }
    }

    /// How often the sentences of each label are shown: what an admin says in ten is not to drown in thousands.
    private func repetitions(_ set: TrainingSet) -> [Int] {
        scarcity(set).map { $0 < 4 ? 1 : min(Self.mostRepetitions, Int($0.squareRoot().rounded())) }
    }

    /// An added label is meant more often than its few sentences say: whoever added it expects it to be.
    private func favour(_ set: TrainingSet) -> [Float] {
        guard !set.added.isEmpty else { return [] }
        return scarcity(set).enumerated().map { label, scarcity in
            set.added.contains(label) ? max(0, Self.favouredScarcity * logf(scarcity)) : 0
        }
    }

    /// By label, how many times its sentences a label has on the whole.
    private func scarcity(_ set: TrainingSet) -> [Float] {
        var counts = [Int](repeating: 0, count: set.labels.count)
        for (label, _) in set.sentences { counts[label] += 1 }
        let mean = Float(set.count) / Float(max(1, set.labels.count))
        return counts.map { mean / Float(max(1, $0)) }
    }

    private func parts(_ set: TrainingSet) -> IntentModel {
        let texts = set.sentences.map(\.text)
        let vocabulary = FeatureVocabulary(texts, rarity: .init(examples: set.count))
        var vectors = Examples()
        let times = repetitions(set)
        for (label, text) in set.sentences {
            let vector = vocabulary.vector(text)
            for _ in 0..<times[label] { vectors.append(vector, label: label) }
        }
        let examples = vectors
        let linear = LinearTrainer(examples, featureCount: vocabulary.count, cost: 3)
        let separators = workforce.map(set.labels.count) { linear.weights(for: $0, seed: seed) }
        let rows = NetTrainer.rows(examples, vocabulary.count)
        let count = nets ?? max(2, min(4, Self.roomForNets / (Self.hidden * max(1, rows.count { $0 >= 0 }))))
        let taught = workforce.map(count) { number in
            var trainer = NetTrainer(
                examples, rows: rows, labelCount: set.labels.count, hidden: Self.hidden,
                seed: seed &+ UInt64(number) &* 0x1000)
            return trainer.train()
        }
        return IntentModel(
            labels: set.labels, noneLabel: set.labels.firstIndex(of: TrainingSet.none),
            vocabulary: vocabulary,
            linear: LinearModel(separators), nets: taught, judgement: IntentJudgement())
    }
}

extension IntentModel {
    fileprivate func exam(_ seen: [HeldOut]) -> IntentExam {
        var exam = IntentExam()
        for one in seen {
            let reading = judgement.reading(one.evidence, labels: labels, none: noneLabel)
            exam.add(one.key, of: labels[one.truth], isRight: reading.name == labels[one.truth])
        }
        return exam
    }
}
