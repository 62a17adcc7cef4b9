internal import CSkillABI
internal import Glibc

/// What a turn was told: the host's message, and where each key and its value stand in it.
///
/// A skill needs a few of many keys, so a value is read when it is asked for.
@usableFromInline
// Never changed after init; the entries point into the memory, which lives as long.
final class Context: @unchecked Sendable {
    private let memory: UnsafeMutableBufferPointer<UInt8>
    private let entries: [(key: sk_bytes, value: sk_bytes)]

    init(_ message: sk_bytes) {
        memory = .allocate(capacity: Int(message.len))
        _ = memory.initialize(from: UnsafeBufferPointer(start: message.ptr, count: Int(message.len)))
        let kept = sk_bytes(UnsafeBufferPointer(memory))
        var entries: [(key: sk_bytes, value: sk_bytes)] = []
        entries.reserveCapacity(Int(sk_cbor_count(kept)))
        var each = sk_cbor_each(kept)
        while sk_cbor_next(&each) { entries.append((each.key, each.value)) }
        self.entries = entries
    }

    deinit { memory.deallocate() }

    /// Valid as long as this lives.
    @usableFromInline
    func value(of name: String) -> EncodedValue? {
        var name = name
        return name.withUTF8 { name in
            guard let wanted = name.baseAddress else { return nil }
            for (key, value) in entries where key.len == name.count {
                if let start = key.ptr, memcmp(start, wanted, name.count) == 0 {
                    return EncodedValue(bytes: value)
                }
            }
            return nil
        }
    }

    /// The values whose names begin so, by what follows.
    func values(after prefix: String) -> [String: Value] {
        var values: [String: Value] = [:]
        for (key, value) in entries {
            let name = String(key)
            guard name.hasPrefix(prefix) else { continue }
            values[String(name.dropFirst(prefix.count))] = Value(decoding: value)
        }
        return values
    }
}
