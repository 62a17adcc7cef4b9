/// Inputs that are nearly right, the same ones in each run.
struct Mutations: RandomNumberGenerator {
    private var state: UInt64
    private let seeds: [[UInt8]]
    /// What the form is made of: put in whole, since no single byte would become it.
    private let words: [[UInt8]]

    init(of seeds: [[UInt8]], words: [String], seed: UInt64 = 2026) {
        self.seeds = seeds
        self.words = words.map { Array($0.utf8) } + Self.numbers
        state = seed
    }

    /// Where sums and lengths go wrong.
    private static let numbers: [[UInt8]] = [
        [0], [0xff], [0x7f], [0xff, 0xff], [0, 0x80], [0xff, 0xff, 0xff, 0xff], [0xff, 0xff, 0xff, 0x7f],
        [0, 0, 0, 0x80],
        [UInt8](repeating: 0xff, count: 8), [UInt8](repeating: 0xff, count: 7) + [0x7f],
        [UInt8](repeating: 0, count: 8),
    ]

    // SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
        return mixed ^ mixed >> 31
    }

    /// The next input.
    mutating func input() -> [UInt8] {
        var input = seeds[Int.random(in: seeds.indices, using: &self)]
        for _ in 0...Int.random(in: 0...4, using: &self) where !input.isEmpty { change(&input) }
        return input
    }

    private mutating func change(_ input: inout [UInt8]) {
        let place = Int.random(in: input.indices, using: &self)
        let end = min(input.count, place + Int.random(in: 1...64, using: &self))
        let word = words[Int.random(in: words.indices, using: &self)]
        switch Int.random(in: 0..<7, using: &self) {
        case 0: input[place] ^= 1 << UInt8.random(in: 0..<8, using: &self)
        case 1: input[place] = UInt8.random(in: .min ... .max, using: &self)
        case 2: input.removeSubrange(place..<end)
        case 3: input.insert(contentsOf: input[place..<end], at: place)
        case 4: input.insert(contentsOf: word, at: place)
        case 5: input.replaceSubrange(place..<min(input.count, place + word.count), with: word)
        default:
            let other = seeds[Int.random(in: seeds.indices, using: &self)]
            input.replaceSubrange(
                place..., with: other.dropFirst(Int.random(in: 0...other.count, using: &self)))
        }
    }
}
