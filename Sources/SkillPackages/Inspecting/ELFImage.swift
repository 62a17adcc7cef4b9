/// Why a file is not looked into as a library.
enum ELFFault: Error, Hashable, CustomStringConvertible {
    case notALibrary
    case damaged(String)
    case tooMany(String)

    var description: String {
        switch self {
        case .notALibrary: "not a shared library for 64 bits; build it with 'concierge skill build'"
        case .damaged(let what): "a damaged library: \(what); build it again"
        case .tooMany(let what):
            "more \(what) than any skill has; build it again with 'concierge skill build'"
        }
    }
}

/// A shared library's file (ELF, 64 bits, little-endian), in which every offset is a stranger's word.
struct ELFImage {
    struct Segment {
        let kind: Int
        let flags: Int
        let offset: Int
        let address: Int
        let size: Int
        let sizeInMemory: Int
    }

    static let load = 1
    static let dynamic = 2
    private static let stack = 0x6474_e551

    let machine: String
    let segments: [Segment]
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) throws(ELFFault) {
        self.bytes = bytes
        // Class 64, little-endian, version 1; ET_DYN.
        guard bytes.count >= 64, bytes.starts(with: [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]), bytes[16] == 3,
            bytes[17] == 0
        else { throw .notALibrary }
        machine = Self.name(of: Int(bytes[18]) | Int(bytes[19]) << 8)
        segments = try Self.segments(bytes)
        try Self.expectApart(segments.filter { $0.kind == Self.load })
    }

    /// Without a word on it the system's linker gives one that can be executed.
    func hasExecutableStack() throws(ELFFault) -> Bool {
        guard let stack = try segments.only({ $0.kind == Self.stack }) else { return true }
        return stack.flags & 1 != 0
    }

    /// In order, and no two in one page: of what lies over each other the linker sees the later.
    private static func expectApart(_ loaded: [Segment]) throws(ELFFault) {
        let page = 4096
        var end = 0
        for segment in loaded {
            guard segment.address / page * page >= end else {
                throw .damaged("parts of it lie over each other")
            }
            let size = max(segment.size, segment.sizeInMemory)
            end = try Numbers.sum(try Numbers.sum(segment.address, size), page - 1) / page * page
        }
    }

    private static func segments(_ bytes: [UInt8]) throws(ELFFault) -> [Segment] {
        let image = Numbers(bytes)
        let (start, size, count) = (try image.eight(32), try image.two(54), try image.two(56))
        guard size == 56 else { throw .damaged("its segments have another size than they can have") }
        var segments: [Segment] = []
        for index in 0..<count {
            let at = try Numbers.sum(start, index * size)
            segments.append(
                Segment(
                    kind: try image.four(at), flags: try image.four(Numbers.sum(at, 4)),
                    offset: try image.eight(Numbers.sum(at, 8)),
                    address: try image.eight(Numbers.sum(at, 16)),
                    size: try image.eight(Numbers.sum(at, 32)),
                    sizeInMemory: try image.eight(Numbers.sum(at, 40))))
        }
        return segments
    }

    var numbers: Numbers { Numbers(bytes) }
    var size: Int { bytes.count }

    /// Where in the file lies what is loaded at an address: always within it.
    func offset(of address: Int) throws(ELFFault) -> Int {
        for segment in segments where segment.kind == Self.load && address >= segment.address {
            let within = address - segment.address
            guard within < segment.size else { continue }
            let offset = try Numbers.sum(segment.offset, within)
            guard offset < size else { throw .damaged("it ends in the middle") }
            return offset
        }
        throw .damaged("an address that is nowhere in it")
    }

    private static func name(of machine: Int) -> String {
        switch machine {
        case 62: "x86_64"
        case 183: "aarch64"
        case 243: "riscv64"
        default: "machine \(machine)"
        }
    }
}

extension Array {
    /// The one that is meant: of several the linker takes the last, and other readers the first.
    func only(_ isMeant: (Element) -> Bool) throws(ELFFault) -> Element? {
        let found = filter(isMeant)
        guard found.count < 2 else { throw .damaged("it says twice what it can say only once") }
        return found.first
    }
}

/// Numbers and texts at offsets that may be anything.
struct Numbers {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func two(_ offset: Int) throws(ELFFault) -> Int { try number(offset, 2) }
    func four(_ offset: Int) throws(ELFFault) -> Int { try number(offset, 4) }
    func eight(_ offset: Int) throws(ELFFault) -> Int { try number(offset, 8) }

    func byte(_ offset: Int) throws(ELFFault) -> Int { try number(offset, 1) }

    /// Up to its zero, which must be there.
    func text(_ offset: Int) throws(ELFFault) -> String {
        guard bytes.indices.contains(offset) else { throw .damaged("it ends in the middle") }
        let text = bytes[offset...].prefix(Self.longest).prefix { $0 != 0 }
        guard text.count < Self.longest, text.endIndex < bytes.endIndex else {
            throw .damaged("a name without end")
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static let longest = 4096

    private func number(_ offset: Int, _ count: Int) throws(ELFFault) -> Int {
        guard offset >= 0, count <= bytes.count, offset <= bytes.count - count else {
            throw .damaged("it ends in the middle")
        }
        let value = bytes[offset..<(offset + count)].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard let number = Int(exactly: value) else { throw .damaged("a number beyond all files") }
        return number
    }

    static func sum(_ one: Int, _ other: Int) throws(ELFFault) -> Int {
        let (sum, isBeyond) = one.addingReportingOverflow(other)
        guard !isBeyond else { throw .damaged("a number beyond all files") }
        return sum
    }
}
