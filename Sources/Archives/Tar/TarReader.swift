/// Takes a tar apart as it comes out of its compression: strictly, since readers that mend differ in how they do.
struct TarReader: ~Copyable {
    private let source: any ByteSource
    private var buffer: [UInt8] = []
    private var position = 0

    init(_ source: any ByteSource) { self.source = source }

    /// Lets every entry come down; throws the first fault with the entry's name.
    mutating func unpack(into landing: inout Landing, named entry: inout String?) throws(ArchiveFault) {
        var facts: TarFacts?
        while let block = try take(TarHeader.length, &landing) {
            guard block.contains(where: { $0 != 0 }) else {
                guard facts == nil else { throw .damaged("it ends in the middle") }
                entry = nil
                return try finish(&landing)
            }
            let shown = facts?.path ?? block.prefix(100).prefix { $0 != 0 }
            entry = String(decoding: shown, as: UTF8.self)
            let header = try TarHeader(block)
            if header.kind == .facts || header.kind == .longName {
                guard facts == nil else { throw .oddity("two headers before one entry") }
                facts = try self.facts(in: header, &landing)
            } else {
                try unpack(header, named: facts?.path ?? header.name, into: &landing)
                facts = nil
            }
        }
        entry = nil
        throw .damaged("it ends in the middle")
    }

    private mutating func unpack(
        _ header: TarHeader, named name: [UInt8], into landing: inout Landing
    ) throws(ArchiveFault) {
        let path = try landing.check(name, isFolder: header.kind == .folder)
        guard header.kind == .file else { return try landing.makeFolder(path) }
        var file = try landing.makeFile(path, isExecutable: header.isExecutable)
        while file.size < header.size {
            let part = try some(atMost: header.size - file.size, &landing)
            try file.write(part)
        }
        try skipPadding(after: header.size, &landing)
    }

    /// What is said of the next entry.
    private mutating func facts(in header: TarHeader, _ landing: inout Landing) throws(ArchiveFault)
        -> TarFacts
    {
        guard let content = try take(header.size, &landing) else { throw .damaged("it ends in the middle") }
        try skipPadding(after: header.size, &landing)
        return header.kind == .facts ? try TarFacts(content) : try TarFacts(longName: content)
    }

    private mutating func skipPadding(after size: Int, _ landing: inout Landing) throws(ArchiveFault) {
        let padding = -size & (TarHeader.length - 1)
        guard padding > 0 else { return }
        guard try take(padding, &landing) != nil else { throw .damaged("it ends in the middle") }
    }

    /// A second empty block, and nothing but the rest of a tape's record, which is never larger than 1 MiB.
    private mutating func finish(_ landing: inout Landing) throws(ArchiveFault) {
        guard var rest = try take(TarHeader.length, &landing) else { throw .damaged("it ends in the middle") }
        var length = 0
        repeat {
            length += rest.count
            guard length <= 1 << 20, rest.allSatisfy({ $0 == 0 }) else {
                throw .oddity("bytes after the end of the tar")
            }
            rest = try some(atMost: 64 << 10, &landing, orEnd: true)
        } while !rest.isEmpty
    }

    /// Exactly so many bytes; nil at the end.
    private mutating func take(_ count: Int, _ landing: inout Landing) throws(ArchiveFault) -> [UInt8]? {
        var taken: [UInt8] = []
        while taken.count < count {
            let part = try some(atMost: count - taken.count, &landing, orEnd: taken.isEmpty)
            guard !part.isEmpty else { return nil }
            taken += part
        }
        return taken
    }

    private mutating func some(
        atMost limit: Int, _ landing: inout Landing, orEnd mayEnd: Bool = false
    ) throws(ArchiveFault) -> [UInt8] {
        if position == buffer.count {
            buffer = try source.next()
            position = 0
            try landing.count(bytes: buffer.count)
            guard !buffer.isEmpty || mayEnd else { throw .damaged("it ends in the middle") }
        }
        let part = buffer[position...].prefix(limit)
        position += part.count
        return Array(part)
    }
}
