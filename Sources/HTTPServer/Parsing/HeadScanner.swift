import Glibc

/// Finds the end of a request's head in bytes that arrive piece by piece, and looks at no byte twice.
struct HeadScanner {
    private var line = 0
    private var position = 0

    /// The length of the head with its empty line, or nil while it is not all there.
    mutating func end(in bytes: UnsafeRawBufferPointer) throws(Problem) -> Int? {
        if let first = bytes.first, position == 0 { try Self.check(first: first) }
        guard let base = bytes.baseAddress else { return nil }
        while position < bytes.count,
            let found = memchr(base + position, Int32(UInt8.lineFeed), bytes.count - position)
        {
            let feed = UnsafeRawPointer(found) - base
            guard feed > 0, bytes[feed - 1] == .carriageReturn else { throw .loneLineFeed }
            position = feed + 1
            if feed - 1 == line { return position }
            line = position
        }
        position = bytes.count
        return nil
    }

    // Said at once: such a client would else wait for an answer until the deadline.
    private static func check(first: UInt8) throws(Problem) {
        guard !first.isToken else { return }
        throw first == 0x16
            ? .badRequest(
                "first byte: a TLS handshake on a port without TLS; use 'http://' or set 'server.tls'")
            : .badRequest("first byte: no HTTP request; begin with a method such as 'GET'")
    }
}
