/// All labels' separators: what each says of a sentence.
struct LinearModel: Sendable {
    let labels: Int
    /// One row a feature.
    var weights: ByteMatrix
    var bias: [Lane]

    init(labels: Int, weights: ByteMatrix, bias: [Lane]) {
        self.labels = labels
        self.weights = weights
        self.bias = bias
    }

    init(_ separators: [[Float]]) {
        labels = separators.count
        let width = [Lane].lanes(for: separators.count)
        weights = ByteMatrix(width: width)
        bias = .init(repeating: .zero, count: width)
        guard let features = separators.first?.count else { return }
        for feature in 0..<features {
            var row = [Lane](repeating: .zero, count: width)
            for label in separators.indices { row[number: label] = separators[label][feature] }
            if feature < features - 1 { weights.append(row[...]) } else { bias = row }
        }
    }

    /// Above zero: it is; below: it is not.
    func scores(_ vector: SparseVector) -> [Lane] {
        var scores = bias
        weights.add(vector.features, times: vector.values, to: &scores)
        return scores
    }
}
