internal import Glibc

/// The features that were seen in training, each with what it counts for.
struct FeatureVocabulary: Sendable {
    /// How much rarity counts, as a power of the inverse document frequency: less where examples are many, least in Chinese.
    struct Rarity: Sendable {
        let latin: Float
        let chinese: Float = 0.25

        /// What was best on data sets of that size.
        init(examples: Int) { latin = examples < 1000 ? 1 : 0.5 }
    }

    /// The row of each bucket; -1 where it was never seen.
    var rows: [Int32]
    /// What each row counts for.
    var weights: [Float]

    var count: Int { weights.count }

    init(rows: [Int32], weights: [Float]) {
        self.rows = rows
        self.weights = weights
    }

    init(_ texts: some Collection<FoldedText>, rarity: Rarity) {
        rows = [Int32](repeating: -1, count: FeatureReader.buckets)
        var frequencies: [(count: Int32, last: Int32, isChinese: Bool)] = []
        var reader = FeatureReader()
        for (number, text) in texts.enumerated() {
            reader.read(text.scalars[...])
            for feature in reader.features {
                if rows[Int(feature.bucket)] < 0 {
                    rows[Int(feature.bucket)] = Int32(frequencies.count)
                    frequencies.append((0, -1, feature.isChinese))
                }
                let row = Int(rows[Int(feature.bucket)])
                guard frequencies[row].last != Int32(number) else { continue }
                frequencies[row].last = Int32(number)
                frequencies[row].count += 1
            }
        }
        let total = Float(texts.count)
        weights = frequencies.map { frequency in
            let rareness = logf((1 + total) / (1 + Float(frequency.count))) + 1
            return powf(rareness, frequency.isChinese ? rarity.chinese : rarity.latin)
        }
    }

    /// A text as a vector of unit length; what was never seen falls away.
    func vector(_ text: FoldedText) -> SparseVector { vector(text.scalars[...]) }

    func vector(_ scalars: ArraySlice<Unicode.Scalar>) -> SparseVector {
        var reader = FeatureReader()
        reader.read(scalars)
        var known: [Int32] = []
        known.reserveCapacity(reader.features.count)
        for feature in reader.features {
            let row = rows[Int(feature.bucket)]
            if row >= 0 { known.append(row) }
        }
        known.sort()
        return vector(sorted: known)
    }

    private func vector(sorted rows: [Int32]) -> SparseVector {
        var vector = SparseVector()
        vector.features.reserveCapacity(rows.count)
        vector.values.reserveCapacity(rows.count)
        var square: Float = 0
        var index = 0
        while index < rows.count {
            var next = index + 1
            while next < rows.count, rows[next] == rows[index] { next += 1 }
            let times = next - index == 1 ? 1 : 1 + logf(Float(next - index))
            let value = times * weights[Int(rows[index])]
            vector.features.append(rows[index])
            vector.values.append(value)
            square += value * value
            index = next
        }
        let scale = square > 0 ? 1 / square.squareRoot() : 0
        for index in vector.values.indices { vector.values[index] *= scale }
        return vector
    }
}
