import Synchronization

/// Makes UUIDv7 texts that sort in the order they were made, also within one millisecond.
public final class Identifiers: Sendable {
    private struct Last { var milliseconds: Int64 = 0; var counter: UInt64 = 0 }
    private let last = Mutex(Last())

    public init() {}

    public func next(at now: Timestamp) -> String {
        let (milliseconds, counter) = last.withLock { last in
            if now.milliseconds > last.milliseconds {
                last.milliseconds = now.milliseconds
                last.counter = UInt64.random(in: 0..<(1 << 40))
            } else {
                // The clock stood still or jumped back: order holds because the counter goes on.
                last.counter += 1
            }
            return (last.milliseconds, last.counter)
        }
        return Self.text(
            milliseconds: milliseconds, counter: counter, random: UInt32.random(in: 0...UInt32.max))
    }

    // RFC 9562: 48 bits of milliseconds, version 7, 12 + 30 bits of counter, variant 2, 32 bits of chance.
    private static func text(milliseconds: Int64, counter: UInt64, random: UInt32) -> String {
        let high = UInt64(bitPattern: milliseconds) << 16 | 0x7000 | (counter >> 30 & 0xfff)
        let low = 0x8000_0000_0000_0000 | (counter & 0x3fff_ffff) << 32 | UInt64(random)
        var out: [UInt8] = []
        out.reserveCapacity(36)
        for digit in 0..<32 {
            if digit == 8 || digit == 12 || digit == 16 || digit == 20 { out.append(UInt8(ascii: "-")) }
            let word = digit < 16 ? high : low
            let nibble = UInt8(truncatingIfNeeded: word >> UInt64(60 - 4 * (digit & 15)) & 15)
            out.append(nibble < 10 ? 48 + nibble : 87 + nibble)
        }
        return String(decoding: out, as: UTF8.self)
    }
}

/// Ids that come from outside: 1 to 128 of `[A-Za-z0-9._:@-]`.
public func isIdentifier(_ text: String) -> Bool {
    (1...128).contains(text.utf8.count)
        && text.utf8.allSatisfy { byte in
            switch byte {
            case 48...57, 65...90, 97...122, 0x2e, 0x5f, 0x3a, 0x40, 0x2d: true
            default: false
            }
        }
}
