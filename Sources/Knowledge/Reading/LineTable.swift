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
}
