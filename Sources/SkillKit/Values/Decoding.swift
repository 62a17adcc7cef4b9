internal import CSkillABI

extension Value {
    /// Nil when the bytes are no value; bytes of the host are.
    init?(decoding bytes: sk_bytes) {
        switch sk_cbor_type(bytes) {
        case SK_CBOR_NULL: self = .null
        case SK_CBOR_BOOL:
            guard let flag = Bool(EncodedValue(bytes: bytes)) else { return nil }
            self = .bool(flag)
        case SK_CBOR_INT:
            guard let number = Int64(EncodedValue(bytes: bytes)) else { return nil }
            self = .int(number)
        case SK_CBOR_DOUBLE:
            guard let number = Double(EncodedValue(bytes: bytes)) else { return nil }
            self = .double(number)
        case SK_CBOR_TEXT:
            guard let text = String(EncodedValue(bytes: bytes)) else { return nil }
            self = .text(text)
        case SK_CBOR_BYTES:
            var content = sk_bytes()
            guard sk_cbor_get_bytes(bytes, &content) else { return nil }
            self = .bytes([UInt8](UnsafeBufferPointer(start: content.ptr, count: Int(content.len))))
        case SK_CBOR_TIME:
            var seconds = 0.0
            guard sk_cbor_get_time(bytes, &seconds), sk_cbor_is_time(seconds) else { return nil }
            self = .time(Timestamp(seconds: seconds))
        case SK_CBOR_LIST, SK_CBOR_MAP: self.init(container: bytes)
        default: return nil
        }
    }

    private init?(container bytes: sk_bytes) {
        var each = sk_cbor_each(bytes)
        let count = Int(sk_cbor_count(bytes))
        var (list, map): ([Value], [String: Value]) = ([], [:])
        if each.map { map.reserveCapacity(count) } else { list.reserveCapacity(count) }
        while sk_cbor_next(&each) {
            guard let value = Value(decoding: each.value) else { return nil }
            if each.map { map[String(each.key)] = value } else { list.append(value) }
        }
        guard list.count + map.count == count else { return nil }
        self = each.map ? .map(map) : .list(list)
    }

    init?(decoding bytes: [UInt8]) {
        let value = bytes.withUnsafeBufferPointer { Value(decoding: sk_bytes($0)) }
        guard let value else { return nil }
        self = value
    }
}

extension String {
    init(_ bytes: sk_bytes) {
        self.init(decoding: UnsafeBufferPointer(start: bytes.ptr, count: Int(bytes.len)), as: UTF8.self)
    }
}

extension sk_bytes {
    init(_ buffer: UnsafeBufferPointer<UInt8>) {
        self.init(ptr: buffer.baseAddress, len: UInt64(buffer.count))
    }
}
