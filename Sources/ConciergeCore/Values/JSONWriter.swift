/// Writes JSON member by member: the turn path builds no tree of values to take it apart again.
public struct JSONWriter {
    public private(set) var bytes: [UInt8] = []
    private var needsComma = false
    private let isOrdered: Bool

    /// `isOrdered`: a map's members stand in the order of their names, so that equal facts are equal bytes.
    public init(capacity: Int = 512, isOrdered: Bool = true) {
        self.isOrdered = isOrdered
        bytes.reserveCapacity(capacity)
    }

    public mutating func object(_ members: (inout JSONWriter) -> Void) {
        nested(UInt8(ascii: "{"), UInt8(ascii: "}"), members)
    }

    public mutating func list(_ items: (inout JSONWriter) -> Void) {
        nested(UInt8(ascii: "["), UInt8(ascii: "]"), items)
    }

    /// The name of the next member, which needs no escape; members are written in the order of their names, so that
    /// equal facts are equal bytes.
    public mutating func key(_ name: String) {
        let name = name.utf8.span
        assert(!name.needsEscape)
        quoted(name.count, isKey: true) { out in out.append(name) }
        needsComma = false
    }

    public mutating func text(_ text: String) { quoted(text, isKey: false) }

    public mutating func text(_ text: String?) { if let text { self.text(text) } else { word("null") } }

    public mutating func int(_ number: Int64) { token(20) { out in out.append(decimal: number) } }

    public mutating func bool(_ flag: Bool) { word(flag ? "true" : "false") }

    public mutating func value(_ value: Value) {
        switch value {
        case .null: word("null")
        case .bool(let flag): bool(flag)
        case .int(let number): int(number)
        // The shortest text that reads back as the same number; JSON has no infinity, which becomes null.
        case .double(let number): word(number.isFinite ? number.description : "null")
        case .text(let text): self.text(text)
        case .bytes(let bytes): quoted(bytes.count / 3 * 4 + 4) { out in out.append(base64: bytes) }
        case .timestamp(let moment): quoted(Timestamp.room) { out in moment.write(to: &out) }
        case .list(let values): list { json in for value in values { json.value(value) } }
        case .map(let entries): map(entries)
        }
    }

    mutating func map(_ entries: [String: Value]) {
        object { json in
            if entries.count < 2 || !json.isOrdered {
                for (key, value) in entries { json.entry(key, value) }
            } else {
                for place in entries.placesByName { json.entry(entries[place].key, entries[place].value) }
            }
        }
    }

    mutating func map(_ view: ContextView) {
        object { json in for entry in view.entries { json.entry(entry.key, entry.value) } }
    }

    /// A member that is left out when there is nothing to say.
    public mutating func member(_ name: String, _ text: String?) {
        guard let text else { return }
        key(name)
        self.text(text)
    }

    public mutating func member(_ name: String, _ texts: [String]) {
        key(name)
        list { writer in for text in texts { writer.text(text) } }
    }

    private mutating func entry(_ key: String, _ value: Value) {
        quoted(key, isKey: true)
        needsComma = false
        self.value(value)
    }

    private mutating func nested(_ begin: UInt8, _ end: UInt8, _ body: (inout JSONWriter) -> Void) {
        token(1) { out in out.append(begin) }
        needsComma = false
        body(&self)
        bytes.append(end)
        needsComma = true
    }

    /// A token and, if one is due, the comma before it go in at one stroke: looking for room costs more than the bytes.
    @inline(__always)
    private mutating func token(_ room: Int, _ write: (inout OutputSpan<UInt8>) -> Void) {
        let needsComma = needsComma
        bytes.append(addingCapacity: room + 1) { out in
            if needsComma { out.append(UInt8(ascii: ",")) }
            write(&out)
        }
        self.needsComma = true
    }

    private mutating func word(_ text: String) {
        let word = text.utf8.span
        token(word.count) { out in out.append(word) }
    }

    @inline(__always)
    private mutating func quoted(_ room: Int, isKey: Bool = false, _ write: (inout OutputSpan<UInt8>) -> Void)
    {
        token(room + 3) { out in
            out.append(UInt8(ascii: "\""))
            write(&out)
            out.append(UInt8(ascii: "\""))
            if isKey { out.append(UInt8(ascii: ":")) }
        }
    }

    private mutating func quoted(_ text: String, isKey: Bool) {
        let text = text.utf8.span
        guard text.needsEscape else { return quoted(text.count, isKey: isKey) { out in out.append(text) } }
        quoted(text.count * 6, isKey: isKey) { out in
            for index in text.indices { out.append(escaped: text[index]) }
        }
    }
}

extension [String: Value] {
    /// Where the entries are, in the order of their names' bytes: moving names about costs more than looking them up.
    fileprivate var placesByName: [Index] {
        var places = indices.map { (start: self[$0].key.start, place: $0) }
        places.sort { a, b in
            a.start != b.start
                ? a.start < b.start
                : self[a.place].key.utf8.lexicographicallyPrecedes(self[b.place].key.utf8)
        }
        return places.map(\.place)
    }
}

extension String {
    /// The first eight bytes as a number that sorts like them.
    fileprivate var start: UInt64 {
        let bytes = utf8.span
        var start: UInt64 = 0
        for index in 0..<min(8, bytes.count) { start |= UInt64(bytes[index]) << UInt64(56 - 8 * index) }
        return start
    }
}

extension Value {
    /// The value of what is otherwise only written, so that a shape is described once.
    init(written write: (inout JSONWriter) -> Void) {
        var json = JSONWriter()
        write(&json)
        self = (try? JSON.decode(json.bytes)) ?? .null
    }
}
