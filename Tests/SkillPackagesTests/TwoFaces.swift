/// Libraries in which one reader sees another thing than the next.
enum TwoFaces: CaseIterable {
    case dynamicSections, stacks, strings, symbols, sameAddress, samePage

    static let twice = "a damaged library: it says twice what it can say only once; build it again"
    static let over = "a damaged library: parts of it lie over each other; build it again"

    var text: String { self == .sameAddress || self == .samePage ? Self.over : Self.twice }

    /// A library, changed so.
    func changed(_ library: [UInt8]) -> [UInt8] {
        var library = Patch(bytes: library)
        let segments = library.segments
        // The table for unwinding: of those that the linker does not look at.
        let spare = segments.first { $0.kind == 0x6474_e550 }?.place
        func segment(_ kind: Int) -> Int? { segments.first { $0.kind == kind }?.place }
        switch self {
        case .dynamicSections: library.copy(56, from: segment(2), to: spare)
        case .stacks: library.copy(56, from: segment(0x6474_e551), to: spare)
        case .sameAddress: library.copy(56, from: segment(1), to: spare)
        // What is called first makes room.
        case .strings: library.copy(16, from: library.entry(5), to: library.entry(12))
        case .symbols: library.copy(16, from: library.entry(6), to: library.entry(12))
        case .samePage:
            let loaded = segments.filter { $0.kind == 1 }.map(\.place)
            guard loaded.count > 1 else { break }
            // The second begins where the first one, which begins at 0, ends.
            library.copy(8, from: loaded[0] + 32, to: loaded[1] + 16)
        }
        return library.bytes
    }
}

private struct Patch {
    var bytes: [UInt8]

    private func number(_ place: Int, _ count: Int) -> Int {
        bytes[place..<(place + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    var segments: [(kind: Int, place: Int)] {
        (0..<number(56, 2)).map { number(32, 8) + $0 * 56 }.map { (number($0, 4), $0) }
    }

    /// Where the dynamic section has a tag.
    func entry(_ tag: Int) -> Int? {
        guard let dynamic = segments.first(where: { $0.kind == 2 })?.place else { return nil }
        let (start, size) = (number(dynamic + 8, 8), number(dynamic + 32, 8))
        return stride(from: start, to: start + size, by: 16).first { number($0, 8) == tag }
    }

    mutating func copy(_ count: Int, from source: Int?, to target: Int?) {
        guard let source, let target else { return }
        bytes.replaceSubrange(target..<(target + count), with: Array(bytes[source..<(source + count)]))
    }
}
