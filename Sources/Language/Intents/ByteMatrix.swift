internal import CLanes

/// Rows of numbers kept in eight bits each, with one scale a row.
struct ByteMatrix: Sendable {
    /// Numbers in a row, in lanes of sixteen.
    let width: Int
    var scales: [Float]
    var bytes: [SIMD16<Int8>]

    var count: Int { scales.count }

    init(width: Int, scales: [Float] = [], bytes: [SIMD16<Int8>] = []) {
        self.width = width
        self.scales = scales
        self.bytes = bytes
    }

    mutating func append(_ row: ArraySlice<Lane>) {
        var largest: Float = 0
        for lane in row { largest = max(largest, max(lane.max(), -lane.min())) }
        let scale = largest / 127
        scales.append(scale)
        for lane in row {
            bytes.append(SIMD16<Int8>(scale == 0 ? .zero : (lane / scale).rounded(.toNearestOrEven)))
        }
    }

    /// Adds the rows of a vector to `sums`, each times its value; `places` say which row a feature has, if any.
    func add(_ rows: [Int32], times factors: [Float], at places: [Int32]? = nil, to sums: inout [Lane]) {
        precondition(sums.count == width && rows.count == factors.count)
        unsafe sums.withUnsafeMutableBytes { sums in
            unsafe bytes.withUnsafeBytes { bytes in
                guard let sums = sums.baseAddress, let bytes = bytes.baseAddress else { return }
                unsafe lanes_add_rows(
                    sums.assumingMemoryBound(to: Float.self), width * 16,
                    bytes.assumingMemoryBound(to: Int8.self), scales, places, rows, factors, rows.count)
            }
        }
    }
}
