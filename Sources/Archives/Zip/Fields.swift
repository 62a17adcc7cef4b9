/// Little-endian numbers and runs of bytes, one after the other, out of bytes that a stranger wrote.
struct Fields {
    private let bytes: [UInt8]
    private(set) var position: Int

    init(_ bytes: [UInt8], at position: Int) {
        self.bytes = bytes
        self.position = position
    }

    mutating func bytes(_ count: Int) throws(ArchiveFault) -> [UInt8] {
        guard position >= 0, count >= 0, position <= bytes.count, count <= bytes.count - position else {
            throw .damaged("it ends in the middle")
        }
        defer { position += count }
        return Array(bytes[position..<(position + count)])
    }

    mutating func two() throws(ArchiveFault) -> Int { try number(2) }
    mutating func four() throws(ArchiveFault) -> Int { try number(4) }

    mutating func expect(_ signature: Int, _ what: String) throws(ArchiveFault) {
        guard try four() == signature else { throw .damaged("\(what) is not where it is said to be") }
    }

    private mutating func number(_ count: Int) throws(ArchiveFault) -> Int {
        try bytes(count).reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
