/// Reads what a `ByteWriter` wrote; past the end it fails and gives nothing.
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
