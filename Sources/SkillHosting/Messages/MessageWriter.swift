import CSkillABI
package import ConciergeCore
import Glibc

/// Lends a value's message to the body; it lies on the stack as long as it is small.
package func withMessage<Result>(
    of value: Value, _ body: (UnsafeBufferPointer<UInt8>) -> Result
) throws(MessageError) -> Result {
    try withWriter({ writer throws(MessageError) in try writer.put(value, depth: 0) }, body)
}

/// The same for what a skill sees of a turn, whose keys are in order.
func withMessage<Result>(
    of view: ContextView, _ body: (UnsafeBufferPointer<UInt8>) -> Result
) throws(MessageError) -> Result {
    try withWriter(
        { writer throws(MessageError) in
            sk_cbor_put_map(&writer, UInt64(view.entries.count))
            for entry in view.entries {
                writer.put(entry.key)
                try writer.put(entry.value, depth: 1)
            }
        }, body)
}

private func withWriter<Result>(
    _ write: (inout sk_cbor_writer) throws(MessageError) -> Void,
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
) throws(MessageError) -> Result {
    try withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 8) { space throws(MessageError) in
        var writer = sk_cbor_buffer(space.baseAddress, UInt64(space.count))
        writer.grow = grow
        // Memory from the heap, once there is any, is in `ctx`.
        defer { free(writer.ctx) }
        try write(&writer)
        guard writer.status == SK_OK else { throw .outOfRange }
        return body(UnsafeBufferPointer(start: writer.ptr, count: Int(writer.len)))
    }
}

private func grow(_ writer: UnsafeMutablePointer<sk_cbor_writer>, need: UInt64) -> Bool {
    let capacity = max(need, writer.pointee.cap * 2)
    let wasOnStack = writer.pointee.ctx == nil
    guard let memory = realloc(writer.pointee.ctx, Int(capacity)) else { return false }
    if wasOnStack, let stack = writer.pointee.ptr { memcpy(memory, stack, Int(writer.pointee.len)) }
    writer.pointee.ctx = memory
    writer.pointee.ptr = memory.assumingMemoryBound(to: UInt8.self)
    writer.pointee.cap = capacity
    return true
}

extension sk_cbor_writer {
    fileprivate mutating func put(_ value: Value, depth: Int32) throws(MessageError) {
        switch value {
        case .null: sk_cbor_put_null(&self)
        case .bool(let flag): sk_cbor_put_bool(&self, flag)
        case .int(let number): sk_cbor_put_int(&self, number)
        case .double(let number): sk_cbor_put_double(&self, number)
        case .text(let text): put(text)
        case .bytes(let bytes): bytes.withUnsafeBufferPointer { sk_cbor_put_bytes(&self, sk_bytes($0)) }
        case .timestamp(let time): sk_cbor_put_time(&self, Double(time.milliseconds) / 1000)
        case .list(let items):
            guard depth < SK_CBOR_MAX_DEPTH else { throw .tooDeep }
            sk_cbor_put_list(&self, UInt64(items.count))
            for item in items { try put(item, depth: depth + 1) }
        case .map(let entries): try put(entries, depth: depth)
        }
    }

    fileprivate mutating func put(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            // Most texts are short; this is what put_text does, without its calls.
            let count = UInt64(bytes.count)
            guard count < 24, let start = bytes.baseAddress, let room = sk_cbor_room(&self, count + 1) else {
                return sk_cbor_put_text(&self, sk_bytes(bytes))
            }
            room.pointee = 0x60 | UInt8(count)
            (room + 1).update(from: start, count: Int(count))
            len += count + 1
        }
    }

    /// Entries are written as the dictionary has them and put into order as bytes: cheaper than comparing strings.
    fileprivate mutating func put(_ entries: [String: Value], depth: Int32) throws(MessageError) {
        guard depth < SK_CBOR_MAX_DEPTH else { throw .tooDeep }
        sk_cbor_put_map(&self, UInt64(entries.count))
        try withUnsafeTemporaryAllocation(of: Entry.self, capacity: entries.count) {
            places throws(MessageError) in
            let first = len
            var count = 0
            for (key, value) in entries {
                let start = len
                put(key)
                try put(value, depth: depth + 1)
                places.initializeElement(at: count, to: Entry(start: start, size: len - start))
                count += 1
            }
            guard count > 1, status == SK_OK else { return }
            sort(places, from: first)
        }
    }

    /// Brings the entries, which lie one behind the other from `first` on, into the order of their bytes.
    private mutating func sort(_ places: UnsafeMutableBufferPointer<Entry>, from first: UInt64) {
        let size = len - first
        // Behind the entries, room to lay them out anew.
        guard sk_cbor_room(&self, max(size, 8)) != nil, let memory = UnsafeMutablePointer(ptr) else { return }
        for index in places.indices { places[index].rank = rank(of: places[index], in: memory) }
        var places = places
        places.sort { a, b in
            if a.rank != b.rank { return a.rank < b.rank }
            // No two keys are equal, so the difference lies before the shorter entry's end.
            return memcmp(memory + Int(a.start), memory + Int(b.start), Int(min(a.size, b.size))) < 0
        }
        var target = memory + Int(len)
        for place in places {
            target.update(from: memory + Int(place.start), count: Int(place.size))
            target += Int(place.size)
        }
        memcpy(memory + Int(first), memory + Int(len), Int(size))
    }

    /// The first eight bytes as a number that sorts like them. When they reach beyond the key, it has decided before.
    private func rank(of entry: Entry, in memory: UnsafeMutablePointer<UInt8>) -> UInt64 {
        let bytes = UnsafeRawPointer(memory + Int(entry.start))
        return UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self))
    }
}

/// Where a key and its value lie in the message.
private struct Entry {
    var start: UInt64
    var size: UInt64
    var rank: UInt64 = 0
}
