/// An entry of a zip as the directory at its end has it, which is the truth; the header before its content must agree.
struct ZipEntry {
    /// What both headers say: how it is packed.
    struct Packing {
        let flags: Int
        let method: Int
        let checkSum: Int
        let packedSize: Int
        let size: Int

        /// Its sizes come after its content, and the header before it need not have them.
        var isDescribedAfter: Bool { flags & 8 != 0 }

        init(_ fields: inout Fields) throws(ArchiveFault) {
            guard try fields.two() & 0xff <= 20 else {
                throw .oddity("packed in a newer form of zip (zip64)")
            }
            (flags, method) = (try fields.two(), try fields.two())
            _ = try fields.four()  // when it was changed
            (checkSum, packedSize, size) = (try fields.four(), try fields.four(), try fields.four())
        }

        /// Whether the header before the content says the same, or that it comes after the content.
        func agrees(with local: Packing) -> Bool {
            [\Packing.checkSum, \.packedSize, \.size].allSatisfy {
                local[keyPath: $0] == self[keyPath: $0] || isDescribedAfter && local[keyPath: $0] == 0
            } && local.flags == flags && local.method == method
        }
    }

    let name: [UInt8]
    let packing: Packing
    let isFolder: Bool
    let isExecutable: Bool
    let offset: Int

    /// Reads one entry of the directory; says its name before it looks at the rest.
    init(_ fields: inout Fields, named entry: inout String?) throws(ArchiveFault) {
        try fields.expect(0x0201_4b50, "the directory of the zip")
        _ = try fields.two()  // which program made it
        packing = try Packing(&fields)
        let (nameLength, extraLength, noteLength) = (try fields.two(), try fields.two(), try fields.two())
        let disk = try fields.two()
        _ = try fields.two()  // whether it looked like text
        let attributes = try fields.four()
        offset = try fields.four()
        name = try fields.bytes(nameLength)
        entry = String(decoding: name, as: UTF8.self)
        let extra = try fields.bytes(extraLength)
        isFolder = name.last == UInt8(ascii: "/")
        let mode = attributes >> 16
        isExecutable = mode & 0o100 != 0
        guard disk == 0, noteLength == 0 else { throw .oddity("a note or a part of several volumes") }
        try Self.check(extra: extra)
        try check(mode: mode, isMarkedFolder: attributes & 0x10 != 0)
        try checkPacking()
    }

    private func check(mode: Int, isMarkedFolder: Bool) throws(ArchiveFault) {
        switch mode & 0o170000 {
        case 0: guard isFolder || !isMarkedFolder else { throw .oddity("a file and a folder at once") }
        case 0o040000: guard isFolder else { throw .oddity("a file and a folder at once") }
        case 0o100000: guard !isFolder else { throw .oddity("a file and a folder at once") }
        case 0o120000: throw .kind("a symbolic link")
        default: throw .kind("a special file")
        }
        guard isFolder || mode & 0o7000 == 0 else { throw .oddity("a file marked setuid, setgid or sticky") }
    }

    private func checkPacking() throws(ArchiveFault) {
        guard packing.flags & 0x2041 == 0, packing.method != 99 else { throw .encrypted }
        // How well it was deflated, sizes that come after, names in UTF-8.
        guard packing.flags & ~0x080e == 0 else { throw .oddity("packed in a way that is not known") }
        switch packing.method {
        case 8: break
        case 0:
            guard packing.packedSize == packing.size else {
                throw .oddity("stored in another size than it has")
            }
        default: throw .oddity("compressed by method \(packing.method), where zip has 'store' and 'deflate'")
        }
        guard !isFolder || packing.size == 0 else { throw .oddity("a folder with content") }
        guard max(packing.size, packing.packedSize, offset) < 0xffff_ffff else {
            throw .oddity("a zip64 entry")
        }
    }

    /// Times and owners (UT, Ux, ux, NTFS, what a jar begins with): nothing that gives a name or size anew.
    private static func check(extra: [UInt8]) throws(ArchiveFault) {
        var fields = Fields(extra, at: 0)
        while fields.position < extra.count {
            let (kind, length) = (try fields.two(), try fields.two())
            _ = try fields.bytes(length)
            guard [0x5455, 0x5855, 0x7875, 0x000a, 0xcafe].contains(kind) else {
                throw .oddity("an extra field 0x\(String(kind, radix: 16))")
            }
        }
    }

    /// Where its content lies: its own header, which must agree, begins at `start`.
    func content(in bytes: [UInt8], from start: Int) throws(ArchiveFault) -> Range<Int> {
        guard offset == start else {
            throw .oddity(
                offset < start ? "in the same bytes as another entry" : "bytes before it that are of no entry"
            )
        }
        var fields = Fields(bytes, at: offset)
        try fields.expect(0x0403_4b50, "its header")
        let local = try Packing(&fields)
        let (nameLength, extraLength) = (try fields.two(), try fields.two())
        guard try fields.bytes(nameLength) == name else { throw .oddity("another name in its own header") }
        try Self.check(extra: try fields.bytes(extraLength))
        guard packing.agrees(with: local) else {
            throw .oddity("another size, check sum or method in its own header")
        }
        let content = fields.position
        _ = try fields.bytes(packing.packedSize)
        return content..<fields.position
    }

    /// Where the entry ends whose content ends there: after the sizes, when they come after.
    func end(in bytes: [UInt8], after content: Int) throws(ArchiveFault) -> Int {
        guard packing.isDescribedAfter else { return content }
        var fields = Fields(bytes, at: content)
        try fields.expect(0x0807_4b50, "what is said after its content")
        guard try fields.four() == packing.checkSum, try fields.four() == packing.packedSize,
            try fields.four() == packing.size
        else { throw .oddity("another size or check sum after its content") }
        return fields.position
    }
}
