/// What a skill sees of a turn: the keys that it declared to read, in the order in which a message carries them.
public struct ContextView: Sendable {
    public private(set) var entries: [(key: String, value: Value)] = []

    public init(capacity: Int = 0) { entries.reserveCapacity(capacity) }

    public init(_ context: [String: Value]) {
        entries = context.map { ($0.key, $0.value) }.sorted { Self.precedes($0.key, $1.key) }
    }

    public subscript(key: String) -> Value? { entries.first { $0.key == key }?.value }

    public var keys: [String] { entries.map(\.key) }

    /// A key that comes after all that are there.
    public mutating func append(_ key: String, _ value: Value) { entries.append((key, value)) }

    /// A key at its place, unless it is there.
    public mutating func insert(_ key: String, _ value: Value) {
        let place = entries.firstIndex { !Self.precedes($0.key, key) } ?? entries.count
        guard place == entries.count || entries[place].key != key else { return }
        entries.insert((key, value), at: place)
    }

    /// The order of keys in a message: by length, and then by bytes.
    public static func precedes(_ a: String, _ b: String) -> Bool {
        let (a, b) = (a.utf8, b.utf8)
        return a.count == b.count ? a.lexicographicallyPrecedes(b) : a.count < b.count
    }
}
