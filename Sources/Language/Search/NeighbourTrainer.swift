/// Separates one label's texts from those that are easily taken for them.
///
/// Against all texts of thousands of questions it would take minutes; texts that share nothing with a question say
/// nothing of it but how seldom it is asked, and a few of them say that as well.
struct NeighbourTrainer {
    private let vectors: [SparseVector]
    private let labels: [Int]
    private let rows: Int
    /// By row the texts that have it.
    private let starts: [Int]
    private let texts: [Int32]
    private let byLabel: [[Int]]

    private static let cost: Float = 1
    private static let neighbours = 200
    private static let strangers = 200
    /// What is lighter than the heaviest tells nothing.
    private static let mostWeights = 600
    private static let leastWeight: Float = 0.002

    struct Separator {
        var weights: [(row: Int, weight: Float)]
        var bias: Float
    }

    init(_ vectors: [SparseVector], labels: [Int], rows: Int) {
        self.vectors = vectors
        self.labels = labels
        self.rows = rows
        var starts = [Int](repeating: 0, count: rows + 1)
        for vector in vectors { for row in vector.features { starts[Int(row) + 1] += 1 } }
        for row in 0..<rows { starts[row + 1] += starts[row] }
        var texts = [Int32](repeating: 0, count: starts[rows])
        var next = starts
        var byLabel = [[Int]](repeating: [], count: (labels.max() ?? -1) + 1)
        for (text, vector) in vectors.enumerated() {
            byLabel[labels[text]].append(text)
            for row in vector.features {
                texts[next[Int(row)]] = Int32(text)
                next[Int(row)] += 1
            }
        }
        self.starts = starts
        self.texts = texts
        self.byLabel = byLabel
    }

    func separator(of label: Int) -> Separator {
        var examples = Examples()
        for text in chosen(label) { examples.append(vectors[text], label: labels[text]) }
        let trainer = LinearTrainer(examples, featureCount: rows, cost: Self.cost)
        let weights = trainer.weights(for: label, seed: 1)
        let heavy = weights.indices.dropLast().filter { abs(weights[$0]) > Self.leastWeight }
        let heaviest = heavy.sorted { (abs(weights[$0]), $1) > (abs(weights[$1]), $0) }.prefix(
            Self.mostWeights)
        return Separator(weights: heaviest.map { ($0, weights[$0]) }, bias: weights[rows])
    }

    /// The label's own texts, those nearest to them, and some of the rest.
    private func chosen(_ label: Int) -> [Int] {
        guard vectors.count > Self.neighbours + Self.strangers else { return Array(0..<vectors.count) }
        let own = byLabel[label]
        let near = neighbours(own).prefix(Self.neighbours)
        let every = max(1, vectors.count / Self.strangers)
        let known = Set(own + near)
        return own + near
            + stride(from: label % every, to: vectors.count, by: every).filter { !known.contains($0) }
    }

    /// The texts that share most with the given ones, the nearest first.
    private func neighbours(_ own: [Int]) -> [Int] {
        var nearness = [Float](repeating: 0, count: vectors.count)
        for text in own {
            for (row, value) in zip(vectors[text].features, vectors[text].values) {
                let having = starts[Int(row)]..<starts[Int(row) + 1]
                // What a twentieth of all texts have makes no two of them neighbours.
                guard having.count * 20 < vectors.count else { continue }
                for place in having {
                    nearness[Int(texts[place])] += value * value
                }
            }
        }
        for text in own { nearness[text] = 0 }
        return nearness.indices.filter { nearness[$0] > 0 }.sorted { (nearness[$0], $1) > (nearness[$1], $0) }
    }
}
