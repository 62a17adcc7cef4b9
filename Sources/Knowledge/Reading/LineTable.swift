import Language

/// Where the lines of a file begin and what stands in each, as far as a hash can tell.
struct LineTable: Sendable {
    private(set) var hashes: [UInt64] = []
    private(set) var starts: [Int32] = []

    init(_ bytes: [UInt8]) {
        var hash = StableHash()
        starts.append(0)
        for (index, byte) in bytes.enumerated() {
            hash.add(UInt64(byte))
            guard byte == 10 else { continue }
            hashes.append(hash.value)
            starts.append(Int32(truncatingIfNeeded: index + 1))
            hash = StableHash()
        }
        hashes.append(hash.value)
    }

    /// The lines between the equal ones at both ends, counted from 0.
    static func changed(_ old: [UInt64], _ new: [UInt64]) -> (old: Range<Int>, new: Range<Int>) {
        let shorter = min(old.count, new.count)
        let head = (0..<shorter).first { old[$0] != new[$0] } ?? shorter
        let tail =
            (0..<shorter - head).first { old[old.count - 1 - $0] != new[new.count - 1 - $0] }
            ?? shorter - head
        return (head..<old.count - tail, head..<new.count - tail)
    }
}
