/// What a handler answers.
public struct Response: Sendable {
    public var status: Int
    public var headers: Headers
    public var body: [UInt8]

    public init(status: Int = 200, headers: Headers = [:], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}

/// The headers of an answer, in the order given and as they go out: those that are always the same are written once.
public struct Headers: Sendable, ExpressibleByDictionaryLiteral {
    private(set) var bytes: [UInt8] = []

    public init(dictionaryLiteral elements: (String, String)...) {
        for (name, value) in elements { append(name, value) }
    }

    public mutating func append(_ name: String, _ value: String) {
        bytes.append(visible: name)
        bytes.append(": ")
        bytes.append(visible: value)
        bytes.append("\r\n")
    }
}

/// An answer in the form the loop writes: what depends on the moment (status line, date, connection) is still missing.
struct Answer: Sendable {
    let status: Int
    let bytes: [UInt8]

    init(_ response: Response, toHEAD isHead: Bool) {
        status = response.status
        let hasBody = response.status >= 200 && response.status != 204 && response.status != 304
        var bytes = [UInt8]()
        bytes.reserveCapacity(
            response.headers.bytes.count + 32 + (hasBody && !isHead ? response.body.count : 0))
        bytes += response.headers.bytes
        if hasBody {
            bytes.append("content-length: ")
            bytes.append(decimal: response.body.count)
            bytes.append("\r\n")
        }
        bytes.append("\r\n")
        if hasBody && !isHead { bytes += response.body }
        self.bytes = bytes
    }

    /// The head of a stream.
    init(status: Int, headers: Headers, isChunked: Bool) {
        self.status = status
        var bytes = headers.bytes
        bytes.append(isChunked ? "transfer-encoding: chunked\r\n\r\n" : "\r\n")
        self.bytes = bytes
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { append(contentsOf: $0) }
    }

    fileprivate mutating func append(decimal number: Int) {
        var digits = number
        let start = count
        repeat {
            append(UInt8(48 + digits % 10))
            digits /= 10
        } while digits > 0
        self[start...].reverse()
    }

    // A line end inside a value would let its author write headers of his own.
    fileprivate mutating func append(visible text: String) {
        let start = count
        append(contentsOf: text.utf8)
        for index in start..<count where self[index] < 0x20 || self[index] == 0x7f { self[index] = 0x20 }
    }
}
