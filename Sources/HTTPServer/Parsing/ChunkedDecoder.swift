import Glibc

/// Undoes chunked transfer coding, with bytes that arrive piece by piece.
struct ChunkedDecoder {
    private enum State { case size, data(left: Int), dataEnd, trailer, end }

    private static let maxLine = 4096
    private var state = State.size
    private var trailerBytes = 0

    var isAtEnd: Bool { if case .end = state { true } else { false } }

    /// Takes what it can from `window`, appends the data to `body`, and says how many bytes it took.
    mutating func decode(
        _ window: UnsafeRawBufferPointer, into body: inout [UInt8], limit: Int
    ) throws(Problem) -> Int {
        var taken = 0
        while taken < window.count, !isAtEnd {
            let rest = UnsafeRawBufferPointer(rebasing: window[taken...])
            let step = try step(rest, into: &body, limit: limit)
            if step == 0 { break }
            taken += step
        }
        return taken
    }

    private mutating func step(
        _ rest: UnsafeRawBufferPointer, into body: inout [UInt8], limit: Int
    ) throws(Problem) -> Int {
        if case .data(let left) = state {
            let count = min(left, rest.count)
            body.append(contentsOf: rest.prefix(count))
            state = left == count ? .dataEnd : .data(left: left - count)
            return count
        }
        guard let line = try line(rest) else { return 0 }
        switch state {
        case .size: try size(line, room: limit - body.count, limit: limit)
        case .dataEnd:
            guard line.isEmpty else { throw .badChunk("a chunk is longer than its size says; mend the size") }
            state = .size
        default: try trailer(line)
        }
        return line.count + 2
    }

    private func line(_ rest: UnsafeRawBufferPointer) throws(Problem) -> Slice<UnsafeRawBufferPointer>? {
        let part = rest.prefix(Self.maxLine)
        guard let feed = part.firstIndex(of: .lineFeed) else {
            if rest.count >= Self.maxLine {
                throw .badChunk("a line between chunks is too long; send no extensions")
            }
            return nil
        }
        guard feed > 0, rest[feed - 1] == .carriageReturn else {
            throw .badChunk("a line ends without a carriage return; end every line with CRLF")
        }
        return rest[..<(feed - 1)]
    }

    private mutating func size(_ line: Slice<UnsafeRawBufferPointer>, room: Int, limit: Int) throws(Problem) {
        let digits = line.prefix { $0.hexValue != nil }
        let rest = line[digits.endIndex...]
        // Extensions are allowed and mean nothing here (RFC 9112 §7.1.1).
        guard !digits.isEmpty, rest.isEmpty || rest.first == UInt8(ascii: ";"),
            rest.allSatisfy(\.isFieldValue)
        else { throw .badChunk("a chunk's size is no hexadecimal number; mend it") }
        guard digits.count <= 16 else { throw .bodyTooLarge(limit) }
        let size = digits.reduce(UInt64(0)) { $0 << 4 | UInt64($1.hexValue ?? 0) }
        guard size <= UInt64(room) else { throw .bodyTooLarge(limit) }
        state = size == 0 ? .trailer : .data(left: Int(size))
    }

    // Trailers are checked and dropped: nothing here may be said after the body.
    private mutating func trailer(_ line: Slice<UnsafeRawBufferPointer>) throws(Problem) {
        trailerBytes += line.count
        guard trailerBytes <= Self.maxLine else { throw .headTooLarge(Self.maxLine) }
        if line.isEmpty {
            state = .end
            return
        }
        let name = line.prefix(while: \.isToken)
        guard !name.isEmpty, line[name.endIndex...].first == .colon,
            line[name.endIndex...].allSatisfy(\.isFieldValue)
        else { throw .badChunk("a trailer is not 'name: value'; mend or remove it") }
    }
}
