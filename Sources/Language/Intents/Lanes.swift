internal import Glibc

/// Sixteen numbers that the processor works on together.
typealias Lane = SIMD16<Float>

extension [Lane] {
    /// Room for `count` numbers.
    static func lanes(for count: Int) -> Int { (count + 15) / 16 }

    subscript(number index: Int) -> Float {
        get { self[index >> 4][index & 15] }
        set { self[index >> 4][index & 15] = newValue }
    }

    /// The first `count` of them become probabilities, the rest zero.
    mutating func softmax(_ count: Int) {
        var highest = -Float.infinity
        for index in 0..<count { highest = Swift.max(highest, self[number: index]) }
        var sum: Float = 0
        for index in 0..<count {
            let value = expf(self[number: index] - highest)
            self[number: index] = value
            sum += value
        }
        for index in count..<self.count * 16 { self[number: index] = 0 }
        for lane in indices { self[lane] /= sum }
    }
}
