extension KnowledgeIndex {
    /// Two documents that are asked by nearly the same question.
    public struct Duplicate: Sendable, Equatable {
        public var first: String
        public var second: String
        /// How alike their nearest questions are, to 1.
        public var similarity: Double
    }

    /// Documents asked by nearly the same question, the most alike first: somebody should decide which one answers.
    public func nearDuplicates(threshold: Double = 0.65, limit: Int = 100) -> [Duplicate] {
        var lines = Lines()
        for slot in slots {
            let document = self[slot: slot]
            guard document.kind == .question else { continue }
            for question in document.questions { lines.append(question, slot: slot) }
        }
        let pairs = lines.pairs(threshold: Float(threshold)).sorted {
            ($0.similarity, $1.first, $1.second) > ($1.similarity, $0.first, $0.second)
        }
        return pairs.prefix(limit).map {
            Duplicate(
                first: id(slot: $0.first), second: id(slot: $0.second), similarity: Double($0.similarity))
        }
    }
}

/// Questions as sorted rows of grams, to be held against each other.
private struct Lines {
    private var grams: [Gram] = []
    private var starts = [0]
    private var slots: [Int] = []
    private var reader = GramReader()

    /// A gram that stands in more questions than that brings no two together.
    private static let commonest = 32
    /// By how many of its rarest grams a question looks for others.
    private static let probes = 4

    struct Pair {
        var first: Int
        var second: Int
        var similarity: Float
    }

    mutating func append(_ question: String, slot: Int) {
        reader.read(FoldedText(question, longest: Query.longest).scalars[...])
        let row = Set(reader.grams).filter { $0.kind != .concept }.sorted { $0.key < $1.key }
        guard !row.isEmpty else { return }
        grams += row
        starts.append(grams.count)
        slots.append(slot)
    }

    /// The best pair of questions for every two documents that are alike.
    func pairs(threshold: Float) -> [Pair] {
        var best: [UInt64: Float] = [:]
        let index = Occurrences(grams, starts)
        let norms = slots.indices.map { row in
            grams[starts[row]..<starts[row + 1]].reduce(0) { $0 + index.square($1) }
        }
        for row in slots.indices {
            for other in index.neighbours(grams[starts[row]..<starts[row + 1]]) where other < row {
                guard slots[other] != slots[row] else { continue }
                let similarity = shared(row, other, index) / (norms[row] * norms[other]).squareRoot()
                guard similarity >= threshold else { continue }
                let ends = (min(slots[row], slots[other]), max(slots[row], slots[other]))
                let key = UInt64(ends.0) << 32 | UInt64(ends.1)
                best[key] = max(best[key] ?? 0, min(similarity, 1))
            }
        }
        return best.map {
            Pair(first: Int($0.key >> 32), second: Int($0.key & 0xFFFF_FFFF), similarity: $0.value)
        }
    }

    private func shared(_ first: Int, _ second: Int, _ index: Occurrences) -> Float {
        var (a, b) = (starts[first], starts[second])
        var sum: Float = 0
        while a < starts[first + 1], b < starts[second + 1] {
            if grams[a] == grams[b] { sum += index.square(grams[a]) }
            (a, b) = (grams[a].key <= grams[b].key ? a + 1 : a, grams[b].key <= grams[a].key ? b + 1 : b)
        }
        return sum
    }

    /// In which rows each gram occurs.
    private struct Occurrences {
        private var entries: [UInt64] = []
        private let rows: Int

        init(_ grams: [Gram], _ starts: [Int]) {
            rows = starts.count - 1
            entries.reserveCapacity(grams.count)
            for row in 0..<rows {
                for gram in grams[starts[row]..<starts[row + 1]] {
                    entries.append(UInt64(gram.key) << 32 | UInt64(row))
                }
            }
            entries.sort()
        }

        private func range(_ gram: Gram) -> Range<Int> {
            first(UInt64(gram.key) << 32)..<first((UInt64(gram.key) + 1) << 32)
        }

        private func first(_ entry: UInt64) -> Int {
            var (low, high) = (0, entries.count)
            while low < high {
                let middle = (low + high) / 2
                if entries[middle] < entry { low = middle + 1 } else { high = middle }
            }
            return low
        }

        func square(_ gram: Gram) -> Float {
            let weight = gram.weight * Rarity.weight(range(gram).count, of: rows)
            return weight * weight
        }

        func neighbours(_ row: ArraySlice<Gram>) -> Set<Int> {
            let ranges = row.map(range).sorted { $0.count < $1.count }.prefix(Lines.probes)
            var found: Set<Int> = []
            for range in ranges where range.count <= Lines.commonest || ranges.first == range {
                found.formUnion(entries[range].suffix(4 * Lines.commonest).map { Int($0 & 0xFFFF_FFFF) })
            }
            return found
        }
    }
}
