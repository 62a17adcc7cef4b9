/// Reads a head strictly: what two readers could understand differently is refused (RFC 9112 §11.2).
struct HeadParser {
    static let methods: [StaticString] = ["get", "post", "head", "put", "patch", "delete", "options"]

    private let bytes: [UInt8]
    private let maxFields: Int
    private var head: RequestHead
    private var authority: Range<Int>?
    private var length: Range<Int>?
    private var coding: Range<Int>?
    private var hosts = 0

    static func parse(_ bytes: [UInt8], maxFields: Int) throws(Problem) -> RequestHead {
        var parser = HeadParser(bytes: bytes, maxFields: maxFields)
        var start = try parser.requestLine()
        // Up to the empty line that the scanner found; a lone carriage return is no end.
        while start < bytes.count - 2 { start = try parser.field(at: start) }
        try parser.settle()
        return parser.head
    }

    private init(bytes: [UInt8], maxFields: Int) {
        self.bytes = bytes
        self.maxFields = maxFields
        head = RequestHead(bytes: bytes)
        head.fields.reserveCapacity(12)
    }

    /// The end of the line that starts here, where its CR is.
    private func lineEnd(from start: Int) -> Int {
        // The scanner has seen that every line ends with CRLF.
        var end = start
        while bytes[end] != .lineFeed { end += 1 }
        return end - 1
    }

    private mutating func requestLine() throws(Problem) -> Int {
        let end = lineEnd(from: 0)
        let line = bytes[..<end]
        guard let first = line.firstIndex(of: .space), let last = line.lastIndex(of: .space), first < last,
            line.count(where: { $0 == .space }) == 2
        else {
            throw .badRequest(
                "request line: '\(line.shown)' is not 'METHOD /path HTTP/1.1'; send these three parts")
        }
        try version(line[(last + 1)...])
        try method(0..<first)
        try target((first + 1)..<last)
        return end + 2
    }

    private mutating func version(_ text: ArraySlice<UInt8>) throws(Problem) {
        if text.elementsEqual("HTTP/1.1".utf8) { return }
        if text.elementsEqual("HTTP/1.0".utf8) {
            head.minorVersion = 0
            return
        }
        guard text.starts(with: "HTTP/".utf8) else {
            throw .badRequest("request line: '\(text.shown)' is no HTTP version; send 'HTTP/1.1'")
        }
        throw Problem(
            505, "http_version", "HTTP version not supported",
            "request line: '\(text.shown)' is not spoken here; send 'HTTP/1.1'")
    }

    private mutating func method(_ range: Range<Int>) throws(Problem) {
        head.method = range
        let name = bytes[range]
        // Methods are case-sensitive (RFC 9110 §9.1).
        let isUpper = name.allSatisfy { $0 == $0.lowercased ^ 0x20 }
        guard isUpper, Self.methods.contains(where: { name.isEqual(lowercase: $0) }) else {
            throw Problem(
                405, "unknown_method", "Method not allowed",
                "request line: '\(name.shown)' is not answered here; use GET, HEAD, POST, PUT, PATCH, DELETE or OPTIONS"
            )
        }
    }

    private mutating func target(_ range: Range<Int>) throws(Problem) {
        let target = bytes[range]
        guard target.allSatisfy({ $0 > 0x20 && $0 < 0x7f && $0 != UInt8(ascii: "#") }) else {
            throw .badTarget(target, "holds a byte that must be percent-encoded; encode it")
        }
        var start = range.lowerBound
        if target.first != .slash, let scheme = Self.schemeLength(target) {
            let from = start + scheme
            start =
                bytes[from..<range.upperBound].firstIndex { $0 == .slash || $0 == .question }
                ?? range.upperBound
            authority = from..<start
        } else if target.first != .slash {
            guard target.elementsEqual("*".utf8), bytes[head.method].isEqual(lowercase: "options") else {
                throw .badTarget(target, "is neither '/path' nor 'http://host/path'; begin it with '/'")
            }
        }
        let question = bytes[start..<range.upperBound].firstIndex(of: .question)
        head.path = start..<(question ?? range.upperBound)
        head.query = (question.map { $0 + 1 } ?? range.upperBound)..<range.upperBound
        try checkEscapes(range)
    }

    private static func schemeLength(_ target: ArraySlice<UInt8>) -> Int? {
        if target.prefix(7).isEqual(lowercase: "http://") { return 7 }
        return target.prefix(8).isEqual(lowercase: "https://") ? 8 : nil
    }

