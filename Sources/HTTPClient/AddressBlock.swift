import Glibc

/// Addresses that begin alike: `10.0.0.0/8`, `fd00::/8`.
public struct AddressBlock: Sendable, Hashable {
    private let prefix: [UInt8]
    private let length: Int

    /// Nil for what is no block; bits past the length must be zero.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let length = Int(parts[1]), !parts[1].hasPrefix("+"),
            let bytes = Self.bytes(String(parts[0])), (0...bytes.count * 8).contains(length)
        else { return nil }
        (prefix, self.length) = (bytes, length)
        let isRound = (length..<bytes.count * 8).allSatisfy { bytes[$0 / 8] & 0x80 >> ($0 % 8) == 0 }
        guard isRound else { return nil }
    }

    /// `address`: 4 bytes, or 16 which may hold an IPv4 address mapped into IPv6.
    func contains(_ address: [UInt8]) -> Bool {
        let isMapped = address.starts(with: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff])
        let address = isMapped && prefix.count == 4 ? Array(address[12...]) : address
        return address.count == prefix.count
            && (0..<length).allSatisfy { (address[$0 / 8] ^ prefix[$0 / 8]) & 0x80 >> ($0 % 8) == 0 }
    }

    private static func bytes(_ text: String) -> [UInt8]? {
        for (family, size) in [(AF_INET, 4), (AF_INET6, 16)] {
            var bytes = [UInt8](repeating: 0, count: size)
            if inet_pton(family, text, &bytes) == 1 { return bytes }
        }
        return nil
    }
}
