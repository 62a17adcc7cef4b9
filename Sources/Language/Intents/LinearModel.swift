/// All labels' separators: what each says of a sentence.
struct LinearModel: Sendable {
    /// One row a feature.
    var weights: ByteMatrix
    var bias: [Lane]

    init(weights: ByteMatrix, bias: [Lane]) {
        self.weights = weights
        self.bias = bias
    }

    init(_ separators: [[Float]]) {
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
