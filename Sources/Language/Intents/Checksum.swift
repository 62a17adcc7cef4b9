enum Checksum {
    /// FNV-1a over eight bytes at a time.
    static func of(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325
        unsafe bytes.withUnsafeBytes { raw in
            var at = 0
            while at + 8 <= raw.count {
                sum = unsafe (sum ^ raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)) &* 0x100_0000_01B3
                sum ^= sum >> 29
                at += 8
            }
            while at < raw.count {
                sum = unsafe (sum ^ UInt64(raw[at])) &* 0x100_0000_01B3
                at += 1
            }
        }
        return sum
    }
}
