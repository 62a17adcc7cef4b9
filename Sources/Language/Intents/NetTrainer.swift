/// Teaches a net by stochastic gradient descent with Adagrad, touching only the rows of features that occur.
///
/// Each step leaves out most features and some hidden units at random: with few examples nothing else helped as much.
struct NetTrainer {
    let examples: Examples
    let rows: [Int32]
    let labelCount: Int
    let hidden: Int
    private let epochs: Int
    private let rate: Float = 0.1
    private let keptInput: Float = 0.4
    private let keptHidden: Float = 0.6

    private var random: SplitMix
    private let width: Int
    private let outputWidth: Int
    // What is learnt, and by each the sum of squared gradients that slows it down.
    private var weights: [Lane]
    private var squares: [Float]
    private var bias: [Lane]
    private var biasSquares: [Lane]
    private var output: [Lane]
    private var outputSquares: [Lane]
    private var outputBias: [Lane]
    private var outputBiasSquares: [Lane]
    // Of the step that is done now.
    private var activation: [Lane]
    private var scores: [Lane]
    private var gradient: [Lane]
    private var kept: [Int] = []

    init(_ examples: Examples, rows: [Int32], labelCount: Int, hidden: Int, seed: UInt64) {
        self.examples = examples
        self.hidden = hidden
        epochs = examples.count < 2000 ? 40 : 24
        self.labelCount = labelCount
        self.rows = rows
        random = SplitMix(seed: seed)
        width = [Lane].lanes(for: hidden)
        outputWidth = [Lane].lanes(for: labelCount)
        let rowCount = Int(rows.max() ?? -1) + 1
        weights = Self.small(rowCount * width, 0.2, &random)
        squares = .init(repeating: 0.1, count: rowCount)
        bias = .init(repeating: .zero, count: width)
        biasSquares = .init(repeating: Lane(repeating: 0.1), count: width)
        output = Self.small(hidden * outputWidth, 0.1, &random)
        outputSquares = .init(repeating: Lane(repeating: 0.1), count: hidden * outputWidth)
        outputBias = .init(repeating: .zero, count: outputWidth)
        outputBiasSquares = .init(repeating: Lane(repeating: 0.1), count: outputWidth)
        activation = .init(repeating: .zero, count: width)
        scores = .init(repeating: .zero, count: outputWidth)
        gradient = .init(repeating: .zero, count: width)
    }

    /// A row for each feature of at least two examples; -1 for the others, which teach nothing.
    static func rows(_ examples: Examples, _ featureCount: Int) -> [Int32] {
        var times = [UInt8](repeating: 0, count: featureCount)
        for feature in examples.features { times[Int(feature)] = min(times[Int(feature)] + 1, 2) }
        var next: Int32 = 0
        return times.map { times in
            guard times > 1 else { return -1 }
            defer { next += 1 }
            return next
        }
    }

    private static func small(_ count: Int, _ scale: Float, _ random: inout SplitMix) -> [Lane] {
        (0..<count).map { _ in
            var lane = Lane.zero
            for at in 0..<16 { lane[at] = (random.unit() + random.unit() + random.unit() - 1.5) * scale }
            return lane
        }
    }

    mutating func train() -> Net {
        var order = Array(0..<examples.count)
        for epoch in 0..<epochs {
            order.shuffle(using: &random)
            let rate = rate * (1 - 0.9 * Float(epoch) / Float(epochs))
            for example in order { learn(example, rate) }
        }
        var net = Net(
            labels: labelCount, rows: rows, hidden: ByteMatrix(width: width), hiddenBias: bias,
            output: ByteMatrix(width: outputWidth), outputBias: outputBias)
        for row in squares.indices { net.hidden.append(weights[row * width..<(row + 1) * width]) }
        for unit in 0..<hidden { net.output.append(output[unit * outputWidth..<(unit + 1) * outputWidth]) }
        return net
    }

    private mutating func learn(_ example: Int, _ rate: Float) {
        kept.removeAll(keepingCapacity: true)
        for at in examples.range(example)
        where rows[Int(examples.features[at])] >= 0 && random.unit() < keptInput { kept.append(at) }
        activate()
        score()
        scores[number: examples.labels[example]] -= 1
        adjustOutput(rate)
        adjustHidden(rate)
    }

    private mutating func activate() {
        for lane in 0..<width { activation[lane] = bias[lane] }
        for at in kept {
            let start = Int(rows[Int(examples.features[at])]) * width
            let value = examples.values[at] / keptInput
            activation.add(weights, from: start, times: value)
        }
        for lane in 0..<width {
            for at in 0..<16 {
                let isKept = activation[lane][at] > 0 && random.unit() < keptHidden
                activation[lane][at] = isKept ? activation[lane][at] / keptHidden : 0
            }
        }
    }

    private mutating func score() {
        for lane in 0..<outputWidth { scores[lane] = outputBias[lane] }
        for unit in 0..<hidden {
            let value = activation[number: unit]
            guard value != 0 else { continue }
            scores.add(output, from: unit * outputWidth, times: value)
        }
        scores.softmax(labelCount)
    }

    /// `scores` are the errors by now; what each hidden unit had to do with them becomes `gradient`.
    private mutating func adjustOutput(_ rate: Float) {
        for unit in 0..<hidden {
            let value = activation[number: unit]
            guard value != 0 else {
                gradient[number: unit] = 0
                continue
            }
            var back = Lane.zero
            for lane in 0..<outputWidth {
                let at = unit * outputWidth + lane
                back += output[at] * scores[lane]
                let slope = scores[lane] * value
                outputSquares[at] += slope * slope
                output[at] -= rate * slope / outputSquares[at].squareRoot()
            }
            gradient[number: unit] = back.sum() / keptHidden
        }
        for lane in 0..<outputWidth {
            outputBiasSquares[lane] += scores[lane] * scores[lane]
            outputBias[lane] -= rate * scores[lane] / outputBiasSquares[lane].squareRoot()
        }
    }

    private mutating func adjustHidden(_ rate: Float) {
        var square: Float = 0
        for lane in 0..<width {
            let squared = gradient[lane] * gradient[lane]
            biasSquares[lane] += squared
            bias[lane] -= rate * gradient[lane] / biasSquares[lane].squareRoot()
            square += squared.sum()
        }
        square /= Float(hidden)
        for at in kept {
            let row = Int(rows[Int(examples.features[at])])
            let value = examples.values[at] / keptInput
            squares[row] += square * value * value
            let step = -rate * value / squares[row].squareRoot()
            weights.add(gradient, at: row * width, times: step)
        }
    }
}
