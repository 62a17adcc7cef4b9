/// Turns documents' grams into postings, a part at a time so that little is held twice.
struct PostingsBuilder {
    private var parts: [Postings] = []
    private var pending: [UInt64] = []
    private var spare: [UInt64] = []
    private let partSize = 1 << 20

    /// The next document, slots rising.
    mutating func append(_ sketch: Sketch, slot: Int) {
        for (gram, level) in zip(sketch.grams, sketch.levels) {
            pending.append(UInt64(gram.key) << 32 | UInt64(slot) << 3 | UInt64(level))
        }
        if pending.count >= partSize { seal() }
    }

    mutating func finish() -> Postings {
        seal()
        pending = []
        spare = []
        var postings = parts.count == 1 ? parts[0] : merged()
        postings.finish()
        return postings
    }

    private mutating func seal() {
        sort()
        var part = Postings()
        part.reserve(keys: pending.count / 4, bytes: pending.count * 3)
        var index = 0
        while index < pending.count {
            let key = pending[index] >> 32
            var end = index + 1
            while end < pending.count, pending[end] >> 32 == key { end += 1 }
            part.append(UInt32(key), pending[index..<end].lazy.map { UInt32(truncatingIfNeeded: $0) })
            index = end
        }
        parts.append(part)
        pending.removeAll(keepingCapacity: true)
    }

    /// By key, eleven bits a pass; the slots of a key keep their order.
    private mutating func sort() {
        if spare.count < pending.count { spare = [UInt64](repeating: 0, count: pending.count) }
        for shift: UInt64 in [32, 43, 54] {
            var starts = [Int](repeating: 0, count: 2049)
            for entry in pending { starts[Int(entry >> shift & 2047) + 1] += 1 }
            for digit in 1...2048 { starts[digit] += starts[digit - 1] }
            for entry in pending {
                let digit = Int(entry >> shift & 2047)
                spare[starts[digit]] = entry
                starts[digit] += 1
            }
            pending.replaceSubrange(0..<pending.count, with: spare[0..<pending.count])
        }
    }

    /// The parts follow one another in slots, so their lists do too.
    private mutating func merged() -> Postings {
        var postings = Postings()
        postings.reserve(
            keys: parts.map(\.keys.count).max() ?? 0, bytes: parts.reduce(0) { $0 + $1.bytes.count })
        var rows = [Int](repeating: 0, count: parts.count)
        var entries: [UInt32] = []
        while true {
            var key = UInt64.max
            for (part, row) in rows.enumerated() where row < parts[part].keys.count {
                key = min(key, UInt64(parts[part].keys[row]))
            }
            guard key <= UInt32.max else { return postings }
            entries.removeAll(keepingCapacity: true)
            for (part, row) in rows.enumerated()
            where row < parts[part].keys.count && parts[part].keys[row] == key {
                parts[part].forEach(parts[part][row]) { entries.append(UInt32($0 << 3 | $1)) }
                rows[part] += 1
            }
            postings.append(UInt32(key), entries)
        }
    }
}
