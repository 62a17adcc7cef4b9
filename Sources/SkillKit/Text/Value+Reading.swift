// What a configuration holds, read without a word where it holds nothing: its schema said what must be there.
extension Value? {
    /// The number under a key; 0 where there is none.
    public func integer(_ key: String) -> Int { self?[key]?.int.map(Int.init) ?? 0 }
    /// The words under a key, maybe none.
    public func words(_ key: String) -> Words { self?[key].flatMap { Words($0) } ?? Words([]) }
    /// The texts under a key, maybe none.
    public func texts(_ key: String) -> [String] { self?[key]?.list?.compactMap(\.text) ?? [] }
    /// The phrase under a key; empty where there is none.
    public func phrase(_ key: String) -> Phrase { self?[key].flatMap { Phrase($0) } ?? Phrase([:]) }
}

extension Value {
    /// The number under a key; 0 where there is none.
    public func integer(_ key: String) -> Int { Optional(self).integer(key) }
    /// The words under a key, maybe none.
    public func words(_ key: String) -> Words { Optional(self).words(key) }
    /// The texts under a key, maybe none.
    public func texts(_ key: String) -> [String] { Optional(self).texts(key) }
    /// The phrase under a key; empty where there is none.
    public func phrase(_ key: String) -> Phrase { Optional(self).phrase(key) }
}
