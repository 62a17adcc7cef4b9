import ConciergeCore
import SQLite

/// Values as JSON text that comes back exactly as it went in: JSON has no times, no bytes and no infinity, so these
/// are kept as `{"$timestamp": milliseconds}`, `{"$bytes": [...]}` and `{"$double": "inf"}`, and a map that looks like
/// one as `{"$map": …}`.
enum StoredJSON {
    private static let tags: Set<String> = ["$timestamp", "$bytes", "$double", "$map"]

    static func encode(_ value: Value) -> [UInt8] { JSON.encode(tagged(value)) }
    static func encode(_ entries: [String: Value]) -> [UInt8] { JSON.encode(tagged(.map(entries))) }
    static func encode(_ texts: [String]) -> [UInt8] { JSON.encode(.list(texts.map(Value.text))) }

    static func decode(_ bytes: [UInt8]) throws -> Value {
        let value = try plain(bytes)
        return mayHoldTag(bytes) ? untagged(value) : value
    }

    /// JSON that others wrote for others to read: a trace, an answer.
    static func plain(_ bytes: [UInt8]) throws -> Value {
        do {
            return try JSON.decode(bytes, depth: 512)
        } catch let error {
            throw StoreError(.unusable, "the store: a stored value is damaged (\(error)); restore a backup")
        }
    }

    private static func tagged(_ value: Value) -> Value {
        switch value {
        case .timestamp(let time): .map(["$timestamp": .int(time.milliseconds)])
        case .bytes(let bytes): .map(["$bytes": .list(bytes.map { .int(Int64($0)) })])
        case .double(let number) where !number.isFinite: .map(["$double": .text(number.description)])
        case .list(let values): isPlain(value) ? value : .list(values.map(tagged))
        case .map(let entries): isPlain(value) ? value : wrapped(entries.mapValues(tagged))
        default: value
        }
    }

    private static func wrapped(_ entries: [String: Value]) -> Value {
        isTag(entries) ? .map(["$map": .map(entries)]) : .map(entries)
    }

    private static func isTag(_ entries: [String: Value]) -> Bool {
        entries.count == 1 && entries.keys.contains(where: tags.contains)
    }

    /// Most values hold nothing special, and then nothing is copied.
    private static func isPlain(_ value: Value) -> Bool {
        switch value {
        case .timestamp, .bytes: false
        case .double(let number): number.isFinite
        case .list(let values): values.allSatisfy(isPlain)
        case .map(let entries): !isTag(entries) && entries.values.allSatisfy(isPlain)
        default: true
        }
    }

    private static func mayHoldTag(_ bytes: [UInt8]) -> Bool {
        var previous: UInt8 = 0
        for byte in bytes {
            if previous == UInt8(ascii: "\""), byte == UInt8(ascii: "$") { return true }
            previous = byte
        }
        return false
    }

    private static func untagged(_ value: Value) -> Value {
        switch value {
        case .list(let values): .list(values.map(untagged))
        case .map(let entries): untagged(entries)
        default: value
        }
    }

    private static func untagged(_ entries: [String: Value]) -> Value {
        guard entries.count == 1, let (key, value) = entries.first else {
            return .map(entries.mapValues(untagged))
        }
        switch (key, value) {
        case ("$timestamp", .int(let time)): return .timestamp(Timestamp(milliseconds: time))
        case ("$bytes", .list(let bytes)):
            return .bytes(bytes.compactMap { $0.int.flatMap(UInt8.init(exactly:)) })
        case ("$double", .text(let number)): return Double(number).map(Value.double) ?? .null
        case ("$map", .map(let inner)): return .map(inner.mapValues(untagged))
        default: return .map(entries.mapValues(untagged))
        }
    }
}

extension Row {
    func json(_ column: Int) throws -> Value { try StoredJSON.decode(bytes(column)) }
    func map(_ column: Int) throws -> [String: Value] { try json(column).map ?? [:] }

    func texts(_ column: Int) throws -> [String] {
        if isNull(column) { return [] }
        return try json(column).list?.compactMap(\.text) ?? []
    }

    func time(_ column: Int) -> Timestamp { Timestamp(milliseconds: int(column)) }
    func optionalTime(_ column: Int) -> Timestamp? { optionalInt(column).map(Timestamp.init(milliseconds:)) }
}
