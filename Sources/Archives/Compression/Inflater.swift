import CZlib

/// One deflated run of bytes that fills its place exactly: nothing before it, nothing after.
final class Inflater: ByteSource {
    enum Form: Int32 {
        /// Within a zip.
        case bare = -15
        case gzip = 31
    }

    private let bytes: [UInt8]
    private var position: Int
    private let end: Int
    private let form: Form
    private var isOver = false
    // zlib keeps the address of its stream.
    private let stream: UnsafeMutablePointer<z_stream>

    init(_ bytes: [UInt8], _ range: Range<Int>, _ form: Form) throws(ArchiveFault) {
        self.bytes = bytes
        self.form = form
        position = range.lowerBound
        end = range.upperBound
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        guard czlib_inflate_init(stream, form.rawValue) == Z_OK else {
            throw .system("zlib: no memory to decompress with")
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    func next() throws(ArchiveFault) -> [UInt8] {
        guard !isOver else { return [] }
        var code = Z_OK
        let part = [UInt8](unsafeUninitializedCapacity: 64 << 10) { room, count in
            stream.pointee.next_out = room.baseAddress
            stream.pointee.avail_out = UInt32(room.count)
            bytes.withUnsafeBufferPointer { all in
                // zlib reads what it is given and writes nothing there.
                stream.pointee.next_in = UnsafeMutablePointer(
                    mutating: all.baseAddress?.advanced(by: position))
                stream.pointee.avail_in = UInt32(end - position)
                code = inflate(stream, Z_NO_FLUSH)
            }
            position = end - Int(stream.pointee.avail_in)
            count = room.count - Int(stream.pointee.avail_out)
        }
        switch code {
        case Z_STREAM_END: try finish()
        case Z_OK where !part.isEmpty: break
        case Z_OK, Z_BUF_ERROR: throw .damaged("it ends in the middle")
        default: throw .damaged("its compressed bytes make no sense")
        }
        return part
    }

    private func finish() throws(ArchiveFault) {
        isOver = true
        guard position < end else { return }
        let isMember = form == .gzip && bytes[position] == 0x1f
        throw .oddity(isMember ? "several archives in one file" : "bytes after the end of what is compressed")
    }
}

/// The check sum of zip (CRC-32).
struct CheckSum {
    private(set) var value: UInt32 = 0

    mutating func add(_ bytes: [UInt8]) { value = UInt32(crc32(UInt(value), bytes, UInt32(bytes.count))) }
}
