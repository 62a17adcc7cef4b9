internal import CSkillABI
internal import Glibc

/// Writes CBOR into memory of its own.
struct Encoder: ~Copyable {
    private var raw = sk_cbor_buffer(nil, 0)

    init() {
        raw.grow = { writer, need in
            let capacity = max(need, writer.pointee.cap * 2, 256)
            guard let memory = realloc(writer.pointee.ptr, Int(capacity)) else { return false }
            writer.pointee.ptr = memory.assumingMemoryBound(to: UInt8.self)
            writer.pointee.cap = capacity
            return true
        }
    }

    deinit { free(raw.ptr) }

    /// What was written, borrowed for the call.
    borrowing func withBytes<Result>(_ body: (sk_bytes) throws -> Result) rethrows -> Result {
        try body(sk_bytes(ptr: raw.ptr, len: raw.len))
    }

    borrowing func array() -> [UInt8] {
        [UInt8](UnsafeBufferPointer(start: raw.ptr, count: Int(raw.len)))
    }

    mutating func list(_ count: Int) { sk_cbor_put_list(&raw, UInt64(count)) }

    /// `count` keys and values must follow, the keys by length and then by bytes.
    mutating func map(_ count: Int) { sk_cbor_put_map(&raw, UInt64(count)) }

    mutating func text(_ text: String) {
        var text = text
        text.withUTF8 { sk_cbor_put_text(&raw, sk_bytes($0)) }
    }

    mutating func entries(_ map: [String: Value]) {
        self.map(map.count)
        // Places are put in order, not keys with their values: moving those about costs more than looking them up.
        var places = map.indices.map { (rank: rank(of: map[$0].key), place: $0) }
        places.sort {
            $0.rank != $1.rank ? $0.rank < $1.rank : precedes(map[$0.place].key, map[$1.place].key)
        }
        for (_, place) in places {
            text(map[place].key)
            value(map[place].value)
        }
    }

    mutating func value(_ value: Value) {
        switch value {
        case .null: sk_cbor_put_null(&raw)
        case .bool(let flag): sk_cbor_put_bool(&raw, flag)
        case .int(let number): sk_cbor_put_int(&raw, number)
        case .double(let number): sk_cbor_put_double(&raw, number)
        case .text(let text): self.text(text)
        case .bytes(let bytes): bytes.withUnsafeBufferPointer { sk_cbor_put_bytes(&raw, sk_bytes($0)) }
        case .time(let time): sk_cbor_put_time(&raw, time.seconds)
        case .list(let items):
            list(items.count)
            for item in items { self.value(item) }
        case .map(let map): entries(map)
        }
    }
}

/// The order of keys in a deterministic map.
func precedes(_ a: String, _ b: String) -> Bool {
    let (a, b) = (a.utf8, b.utf8)
    return a.count == b.count ? a.lexicographicallyPrecedes(b) : a.count < b.count
}

/// A key's length and its first bytes as a number that sorts as keys do.
private func rank(of key: String) -> UInt64 {
    let bytes = key.utf8
    var rank = UInt64(min(bytes.count, 255)) << 56
    for (place, byte) in bytes.prefix(7).enumerated() { rank |= UInt64(byte) << UInt64(48 - 8 * place) }
    return rank
}

extension Value {
    var encoded: [UInt8] {
        var encoder = Encoder()
        encoder.value(self)
        return encoder.array()
    }
}
