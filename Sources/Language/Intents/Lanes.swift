internal import CLanes
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

    /// Adds as many lanes of `others`, from one on, times `factor`.
    mutating func add(_ others: [Lane], from start: Int, times factor: Float) {
        precondition(start >= 0 && start + count <= others.count)
        add(others, from: start, at: 0, count: count, times: factor)
    }

    /// Adds `others` times `factor` to the lanes from one on.
    mutating func add(_ others: [Lane], at start: Int, times factor: Float) {
        precondition(start >= 0 && start + others.count <= count)
        add(others, from: 0, at: start, count: others.count, times: factor)
    }

    private mutating func add(_ others: [Lane], from: Int, at: Int, count: Int, times factor: Float) {
        unsafe withUnsafeMutableBytes { sums in
            unsafe others.withUnsafeBytes { others in
                guard let sums = sums.baseAddress, let others = others.baseAddress else { return }
                unsafe lanes_add(
                    sums.assumingMemoryBound(to: Float.self) + at * 16,
                    others.assumingMemoryBound(to: Float.self) + from * 16, factor, count * 16)
            }
        }
    }
}
