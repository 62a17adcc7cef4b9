/// One label against the rest: a linear separator with squared hinge loss, found by dual coordinate descent.
///
/// Hsieh et al., "A Dual Coordinate Descent Method for Large-scale Linear SVM", 2008, without shrinking.
struct LinearTrainer: Sendable {
    let examples: Examples
    let featureCount: Int
    /// What an example on the wrong side costs.
    let cost: Float
    private let mostSweeps = 60
    private let tolerance: Float = 0.1

    init(_ examples: Examples, featureCount: Int, cost: Float) {
        self.examples = examples
        self.featureCount = featureCount
        self.cost = cost
    }

    /// The weights of `label` over all features, the bias last.
    func weights(for label: Int, seed: UInt64) -> [Float] {
        var weights = [Float](repeating: 0, count: featureCount + 1)
        var dual = [Float](repeating: 0, count: examples.count)
        var order = Array(0..<examples.count)
        var random = SplitMix(seed: seed &+ UInt64(label) &* 0x9E37)
        for _ in 0..<mostSweeps {
            order.shuffle(using: &random)
            var steepest: (down: Float, up: Float) = (0, 0)
            for example in order {
                let sign: Float = examples.labels[example] == label ? 1 : -1
                let slope = step(example, sign, &weights, &dual[example])
                steepest = (min(steepest.down, slope), max(steepest.up, slope))
            }
            if steepest.up - steepest.down <= tolerance { break }
        }
        return weights
    }

    /// Moves one example's weight to its best place, the others as they are; returns how steep it was there.
    private func step(_ example: Int, _ sign: Float, _ weights: inout [Float], _ dual: inout Float) -> Float {
        let range = examples.range(example)
        var score = weights[featureCount]
        for at in range { score += weights[Int(examples.features[at])] * examples.values[at] }
        let diagonal = 0.5 / cost
        let gradient = sign * score - 1 + diagonal * dual
        let slope = dual == 0 ? min(gradient, 0) : gradient
        guard abs(slope) > 1e-6 else { return slope }
        // A vector of unit length and the bias: their square is two.
        let next = max(dual - gradient / (2 + diagonal), 0)
        let change = (next - dual) * sign
        dual = next
        for at in range { weights[Int(examples.features[at])] += change * examples.values[at] }
        weights[featureCount] += change
        return slope
    }
}