    private func checkEscapes(_ range: Range<Int>) throws(Problem) {
        let target = bytes[range]
        guard target.contains(.percent) else { return }
        for index in range where bytes[index] == .percent {
            guard index + 2 < range.upperBound, bytes[index + 1].hexValue != nil,
                bytes[index + 2].hexValue != nil
            else {
                throw .badTarget(target, "has a '%' without two hexadecimal digits; write '%25' for a '%'")
            }
        }
        let decoded = percentDecodedBytes(target)
        guard String(validating: decoded, as: UTF8.self) != nil, !decoded.contains(0) else {
            throw .badTarget(target, "is no UTF-8 text when decoded; encode it as UTF-8")
        }
    }

    private mutating func field(at start: Int) throws(Problem) -> Int {
        guard head.fields.count < maxFields else { throw .tooManyHeaders(maxFields) }
        let end = lineEnd(from: start)
        let line = bytes[start..<end]
        var colon = start
        while bytes[colon].isToken { colon += 1 }
        guard colon > start, bytes[colon] == .colon else {
            throw .badRequest("headers: '\(line.shown)' is not 'name: value' on one line; mend or remove it")
        }
        guard line[(colon + 1)...].allSatisfy(\.isFieldValue) else {
            throw .badRequest(
                "headers: the value of '\(bytes[start..<colon].shown)' holds a control character; remove it")
        }
        let value = line[(colon + 1)...].trimmed
        let field = RequestHead.Field(name: start..<colon, value: value.startIndex..<value.endIndex)
        head.fields.append(field)
        try note(field)
        return end + 2
    }

    /// Keeps the few headers that the connection itself obeys.
    private mutating func note(_ field: RequestHead.Field) throws(Problem) {
        let name = bytes[field.name]
        switch name.count {
        case 4 where name.isEqual(lowercase: "host"):
            hosts += 1
            head.host = field.value
        case 6 where name.isEqual(lowercase: "expect"):
            guard bytes[field.value].isEqual(lowercase: "100-continue") else { throw .unknownExpectation }
            head.expectsContinue = true
        case 10 where name.isEqual(lowercase: "connection"):
            for option in bytes[field.value].split(separator: .comma)
            where option.trimmed.isEqual(lowercase: "close") { head.keepsAlive = false }
        case 14 where name.isEqual(lowercase: "content-length"):
            guard length == nil else {
                throw .ambiguousLength("'content-length' is there twice; send it once")
            }
            length = field.value
        case 17 where name.isEqual(lowercase: "transfer-encoding"):
            guard coding == nil else {
                throw .ambiguousLength("'transfer-encoding' is there twice; send it once")
            }
            coding = field.value
        default: break
        }
    }

    /// What only the whole head can tell.
    private mutating func settle() throws(Problem) {
        if head.minorVersion == 0 {
            head.keepsAlive = false
            head.expectsContinue = false
        }
        try settleFraming()
        try settleHost()
    }

    private mutating func settleFraming() throws(Problem) {
        if let coding {
            guard length == nil else {
                throw .ambiguousLength("'content-length' beside 'transfer-encoding'; send one of them")
            }
            guard head.minorVersion == 1 else {
                throw .ambiguousLength("'transfer-encoding' in HTTP/1.0; send 'content-length'")
            }
            guard bytes[coding].isEqual(lowercase: "chunked") else {
                throw .ambiguousLength(
                    "transfer encoding '\(bytes[coding].shown)' is not read here; send 'chunked'")
            }
            head.framing = .chunked
        } else if let length {
            let digits = bytes[length]
            guard !digits.isEmpty, digits.allSatisfy(\.isDigit) else {
                throw .ambiguousLength("'content-length' is '\(digits.shown)'; send one decimal number")
            }
            // What does not fit an Int is past every limit as well.
            head.framing = .length(Int(String(decoding: digits, as: UTF8.self)) ?? .max)
        }
    }

    private mutating func settleHost() throws(Problem) {
        guard hosts == 1 else {
            throw .badHost(hosts == 0 ? "is missing; send one" : "is there twice; send it once")
        }
        if let authority {
            guard bytes[authority].elementsEqual(bytes[head.host]) else {
                throw .badHost("differs from the host in the request line; send the same")
            }
        }
        let name = bytes[head.host]
        guard !name.isEmpty, name.allSatisfy(Self.isHostByte) else {
            throw .badHost("is '\(name.shown)', which is no 'name' or 'name:port'; mend it")
        }
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "-")...UInt8(ascii: "."), UInt8(ascii: "0")...UInt8(ascii: ":"): true
        case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "_"): true
        default: false
        }
    }
}
