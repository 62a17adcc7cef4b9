/// FNV-1a: the same on every machine and in every version, for what is kept in files.
public struct StableHash: Sendable {
    public var value: UInt64 = 0xCBF2_9CE4_8422_2325

    @inlinable
    public init() {}

    @inlinable
    public mutating func add(_ number: UInt64) { value = (value ^ number) &* 0x100_0000_01B3 }
}
