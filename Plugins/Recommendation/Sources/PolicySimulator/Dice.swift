/// Chance that repeats itself for the same seed.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    /// Its own dice for each part of what is simulated, so that what one policy does moves nothing of another's.
    init(_ parts: Int...) {
        state = 0x243F_6A88_85A3_08D3
        for part in parts {
            state ^= UInt64(bitPattern: Int64(part))
            state = next()
        }
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    /// From 0 to 1.
    mutating func share() -> Double { Double(next() >> 11) / Double(1 << 53) }

    mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }

    mutating func happens(_ chance: Double) -> Bool { share() < chance }

    /// Close enough to normal: the sum of twelve.
    mutating func around(_ mean: Double, _ deviation: Double) -> Double {
        mean + deviation * ((0..<12).reduce(-6) { sum, _ in sum + share() })
    }
}
