/// Writes numbers and texts one after another, sealed by a checksum.
struct ByteWriter {
    private var bytes: [UInt8] = []

    var sealed: [UInt8] {
        var writer = self
        writer.write(Int(bitPattern: UInt(Checksum.of(bytes[...]))))
        return writer.bytes
    }

    mutating func write(_ number: Int) { append([Int64(number)]) }

    mutating func write(_ text: String) {
        write(text.utf8.count)
        bytes += text.utf8
    }

    mutating func write<Number: BitwiseCopyable>(_ numbers: [Number]) {
        write(numbers.count)
        append(numbers)
    }

    mutating func write(_ matrix: ByteMatrix) {
        write(matrix.width)
        write(matrix.scales)
        write(matrix.bytes)
    }

    private mutating func append<Number: BitwiseCopyable>(_ numbers: [Number]) {
        unsafe numbers.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
    }
}
