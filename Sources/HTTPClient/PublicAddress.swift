import Glibc

/// Tells addresses of the public internet from those of this machine and its networks (IANA's special-purpose registries).
enum PublicAddress {
    /// The 4 or 16 bytes of the address in a `sockaddr_in` or `sockaddr_in6`; none of any other.
    static func bytes(family: Int32, _ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        switch family {
        case AF_INET where bytes.count >= 8: Array(bytes[4..<8])
        case AF_INET6 where bytes.count >= 24: Array(bytes[8..<24])
        default: []
        }
    }

    static func isPublic(_ bytes: [UInt8]) -> Bool {
        switch bytes.count {
        case 4: isPublic4(bytes)
        case 16: isPublic6(bytes)
        default: false
        }
    }

    private static let closed4: [(prefix: UInt32, length: UInt32)] = [
        (0x0000_0000, 8), (0x0a00_0000, 8), (0x6440_0000, 10), (0x7f00_0000, 8), (0xa9fe_0000, 16),
        (0xac10_0000, 12), (0xc000_0000, 24), (0xc000_0200, 24), (0xc058_6300, 24), (0xc0a8_0000, 16),
        (0xc612_0000, 15), (0xc633_6400, 24), (0xcb00_7100, 24), (0xe000_0000, 3),
    ]

    static func isPublic4(_ bytes: [UInt8]) -> Bool {
        let address = bytes.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        return !closed4.contains { (address ^ $0.prefix) >> (32 - $0.length) == 0 }
    }

    static func isPublic6(_ bytes: [UInt8]) -> Bool {
        // IPv4 inside IPv6: mapped, NAT64 and 6to4.
        if bytes.prefix(12).elementsEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff]) {
            return isPublic4(Array(bytes[12...]))
        }
        if bytes.prefix(12).elementsEqual([0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0]) {
            return isPublic4(Array(bytes[12...]))
        }
        if bytes.starts(with: [0x20, 0x02]) { return isPublic4(Array(bytes[2..<6])) }
        // Only 2000::/3 is routed; of it, Teredo and the documentation's block are not.
        return bytes[0] & 0xe0 == 0x20 && !bytes.starts(with: [0x20, 0x01, 0, 0])
            && !bytes.starts(with: [0x20, 0x01, 0x0d, 0xb8])
    }
}
