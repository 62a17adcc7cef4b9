/// The one frame of a Zstandard file (RFC 8878), walked by its own lengths before anything decompresses it.
struct ZstandardFrame {
    static let magic: [UInt8] = [0x28, 0xb5, 0x2f, 0xfd]
    /// What every decoder is asked to hold; what wants more is not decompressed.
    static let largestWindow = 8 << 20

    private let bytes: [UInt8]
    private var position = 4

    /// Throws what makes the bytes anything but one whole frame.
    static func check(_ bytes: [UInt8]) throws(ArchiveFault) {
        var frame = ZstandardFrame(bytes: bytes)
        let hasChecksum = try frame.header()
        while try !frame.skipBlock() {}
        if hasChecksum { _ = try frame.number(4) }
        guard frame.position == bytes.count else {
            let isFrame = bytes[frame.position...].starts(with: magic)
            throw .oddity(
                isFrame ? "several archives in one file" : "bytes after the end of what is compressed")
        }
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func number(_ length: Int) throws(ArchiveFault) -> Int {
        guard length <= bytes.count - position else { throw .damaged("it ends in the middle") }
        defer { position += length }
        let value = bytes[position..<(position + length)].reversed().reduce(UInt64(0)) {
            $0 << 8 | UInt64($1)
        }
        return Int(clamping: value)
    }

    /// Whether a check sum follows the blocks.
    private mutating func header() throws(ArchiveFault) -> Bool {
        let descriptor = try number(1)
        let isSingleSegment = descriptor & 0x20 != 0
        guard descriptor & 0x08 == 0 else { throw .damaged("its compressed bytes make no sense") }
        guard descriptor & 0x03 == 0 else { throw .oddity("compressed with a dictionary") }
        var window = 0
        if !isSingleSegment {
            let byte = try number(1)
            let base = 1 << (10 + byte >> 3)
            window = base + base / 8 * (byte & 7)
        }
        let sizes = [isSingleSegment ? 1 : 0, 2, 4, 8]
        let content = try number(sizes[descriptor >> 6])
        if isSingleSegment { window = content }
        guard window <= Self.largestWindow else {
            throw .oddity(
                "compressed such that more than \(Self.largestWindow >> 20) MiB are needed to look back")
        }
        return descriptor & 0x04 != 0
    }

    /// Whether it was the last.
    private mutating func skipBlock() throws(ArchiveFault) -> Bool {
        let header = try number(3)
        let (kind, size) = (header >> 1 & 3, header >> 3)
        guard kind < 3 else { throw .damaged("its compressed bytes make no sense") }
        let length = kind == 1 ? 1 : size
        guard length <= bytes.count - position else { throw .damaged("it ends in the middle") }
        position += length
        return header & 1 == 1
    }
}
