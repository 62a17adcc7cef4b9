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
        hidden.add(vector.features, times: vector.values, at: rows, to: &activation)
        var units: [Int32] = []
        var values: [Float] = []
        for unit in 0..<activation.count * 16 where activation[number: unit] > 0 {
            units.append(Int32(unit))
            values.append(activation[number: unit])
        }
        var scores = outputBias
        output.add(units, times: values, to: &scores)
        scores.softmax(labels)
        for lane in scores.indices { sums[lane] += scores[lane] }
    }
}
