/// Takes a zip apart that consists of its entries, one after the other without a gap, its directory and its end.
struct ZipReader {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Lets every entry come down; throws the first fault with the entry's name.
    func unpack(into landing: inout Landing, named entry: inout String?) throws(ArchiveFault) {
        let (entries, directory) = try directory(limits: landing.limits, &entry)
        var places: [Int: Range<Int>] = [:]
        var start = 0
        for found in entries.sorted(by: { $0.offset < $1.offset }) {
            entry = String(decoding: found.name, as: UTF8.self)
            let place = try found.content(in: bytes, from: start)
            start = try found.end(in: bytes, after: place.upperBound)
            places[found.offset] = place
        }
        entry = nil
        guard start == directory else { throw .oddity("bytes before its directory that are of no entry") }
        for found in entries {
            guard let place = places[found.offset] else { continue }
            entry = String(decoding: found.name, as: UTF8.self)
            try unpack(found, at: place, into: &landing)
        }
    }

    private func unpack(
        _ found: ZipEntry, at place: Range<Int>, into landing: inout Landing
    ) throws(ArchiveFault) {
        let path = try landing.check(found.name, isFolder: found.isFolder)
        var sum = CheckSum()
        let source: any ByteSource =
            found.packing.method == 8 ? try Inflater(bytes, place, .bare) : Stored(bytes[place])
        guard !found.isFolder else {
            guard try source.next().isEmpty else { throw .oddity("a folder with content") }
            return try landing.makeFolder(path)
        }
        var file = try landing.makeFile(path, isExecutable: found.isExecutable)
        while case let part = try source.next(), !part.isEmpty {
            try landing.count(bytes: part.count)
            try file.write(part)
            sum.add(part)
            guard file.size <= found.packing.size else { throw .oddity("larger than it says") }
        }
        guard file.size == found.packing.size else { throw .oddity("smaller than it says") }
        guard Int(sum.value) == found.packing.checkSum else { throw .damaged("its check sum is wrong") }
    }

    /// Its entries, and where the directory begins that has them.
    private func directory(
        limits: ArchiveLimits, _ entry: inout String?
    ) throws(ArchiveFault) -> ([ZipEntry], Int) {
        let (count, size, start) = try end()
        guard count <= limits.entries else { throw .over(.entries(limits.entries)) }
        var fields = Fields(bytes, at: start)
        var entries: [ZipEntry] = []
        for _ in 0..<count { entries.append(try ZipEntry(&fields, named: &entry)) }
        entry = nil
        guard fields.position == start + size else {
            throw .oddity("a directory of another size than is said")
        }
        return (entries, start)
    }

    /// The last 22 bytes: how many entries, how large their directory, and where.
    private func end() throws(ArchiveFault) -> (count: Int, size: Int, start: Int) {
        let length = 22
        var fields = Fields(bytes, at: max(0, bytes.count - length))
        guard bytes.count >= length, try fields.four() == 0x0605_4b50 else {
            let signature: [UInt8] = [0x50, 0x4b, 0x05, 0x06]
            let ends = bytes.indices.suffix(length + 0xffff).dropLast(length - 1)
            throw ends.contains { bytes[$0...].starts(with: signature) }
                ? .oddity("a note or other bytes after its end") : .damaged("it ends in the middle")
        }
        let disks = (try fields.two(), try fields.two())
        let counts = (try fields.two(), try fields.two())
        let (size, start) = (try fields.four(), try fields.four())
        guard disks == (0, 0), counts.0 == counts.1 else { throw .oddity("a part of several volumes") }
        guard max(size, start) < 0xffff_ffff, counts.0 < 0xffff else { throw .oddity("a zip64 archive") }
        guard try fields.two() == 0 else { throw .oddity("a note or other bytes after its end") }
        guard start + size == bytes.count - length else {
            throw .oddity("bytes before its beginning or between its directory and its end")
        }
        return (counts.0, size, start)
    }
}

/// Content that is not compressed, part by part.
private final class Stored: ByteSource {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    func next() -> [UInt8] {
        defer { rest = rest.dropFirst(64 << 10) }
        return Array(rest.prefix(64 << 10))
    }
}
