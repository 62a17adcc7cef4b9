/// How much one document may hold; a file past a limit is refused with its place.
public struct Limits: Sendable, Hashable {
    public var bytes = 16 << 20
    public var depth = 64
    public var nodes = 1_000_000
    /// Values that stand for an alias, counted with everything inside them.
    public var repeated = 10_000

    public init() {}
}

/// Reads one YAML 1.2 document (JSON is one too); `file` is the name that errors carry.
public func parse(_ text: String, file: String, limits: Limits = Limits()) throws(YAMLError) -> Node {
    try parse(Array(text.utf8), file: file, limits: limits)
}

/// Reads one YAML 1.2 document from bytes, which must be UTF-8.
public func parse(_ bytes: [UInt8], file: String, limits: Limits = Limits()) throws(YAMLError) -> Node {
    guard bytes.count <= limits.bytes else {
        throw YAMLError(file: file, position: nil, reason: .tooLarge(limit: limits.bytes))
    }
    if let offset = firstInvalidByte(bytes) {
        let place = Position.start.advanced(over: bytes.prefix(offset))
        throw YAMLError(file: file, position: place, reason: .notUTF8)
    }
    // Some editors begin a file with this; it is no part of the first line.
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let result = bytes.withUnsafeBufferPointer { buffer in
        Result { () throws(YAMLError) -> Node in
            let text = UnsafeBufferPointer(rebasing: buffer[mark...])
            var composer = Composer(text, file: file, limits: limits)
            return try composer.document()
        }
    }
    return try result.get()
}

private func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
    var decoder = UTF8.ForwardParser()
    var offset = 0
    var rest = bytes.makeIterator()
    while true {
        switch decoder.parseScalar(from: &rest) {
        case .valid(let scalar): offset += scalar.count
        case .emptyInput: return nil
        case .error: return offset
        }
    }
}
