/// What the system's linker reads of a library: its dynamic section, and the symbols that others find.
struct DynamicTable {
    private(set) var needed: [String] = []
    private(set) var searched: [String] = []
    private(set) var hasTextRelocations = false
    private(set) var exportedSymbols: [String] = []

    private static let most = 10_000
    private static let mostNeeded = 100

    private enum Tag: Int {
        case needed = 1, hash = 4, strings = 5, symbols = 6, rpath = 15, textRelocations = 22, runpath = 29,
            flags = 30
        case gnuHash = 0x6fff_fef5
        case depAudit = 0x6fff_fefb
        case audit = 0x6fff_fefc
        case auxiliary = 0x7fff_fffd
        case filter = 0x7fff_ffff
    }

    private typealias Entry = (tag: Tag, value: Int)

    init(_ image: ELFImage) throws(ELFFault) {
        let entries = try Self.entries(image)
        func value(_ tag: Tag) throws(ELFFault) -> Int? { try entries.only { $0.tag == tag }?.value }
        guard let strings = try value(.strings) else {
            throw .damaged("it names nothing that it needs or has")
        }
        let names = try image.offset(of: strings)
        for entry in entries { try note(entry, image.numbers, names: names) }
        guard let symbols = try value(.symbols) else { return }
        let found: Range<Int>
        if let table = try value(.gnuHash) {
            found = try Self.foundByGNUHash(image, try image.offset(of: table))
        } else if let table = try value(.hash) {
            found = 1..<max(1, try image.numbers.four(Numbers.sum(try image.offset(of: table), 4)))
        } else {
            return
        }
        exportedSymbols = try Self.exported(
            image, found, symbols: try image.offset(of: symbols), names: names)
    }

    private mutating func note(_ entry: Entry, _ numbers: Numbers, names: Int) throws(ELFFault) {
        switch entry.tag {
        // A filter or an auditor is loaded with it as well.
        case .needed, .auxiliary, .filter, .audit, .depAudit:
            needed.append(try numbers.text(Numbers.sum(names, entry.value)))
        case .rpath, .runpath:
            let paths = try numbers.text(Numbers.sum(names, entry.value))
            searched += paths.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        case .textRelocations: hasTextRelocations = true
        case .flags: hasTextRelocations = hasTextRelocations || entry.value & 4 != 0
        default: break
        }
        guard needed.count <= Self.mostNeeded else { throw .tooMany("needs") }
        guard searched.count <= Self.mostNeeded else { throw .tooMany("places to look for libraries") }
    }

    private static func entries(_ image: ELFImage) throws(ELFFault) -> [Entry] {
        guard let section = try image.segments.only({ $0.kind == ELFImage.dynamic }) else {
            throw .notALibrary
        }
        var entries: [Entry] = []
        var offset = try image.offset(of: section.address)
        while case let tag = try image.numbers.tag(offset), tag != 0 {
            if let tag = Tag(rawValue: tag) {
                entries.append((tag, try image.numbers.eight(Numbers.sum(offset, 8))))
                guard entries.count <= most else { throw .tooMany("needs") }
            }
            offset = try Numbers.sum(offset, 16)
        }
        return entries
    }

    /// The symbols in GNU's table of hashes: from its first to the last one's chain's end.
    private static func foundByGNUHash(_ image: ELFImage, _ table: Int) throws(ELFFault) -> Range<Int> {
        let numbers = image.numbers
        let (buckets, first) = (try numbers.four(table), try numbers.four(table + 4))
        let blooms = try numbers.four(table + 8)
        let start = try Numbers.sum(table + 16, blooms * 8)
        guard buckets <= image.size / 4 else { throw .damaged("it ends in the middle") }
        var last = 0
        for bucket in 0..<buckets { last = max(last, try numbers.four(start + bucket * 4)) }
        guard last >= first else { return 0..<0 }
        let chains = start + buckets * 4
        while try numbers.four(chains + (last - first) * 4) & 1 == 0 { last += 1 }
        return first..<(last + 1)
    }

    /// Those of them that are defined there and hidden from nobody.
    private static func exported(
        _ image: ELFImage, _ found: Range<Int>, symbols: Int, names: Int
    ) throws(ELFFault) -> [String] {
        var exported: [String] = []
        for index in found {
            let symbol = try Numbers.sum(symbols, index * 24)
            let numbers = image.numbers
            let binding = try numbers.byte(Numbers.sum(symbol, 4)) >> 4
            let visibility = try numbers.byte(symbol + 5) & 3
            let section = try numbers.two(symbol + 6)
            guard [1, 2, 10].contains(binding), visibility == 0 || visibility == 3, section != 0 else {
                continue
            }
            exported.append(try numbers.text(Numbers.sum(names, try numbers.four(symbol))))
            guard exported.count <= most else { throw .tooMany("symbols") }
        }
        return exported.sorted()
    }
}

extension Numbers {
    /// A tag, of which those that no linker knows may have any value.
    fileprivate func tag(_ offset: Int) throws(ELFFault) -> Int {
        let (low, high) = (try four(offset), try four(try Self.sum(offset, 4)))
        return high == 0 ? low : -1
    }
}
