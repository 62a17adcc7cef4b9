/// Some scalars of the basic plane, asked for in a bitmap.
struct ScalarSet: Sendable {
    private var words = [UInt64](repeating: 0, count: 0x1_0000 / 64)

    init(_ scalars: String) {
        for scalar in scalars.unicodeScalars where scalar.value < 0x1_0000 {
            words[Int(scalar.value) >> 6] |= 1 << UInt64(scalar.value & 63)
        }
    }

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x1_0000 && words[Int(scalar.value) >> 6] & 1 << UInt64(scalar.value & 63) != 0
    }
}
