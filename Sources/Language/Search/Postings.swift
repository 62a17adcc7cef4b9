/// For each gram the documents it stands in, with its level there: sorted grams, and one array of bytes.
struct Postings: Sendable {
    private(set) var keys: [UInt32] = []
    private(set) var starts: [UInt32] = [0]
    private(set) var bytes: [UInt8] = []
    /// Where the keys with the same leading bits begin.
    private var jumps: [UInt32] = [0, 0]
    private var shift: UInt32 = 31

    init() {}

    /// The list of a gram; nil when no document has it.
    func list(_ gram: Gram) -> List? {
        let prefix = Int(gram.key >> shift)
        guard prefix + 1 < jumps.count else { return nil }
        for row in Int(jumps[prefix])..<Int(jumps[prefix + 1]) where keys[row] == gram.key {
            return self[row]
        }
        return nil
    }

    subscript(row: Int) -> List {
        var at = Int(starts[row])
        let count = bytes.varint(&at)
        return List(count: count, start: at)
    }

    /// Where the documents of a gram are written.
    struct List {
        let count: Int
        let start: Int
    }

    /// Calls with slot and level of each document in the list.
    @inline(__always)
    func forEach(_ list: List, _ body: (Int, Int) -> Void) {
        var at = list.start
        var slot = -1
        for _ in 0..<list.count {
            let number = bytes.varint(&at)
            slot &+= number >> 3
            body(slot, number & 7)
        }
    }

    /// Adds what each document's level is worth to its score; scores are of all slots, and never overflow.
    func add(_ values: SIMD8<UInt16>, of list: List, to scores: inout [UInt16]) {
        let bytes = bytes.span
        var scores = scores.mutableSpan
        var at = list.start
        var slot = -1
        for _ in 0..<list.count {
            var byte = Int(bytes[at])
            var number = byte & 0x7F
            var shift = 7
            at &+= 1
            while byte & 0x80 != 0 {
                byte = Int(bytes[at])
                number |= (byte & 0x7F) &<< shift
                shift &+= 7
                at &+= 1
            }
            slot &+= number &>> 3
            scores[slot] &+= values[number & 7]
        }
    }

    /// Appends the list of the next gram in order: slots rising, each with its level in the lowest three bits.
    mutating func append(_ key: UInt32, _ entries: some Collection<UInt32>) {
        keys.append(key)
        bytes.append(varint: entries.count)
        var previous = -1
        for entry in entries {
            let slot = Int(entry >> 3)
            bytes.append(varint: (slot - previous) << 3 | Int(entry & 7))
            previous = slot
        }
        starts.append(UInt32(bytes.count))
    }

    mutating func reserve(keys count: Int, bytes size: Int) {
        keys.reserveCapacity(count)
        starts.reserveCapacity(count + 1)
        bytes.reserveCapacity(size)
    }

    /// To be called after the last list.
    mutating func finish() {
        let bits = max(1, UInt32(Int.bitWidth - max(keys.count / 4, 1).leadingZeroBitCount))
        shift = 32 - bits
        jumps = [UInt32](repeating: UInt32(keys.count), count: 1 << bits + 1)
        var next = 0
        for (row, key) in keys.enumerated() {
            while next <= Int(key >> shift) {
                jumps[next] = UInt32(row)
                next += 1
            }
        }
    }
}
