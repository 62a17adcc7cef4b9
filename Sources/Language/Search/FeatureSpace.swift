#if canImport(Glibc)
    internal import Glibc
#endif

/// The features of the questions that are known, and how much each tells.
struct FeatureSpace: Sendable {
    /// Rising; a feature's row is its place here.
    private let features: [UInt32]
    private let weights: [Float]

    /// Beside the buckets of the feature reader: what words mean to a shop.
    private static let conceptMark: UInt32 = 1 << 30
    private static let conceptWeight: Float = 2

    var count: Int { features.count }

    init(_ texts: some Sequence<FoldedText>) {
        var all: [UInt32] = []
        var total: Float = 0
        for text in texts {
            all += Set(Self.features(of: text))
            total += 1
        }
        all.sort()
        var features: [UInt32] = []
        var weights: [Float] = []
        var index = 0
        while index < all.count {
            let next = all[index...].firstIndex { $0 != all[index] } ?? all.count
            features.append(all[index])
            let rarity = logf((1 + total) / (1 + Float(next - index))) + 1
            weights.append(all[index] & Self.conceptMark == 0 ? rarity : rarity * Self.conceptWeight)
            index = next
        }
        self.features = features
        self.weights = weights
    }

    /// The features of the text that are known here.
    func vector(of text: FoldedText) -> SparseVector {
        var vector = SparseVector()
        var square: Float = 0
        let found = Self.features(of: text).sorted()
        var index = 0
        while index < found.count {
            let next = found[index...].firstIndex { $0 != found[index] } ?? found.count
            if let row = row(found[index]) {
                let value = (1 + logf(Float(next - index))) * weights[row]
                vector.features.append(Int32(row))
                vector.values.append(value)
                square += value * value
            }
            index = next
        }
        let scale = 1 / max(square, .leastNormalMagnitude).squareRoot()
        for index in vector.values.indices { vector.values[index] *= scale }
        return vector
    }

    private func row(_ feature: UInt32) -> Int? {
        var (low, high) = (0, features.count)
        while low < high {
            let middle = (low + high) / 2
            if features[middle] < feature { low = middle + 1 } else { high = middle }
        }
        return low < features.count && features[low] == feature ? low : nil
    }

    private static func features(of text: FoldedText) -> [UInt32] {
        let scalars = text.scalars.prefix(Query.longest)
        var reader = FeatureReader()
        reader.read(scalars)
        var grams = GramReader()
        grams.read(scalars)
        let concepts = grams.grams.lazy.filter { $0.kind == .concept }.map { $0.key >> 3 | conceptMark }
        return reader.features.map(\.bucket) + concepts
    }
}
