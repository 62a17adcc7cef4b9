/// Questions to be held against each other: the grams of each, and whose it is.
struct Lines {
    /// Gram above, line below.
    fileprivate private(set) var entries: [UInt64] = []
    fileprivate private(set) var slots: [Int] = []
    private var reader = GramReader()

    mutating func append(_ question: String, slot: Int) {
        reader.read(FoldedText(question, longest: Query.longest).scalars[...])
        let grams = Set(reader.grams).filter { $0.kind != .concept }
        guard !grams.isEmpty else { return }
        for gram in grams { entries.append(UInt64(gram.key) << 32 | UInt64(slots.count)) }
        slots.append(slot)
    }
}

/// Lines by their grams and grams by their lines: each line is held only against those that share its rarest grams.
struct Likenesses {
    private let slots: [Int]
    /// By gram its lines, from `lineStarts[gram]` on.
    private var lines: [Int32] = []
    private var lineStarts: [Int32] = [0]
    /// By line its grams, rising, from `gramStarts[line]` on.
    private var grams: [Int32]
    private var gramStarts: [Int32]
    /// By gram the square of what it tells.
    private var squares: [Float] = []
    private var norms: [Float]

    /// A gram that stands in more lines than that brings no two together.
    private static let commonest = 32
    /// By how many of its rarest grams a line looks for others.
    private static let probes = 4

    init(_ given: Lines) {
        slots = given.slots
        var entries = given.entries
        entries.sort()
        gramStarts = [Int32](repeating: 0, count: slots.count + 1)
        for entry in entries { gramStarts[Int(entry & 0xFFFF_FFFF) + 1] += 1 }
        for line in slots.indices { gramStarts[line + 1] += gramStarts[line] }
        grams = [Int32](repeating: 0, count: entries.count)
        norms = [Float](repeating: 0, count: slots.count)
        var next = gramStarts
        lines.reserveCapacity(entries.count)
        var index = 0
        while index < entries.count {
            let key = entries[index] >> 32
            let end = entries[index...].firstIndex { $0 >> 32 != key } ?? entries.count
            let gram = Gram(key: UInt32(key))
            let weight = gram.weight * Rarity.weight(end - index, of: slots.count)
            for entry in entries[index..<end] {
                let line = Int(entry & 0xFFFF_FFFF)
                grams[Int(next[line])] = Int32(squares.count)
                next[line] += 1
                norms[line] += weight * weight
                lines.append(Int32(line))
            }
            squares.append(weight * weight)
            lineStarts.append(Int32(lines.count))
            index = end
        }
    }

    struct Pair {
        var first: Int
        var second: Int
        var similarity: Float
    }

    /// The best pair of lines for every two documents that are alike.
    func pairs(threshold: Float) -> [Pair] {
        var best: [UInt64: Float] = [:]
        /// By line the last one that it was held against.
        var seen = [Int32](repeating: -1, count: slots.count)
        for line in slots.indices {
            seen[line] = Int32(line)
            for gram in rarest(line) {
                for other in lines[range(lineStarts, gram)].suffix(4 * Self.commonest) {
                    let other = Int(other)
                    guard other < line, seen[other] != line, slots[other] != slots[line] else { continue }
                    seen[other] = Int32(line)
                    let similarity = shared(line, other) / (norms[line] * norms[other]).squareRoot()
                    guard similarity >= threshold else { continue }
                    let ends = (min(slots[line], slots[other]), max(slots[line], slots[other]))
                    let key = UInt64(ends.0) << 32 | UInt64(ends.1)
                    best[key] = max(best[key] ?? 0, min(similarity, 1))
                }
            }
        }
        return best.map {
            Pair(first: Int($0.key >> 32), second: Int($0.key & 0xFFFF_FFFF), similarity: $0.value)
        }
    }

    private func range(_ starts: [Int32], _ place: Int) -> Range<Int> {
        Int(starts[place])..<Int(starts[place + 1])
    }

    /// The grams that bring a line together with others: a few rare ones, or the rarest.
    private func rarest(_ line: Int) -> [Int] {
        let counted = grams[range(gramStarts, line)].map { (range(lineStarts, Int($0)).count, Int($0)) }
        let rarest = counted.sorted(by: <).prefix(Self.probes)
        return rarest.enumerated().filter { $0.offset == 0 || $0.element.0 <= Self.commonest }.map(
            \.element.1)
    }

    /// What two lines say both.
    private func shared(_ first: Int, _ second: Int) -> Float {
        var (a, b) = (Int(gramStarts[first]), Int(gramStarts[second]))
        let (endA, endB) = (Int(gramStarts[first + 1]), Int(gramStarts[second + 1]))
        var sum: Float = 0
        while a < endA, b < endB {
            let (left, right) = (grams[a], grams[b])
            if left == right { sum += squares[Int(left)] }
            a += left <= right ? 1 : 0
            b += right <= left ? 1 : 0
        }
        return sum
    }
}
