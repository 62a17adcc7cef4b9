package import CSkillABI
package import ConciergeCore

extension Value {
    /// Reads a message of a stranger strictly: its size before anything else, then every byte of it.
    package init(message: sk_bytes, limit: Int) throws(MessageError) {
        guard message.len <= UInt64(limit) else { throw .tooLarge(bytes: message.len, limit: limit) }
        guard let start = message.ptr else { throw .malformed("cut short", at: 0) }
        var offset: UInt64 = 0
        if let reason = sk_cbor_check(message, UInt64(limit), &offset) {
            throw .malformed(String(cString: reason), at: offset)
        }
        var reader = MessageReader(start: start, left: message.len)
        self = try reader.value(depth: 0)
    }
}

/// Walks over checked bytes once. It stays inside them even if they change meanwhile.
private struct MessageReader {
    let start: UnsafePointer<UInt8>
    var left: UInt64
    var offset = 0

    init(start: UnsafePointer<UInt8>, left: UInt64) {
        self.start = start
        self.left = left
    }

    mutating func value(depth: Int32) throws(MessageError) -> Value {
        let head = try head()
        switch head.major {
        case 0, 1: return .int(integer(head))
        case 2: return .bytes([UInt8](try take(head.argument)))
        case 3: return .text(String(decoding: try take(head.argument), as: UTF8.self))
        case 4: return try list(head.argument, depth: depth + 1)
        case 5: return try map(head.argument, depth: depth + 1)
        case 6: return try timestamp()
        default:
            switch head.info {
            case 20, 21: return .bool(head.info == 21)
            case 22: return .null
            default: return .double(sk_cbor_widen(head.info, head.argument))
            }
        }
    }

    private mutating func list(_ count: UInt64, depth: Int32) throws(MessageError) -> Value {
        try descend(count, depth: depth)
        var items: [Value] = []
        items.reserveCapacity(Int(count))
        for _ in 0..<count { items.append(try value(depth: depth)) }
        return .list(items)
    }

    private mutating func map(_ count: UInt64, depth: Int32) throws(MessageError) -> Value {
        try descend(count, depth: depth)
        var entries = [String: Value](minimumCapacity: Int(count))
        for _ in 0..<count {
            let place = UInt64(offset)
            let head = try head()
            guard head.major == 3 else { throw .malformed("a map key is not text", at: place) }
            let key = String(decoding: try take(head.argument), as: UTF8.self)
            let value = try value(depth: depth)
            // Different bytes may still be the same text, such as é composed and decomposed.
            guard entries.updateValue(value, forKey: key) == nil else {
                throw .malformed("a map key comes twice", at: place)
            }
        }
        return .map(entries)
    }

    private mutating func timestamp() throws(MessageError) -> Value {
        let place = UInt64(offset)
        let head = try head()
        guard head.major == 7 else { return .timestamp(Timestamp(seconds: integer(head))) }
        let milliseconds = (sk_cbor_widen(head.info, head.argument) * 1000).rounded()
        guard let milliseconds = Int64(exactly: milliseconds) else {
            throw .malformed("a time is out of range", at: place)
        }
        return .timestamp(Timestamp(milliseconds: milliseconds))
    }

    private func integer(_ head: sk_cbor_head) -> Int64 {
        let number = Int64(truncatingIfNeeded: head.argument)
        return head.major == 0 ? number : ~number
    }

    private func descend(_ count: UInt64, depth: Int32) throws(MessageError) {
        guard depth <= SK_CBOR_MAX_DEPTH else { throw .malformed("nested too deep", at: UInt64(offset)) }
        guard count <= left else { throw .malformed("cut short", at: UInt64(offset)) }
    }

    private mutating func head() throws(MessageError) -> sk_cbor_head {
        var head = sk_cbor_head()
        let size = sk_cbor_read_head(start + offset, left, &head)
        guard size > 0 else { throw .malformed("cut short", at: UInt64(offset)) }
        offset += Int(size)
        left -= UInt64(size)
        return head
    }

    private mutating func take(_ count: UInt64) throws(MessageError) -> UnsafeBufferPointer<UInt8> {
        guard count <= left else { throw .malformed("cut short", at: UInt64(offset)) }
        defer {
            offset += Int(count)
            left -= count
        }
        return UnsafeBufferPointer(start: start + offset, count: Int(count))
    }
}
