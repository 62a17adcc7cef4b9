/// A few features of many, each with what it counts for.
public struct SparseVector: Sendable {
    /// Rows of the vocabulary, ascending.
    public internal(set) var features: [Int32] = []
    public internal(set) var values: [Float] = []

    public var count: Int { features.count }
}
