/// A few features of many, each with what it counts for.
struct SparseVector: Sendable {
    /// Rows of the vocabulary, ascending.
    var features: [Int32] = []
    var values: [Float] = []

    var count: Int { features.count }
}
