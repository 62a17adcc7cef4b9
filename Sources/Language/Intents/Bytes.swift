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

/// Reads them again; past the end it fails and gives nothing.
struct ByteReader {
    private let bytes: [UInt8]
    private var at = 0
    private let end: Int
    private(set) var hasFailed = false

    /// Nil when the bytes were cut off or changed.
    init?(sealed bytes: [UInt8]) {
        guard bytes.count >= 8 else { return nil }
        self.bytes = bytes
        end = bytes.count - 8
        let seal = bytes[end...].enumerated().reduce(UInt64(0)) { $0 | UInt64($1.element) << ($1.offset * 8) }
        guard seal == Checksum.of(bytes[..<end]) else { return nil }
    }

    var isAtEnd: Bool { at == end }

    mutating func fail() { hasFailed = true }

    mutating func int() -> Int { take(1, of: Int64.self).first.map(Int.init) ?? 0 }

    /// How many follow; each is at least a byte.
    mutating func count() -> Int {
        let count = int()
        guard (0...(end - at)).contains(count) else {
            hasFailed = true
            return 0
        }
        return count
    }

    mutating func text() -> String { String(decoding: take(count(), of: UInt8.self), as: UTF8.self) }

    mutating func numbers<Number: BitwiseCopyable>() -> [Number] { take(count(), of: Number.self) }

    mutating func lanes() -> [Lane] { numbers() }

    mutating func matrix() -> ByteMatrix {
        let width = count()
        let matrix = ByteMatrix(width: width, scales: numbers(), bytes: numbers())
        if matrix.bytes.count != width * matrix.scales.count { hasFailed = true }
        return matrix
    }

    private mutating func take<Number: BitwiseCopyable>(_ count: Int, of type: Number.Type) -> [Number] {
        let (size, isTooMuch) = count.multipliedReportingOverflow(by: MemoryLayout<Number>.stride)
        guard !hasFailed, !isTooMuch, size <= end - at else {
            hasFailed = true
            return []
        }
        defer { at += size }
        return unsafe [Number](unsafeUninitializedCapacity: count) { room, filled in
            unsafe bytes.withUnsafeBytes { source in
                let part = unsafe UnsafeRawBufferPointer(rebasing: source[at..<at + size])
                unsafe UnsafeMutableRawBufferPointer(room).copyMemory(from: part)
            }
            filled = count
        }
    }
}

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
