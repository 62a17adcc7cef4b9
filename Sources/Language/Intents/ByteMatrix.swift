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

    /// Adds `factor` times a row to `sums`.
    @inline(__always)
    func add(_ row: Int, times factor: Float, to sums: inout [Lane]) {
        let scale = scales[row] * factor
        let start = row * width
        for lane in 0..<width { sums[lane].addProduct(Lane(bytes[start + lane]), scale) }
    }
}
