/// The 512 bytes before each entry of a tar: POSIX ustar and what GNU made of it.
struct TarHeader {
    static let length = 512

    enum Kind {
        case file, folder
        /// Facts on the next entry, in POSIX's way.
        case facts
        /// The name of the next entry, in GNU's way.
        case longName
    }

    let kind: Kind
    let name: [UInt8]
    let size: Int
    let isExecutable: Bool

    /// Throws what no regular file, folder or name has.
    init(_ block: [UInt8]) throws(ArchiveFault) {
        let sum = block.indices.reduce(0) { $0 + (148..<156 ~= $1 ? 32 : Int(block[$1])) }
        guard try Self.number(block[148..<156]) == sum else {
            throw .damaged("a header's check sum is wrong")
        }
        let isGNU = block[257..<265].elementsEqual("ustar  \0".utf8)
        guard isGNU || block[257..<265].elementsEqual("ustar\u{0}00".utf8) else {
            throw .oddity("a tar of an old form")
        }
        kind = try Self.kind(block[156])
        size = try Self.number(block[124..<136])
        let mode = try Self.number(block[100..<108])
        isExecutable = mode & 0o100 != 0
        let prefix = isGNU ? [] : try Self.text(block[345..<500])
        let own = try Self.text(block[0..<100])
        name = prefix.isEmpty ? own : prefix + [UInt8(ascii: "/")] + own
        try check(block, mode: mode, isGNU: isGNU)
    }

    private func check(_ block: [UInt8], mode: Int, isGNU: Bool) throws(ArchiveFault) {
        guard try Self.text(block[157..<257]).isEmpty else { throw .kind("a link") }
        // GNU keeps times and the holes of a sparse file where POSIX has the name's beginning.
        guard !isGNU || block[345..<500].allSatisfy({ $0 == 0 }) else {
            throw .oddity("a sparse or incremental entry")
        }
        switch kind {
        case .file:
            guard mode & 0o7000 == 0 else { throw .oddity("a file marked setuid, setgid or sticky") }
            guard mode < 0o10000 || mode & 0o170000 == 0o100000 else { throw .kind("a special file") }
        case .folder: guard size == 0 else { throw .oddity("a folder with content") }
        case .facts, .longName: guard size <= 8 << 10 else { throw .oddity("a header of \(size) bytes") }
        }
    }

    private static func kind(_ type: UInt8) throws(ArchiveFault) -> Kind {
        switch type {
        case 0, UInt8(ascii: "0"): return .file
        case UInt8(ascii: "5"): return .folder
        case UInt8(ascii: "x"): return .facts
        case UInt8(ascii: "L"): return .longName
        case UInt8(ascii: "1"): throw .kind("a hard link")
        case UInt8(ascii: "2"), UInt8(ascii: "K"): throw .kind("a symbolic link")
        case UInt8(ascii: "3"), UInt8(ascii: "4"): throw .kind("a device")
        case UInt8(ascii: "6"): throw .kind("a pipe")
        case UInt8(ascii: "S"): throw .oddity("a sparse file")
        case UInt8(ascii: "M"), UInt8(ascii: "V"): throw .oddity("a part of several volumes")
        case UInt8(ascii: "g"): throw .oddity("facts for all entries at once (a global pax header)")
        default: throw .oddity("an entry of an unknown kind")
        }
    }

    /// An octal number, as POSIX has it: digits, then a space or nothing.
    private static func number(_ field: ArraySlice<UInt8>) throws(ArchiveFault) -> Int {
        let digits = field.drop { $0 == UInt8(ascii: " ") }.prefix { 0x30...0x37 ~= $0 }
        let rest = field[digits.endIndex...]
        guard digits.count <= 11, rest.allSatisfy({ $0 == 0 || $0 == UInt8(ascii: " ") }) else {
            throw .oddity("a number that is not octal")
        }
        return digits.reduce(0) { $0 << 3 | Int($1 - 0x30) }
    }

    private static func text(_ field: ArraySlice<UInt8>) throws(ArchiveFault) -> [UInt8] {
        let text = field.prefix { $0 != 0 }
        guard field[text.endIndex...].allSatisfy({ $0 == 0 }) else {
            throw .oddity("a name with something behind its end")
        }
        return Array(text)
    }
}
