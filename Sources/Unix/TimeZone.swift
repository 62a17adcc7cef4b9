/// How far the clocks of a zone are ahead of UTC, from the system's own tables (RFC 8536).
public struct TimeZone: Sendable {
    private let changes: [(from: Int64, offset: Int64)]
    private let first: Int64

    public static let utc = TimeZone()

    private init() {
        changes = []
        first = 0
    }

    /// Nil when this machine does not know the zone.
    public init?(named name: String, in folder: String = "/usr/share/zoneinfo") {
        guard !name.split(separator: "/").contains(".."),
            let bytes = try? Files.read(Files.join(folder, name))
        else { return nil }
        self.init(table: bytes)
    }

    init?(table bytes: [UInt8]) {
        guard let old = Head(bytes, at: 0), let head = Head(bytes, at: old.end(timeSize: 4)) else {
            return nil
        }
        let times = head.start
        let kinds = times + head.times * 8
        let offsets = kinds + head.times
        guard head.kinds > 0, head.end(timeSize: 8) <= bytes.count else { return nil }
        func offset(_ kind: Int) -> Int64 {
            Int64(Int32(truncatingIfNeeded: bytes.number(at: offsets + kind * 6, 4)))
        }
        guard bytes[kinds..<offsets].allSatisfy({ Int($0) < head.kinds }) else { return nil }
        changes = (0..<head.times).map {
            (bytes.number(at: times + $0 * 8, 8), offset(Int(bytes[kinds + $0])))
        }
        first = offset(0)
    }

    /// In seconds.
    public func offset(at seconds: Int64) -> Int64 {
        var (lower, upper) = (0, changes.count)
        while lower < upper {
            let middle = (lower + upper) / 2
            if changes[middle].from <= seconds { lower = middle + 1 } else { upper = middle }
        }
        return lower == 0 ? first : changes[lower - 1].offset
    }

    /// The counts that stand before a block of the table.
    private struct Head {
        let start: Int
        let times: Int
        let kinds: Int
        private let rest: (utc: Int, standard: Int, leaps: Int, names: Int)

        init?(_ bytes: [UInt8], at: Int) {
            guard at >= 0, at + 44 <= bytes.count, bytes[at..<at + 4].elementsEqual("TZif".utf8),
                bytes[4] >= 0x32
            else { return nil }
            let counts = (0..<6).map { Int(bytes.number(at: at + 20 + $0 * 4, 4)) }
            guard counts.allSatisfy({ $0 <= bytes.count }) else { return nil }
            start = at + 44
            rest = (counts[0], counts[1], counts[2], counts[5])
            times = counts[3]
            kinds = counts[4]
        }

        func end(timeSize: Int) -> Int {
            start + times * (timeSize + 1) + kinds * 6 + rest.names + rest.leaps * (timeSize + 4)
                + rest.standard
                + rest.utc
        }
    }
}

extension [UInt8] {
    fileprivate func number(at index: Int, _ size: Int) -> Int64 {
        self[index..<index + size].reduce(0) { $0 << 8 | Int64($1) }
    }
}
