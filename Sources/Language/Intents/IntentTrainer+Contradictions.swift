extension IntentTrainer {
    private static let parts = 5
    private static let othersForEach = 5
    /// Of an example's own label a separator says 1, of all else -1; a sentence nearer than this says what the label means.
    private static let contradicts: Float = -0.35

    /// Leaves out sentences of other labels that say what an added label means: an admin who makes factory visits an
    /// intent of their own need not look for them among the host's sentences.
    ///
    /// Each fifth of the others teaches what the added label is not; a sentence that the other four fifths' teachers
    /// take for it, on the whole, contradicts it.
    func withoutContradictions(_ set: TrainingSet) -> TrainingSet {
        guard !set.added.isEmpty, set.added.count < set.labels.count else { return set }
        let vocabulary = FeatureVocabulary(set.sentences.map(\.text), rarity: .init(examples: set.count))
        let vectors = set.sentences.map { vocabulary.vector($0.text) }
        let labels = Array(set.added.sorted())
        let contradicting = workforce.map(labels.count) { number in
            contradictions(to: labels[number], set, vectors, featureCount: vocabulary.count)
        }
        let wrong = Set(contradicting.joined())
        return wrong.isEmpty ? set : set.only(set.sentences.indices.filter { !wrong.contains($0) })
    }

    private func contradictions(
        to label: Int, _ set: TrainingSet, _ vectors: [SparseVector], featureCount: Int
    ) -> [Int] {
        var random = SplitMix(seed: seed)
        let others = set.sentences.indices.filter { !set.added.contains(set.sentences[$0].label) }.shuffled(
            using: &random)
        // Among few, a separator knows too little of what the label is not.
        let own = set.sentences.count { $0.label == label }
        guard others.count >= Self.parts * Self.othersForEach * own else { return [] }
        var sums = [Float](repeating: 0, count: set.count)
        for part in 0..<Self.parts {
            var examples = Examples()
            for index in set.sentences.indices where set.sentences[index].label == label {
                examples.append(vectors[index], label: 1)
            }
            for (place, index) in others.enumerated() where place % Self.parts == part {
                examples.append(vectors[index], label: 0)
            }
            let weights = LinearTrainer(examples, featureCount: featureCount, cost: 3).weights(
                for: 1, seed: seed)
            for (place, index) in others.enumerated() where place % Self.parts != part {
                sums[index] += vectors[index].product(weights)
            }
        }
        return others.filter { sums[$0] / Float(Self.parts - 1) > Self.contradicts }
    }
}

extension SparseVector {
    /// What a separator says of it; its bias is the last weight.
    fileprivate func product(_ weights: [Float]) -> Float {
        var sum = weights[weights.count - 1]
        for index in features.indices { sum += weights[Int(features[index])] * values[index] }
        return sum
    }
}
