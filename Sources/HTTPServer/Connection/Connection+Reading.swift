import CEvent
import Glibc

/// A body on its way in.
struct BodyReader {
    var bytes: [UInt8] = []
    /// Bytes still to come when the length was told, else nil.
    var left: Int?
    var chunks = ChunkedDecoder()
}

/// From bytes to requests.
extension Connection {
    /// One step of reading; false when more bytes or an answer must come first.
    func step() throws(Problem) -> Bool {
        switch phase {
        case .idle: begin()
        case .head(let scanner): try readHead(scanner)
        case .body(let head, let reader): try readBody(head, reader)
        default: false
        }
    }

    private func begin() -> Bool {
        // Empty lines before a request are ignored (RFC 9112 §2.2).
        while let start = evbuffer_pullup(input, 2), start[0] == .carriageReturn, start[1] == .lineFeed {
            evbuffer_drain(input, 2)
        }
        let length = evbuffer_get_length(input)
        guard length > 0 else { return false }
        if length == 1, let start = evbuffer_pullup(input, 1), start[0] == .carriageReturn { return false }
        phase = .head(HeadScanner())
        deadline = loop.now + timeouts.head
        isHEAD = false
        keepsAlive = true
        return true
    }

    private func readHead(_ scanner: HeadScanner) throws(Problem) -> Bool {
        let limit = loop.limits.head
        let available = evbuffer_get_length(input)
        guard let start = evbuffer_pullup(input, min(available, limit)) else { return false }
        let window = UnsafeRawBufferPointer(start: start, count: min(available, limit))
        var scanner = scanner
        guard let end = try scanner.end(in: window) else {
            if available >= limit { throw .headTooLarge(limit) }
            phase = .head(scanner)
            return false
        }
        let bytes = [UInt8](window[..<end])
        evbuffer_drain(input, end)
        let head = try HeadParser.parse(bytes, maxFields: loop.limits.headers)
        isHEAD = head.isHEAD
        keepsAlive = head.keepsAlive
        try admit(head)
        return true
    }

    private func admit(_ head: RequestHead) throws(Problem) {
        let host = head.hostName
        guard loop.configuration.servesHost(host) else { throw .misdirected(host) }
        var reader = BodyReader()
        switch head.framing {
        case .none, .length(0): return dispatch(head, [])
        case .length(let length):
            guard length <= loop.limits.body else { throw .bodyTooLarge(loop.limits.body) }
            reader.left = length
        case .chunked: break
        }
        phase = .body(head, reader)
        deadline = loop.now + timeouts.body
        // Last, because it closes the connection when the client has left.
        if head.expectsContinue, evbuffer_get_length(input) == 0 {
            write(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8))
        }
    }

    private func readBody(_ head: RequestHead, _ reader: consuming BodyReader) throws(Problem) -> Bool {
        // The phase gives its bytes away here, else appending would copy them.
        phase = .waiting
        var reader = reader
        let before = reader.bytes.count
        let isComplete: Bool
        do throws(Problem) {
            isComplete = try read(into: &reader)
        } catch {
            phase = .body(head, BodyReader())
            throw error
        }
        if isComplete {
            settleBody()
            dispatch(head, reader.bytes)
            return true
        }
        arriving += reader.bytes.count - before
        loop.arriving += reader.bytes.count - before
        phase = .body(head, reader)
        guard loop.arriving <= loop.limits.arriving / loop.configuration.threads else { throw .busy }
        return false
    }

    /// Takes what has come; true when the body is complete.
    private func read(into reader: inout BodyReader) throws(Problem) -> Bool {
        let available = evbuffer_get_length(input)
        guard available > 0, let start = evbuffer_pullup(input, -1) else { return false }
        let window = UnsafeRawBufferPointer(start: start, count: available)
        guard let left = reader.left else {
            let taken = try reader.chunks.decode(window, into: &reader.bytes, limit: loop.limits.body)
            evbuffer_drain(input, taken)
            return reader.chunks.isAtEnd
        }
        let count = min(left, available)
        reader.bytes.append(contentsOf: window.prefix(count))
        evbuffer_drain(input, count)
        reader.left = left - count
        return left == count
    }

    private func dispatch(_ head: RequestHead, _ body: [UInt8]) {
        exchange += 1
        phase = .waiting
        loop.counters.requestCame()
        loop.handler(
            Request(head: head, body: body, peer: peer, isTLS: tls != nil),
            Responder(self, exchange: exchange, head: head))
    }
}
