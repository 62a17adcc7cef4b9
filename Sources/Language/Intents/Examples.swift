/// Sentences as sparse vectors, one after another, each with its label.
struct Examples: Sendable {
    private(set) var features: [Int32] = []
    private(set) var values: [Float] = []
    private var starts: [Int] = [0]
    private(set) var labels: [Int] = []

    var count: Int { labels.count }

    func range(_ example: Int) -> Range<Int> { starts[example]..<starts[example + 1] }

    mutating func append(_ vector: SparseVector, label: Int) {
        features += vector.features
        values += vector.values
        starts.append(features.count)
        labels.append(label)
    }
}
