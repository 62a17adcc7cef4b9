/// Two layers over the sparse vector: hidden units, then one output a label.
struct Net: Sendable {
    let labels: Int
    /// The row of each feature of the vocabulary; -1 for one that stood in a single sentence and teaches nothing more.
    var rows: [Int32]
    var hidden: ByteMatrix
    var hiddenBias: [Lane]
    /// One row a hidden unit.
    var output: ByteMatrix
    var outputBias: [Lane]

    /// Adds its probabilities to `sums`.
    func add(_ vector: SparseVector, to sums: inout [Lane]) {
        var activation = hiddenBias
        for index in vector.features.indices {
            let row = rows[Int(vector.features[index])]
            if row >= 0 { hidden.add(Int(row), times: vector.values[index], to: &activation) }
        }
        var scores = outputBias
        for lane in activation.indices {
            for at in 0..<16 where activation[lane][at] > 0 {
                output.add(lane * 16 + at, times: activation[lane][at], to: &scores)
            }
        }
        scores.softmax(labels)
        for lane in scores.indices { sums[lane] += scores[lane] }
    }
}
