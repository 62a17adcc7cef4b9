/// What a skill sees of a turn: the keys that it declared to read, in the order in which a message carries them.
public struct ContextView: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    public struct Entry: Sendable, Hashable {
        public var key: String
        public var value: Value
    }

    public private(set) var entries: [Entry] = []

    public init(capacity: Int = 0) { entries.reserveCapacity(capacity) }

    public init(_ context: [String: Value]) {
        entries = context.map(Entry.init).sorted { Self.precedes($0.key, $1.key) }
    }

    public init(dictionaryLiteral elements: (String, Value)...) { self.init(Dictionary(elements) { $1 }) }

    public subscript(key: String) -> Value? { entries.first { $0.key == key }?.value }

    public var keys: [String] { entries.map(\.key) }

    /// A key that comes after all that are there.
    public mutating func append(_ key: String, _ value: Value) {
        entries.append(Entry(key: key, value: value))
    }

    /// A key at its place, unless it is there.
    public mutating func insert(_ key: String, _ value: Value) {
        let place = entries.firstIndex { !Self.precedes($0.key, key) } ?? entries.count
        guard place == entries.count || entries[place].key != key else { return }
        entries.insert(Entry(key: key, value: value), at: place)
    }

    /// With keys that are not there yet.
    public func merging(_ others: [String: Value]) -> ContextView {
        guard !others.isEmpty else { return self }
        var view = self
        view.entries = (entries + others.map(Entry.init)).sorted { Self.precedes($0.key, $1.key) }
        return view
    }

    /// The order of keys in a message: by length, and then by bytes.
    public static func precedes(_ a: String, _ b: String) -> Bool {
        let (a, b) = (a.utf8, b.utf8)
        return a.count == b.count ? a.lexicographicallyPrecedes(b) : a.count < b.count
    }
}
