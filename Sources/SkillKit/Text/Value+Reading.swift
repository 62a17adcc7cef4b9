// What a configuration holds, read without a word where it holds nothing: its schema said what must be there.
extension Value? {
    public func integer(_ key: String) -> Int { self?[key]?.int.map(Int.init) ?? 0 }
    public func words(_ key: String) -> Words { self?[key].flatMap { Words($0) } ?? Words([]) }
    public func texts(_ key: String) -> [String] { self?[key]?.list?.compactMap(\.text) ?? [] }
    public func phrase(_ key: String) -> Phrase { self?[key].flatMap { Phrase($0) } ?? Phrase([:]) }
}

extension Value {
    public func integer(_ key: String) -> Int { Optional(self).integer(key) }
    public func words(_ key: String) -> Words { Optional(self).words(key) }
    public func texts(_ key: String) -> [String] { Optional(self).texts(key) }
}
