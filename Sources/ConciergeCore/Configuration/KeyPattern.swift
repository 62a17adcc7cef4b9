/// A key of the context, or all keys below one (`profile.*`); `?` when it may be missing.
public struct KeyPattern: Sendable, Hashable, CustomStringConvertible {
    /// Without `.*` and `?`.
    public let key: String
    public let isWildcard: Bool
    public let isOptional: Bool

    public init?(_ text: String) {
        var rest = text[...]
        isOptional = rest.hasSuffix("?")
        if isOptional { rest.removeLast() }
        isWildcard = rest.hasSuffix(".*")
        if isWildcard { rest.removeLast(2) }
        key = String(rest)
        let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
        let isKey = parts.allSatisfy { part in
            !part.isEmpty
                && part.utf8.allSatisfy {
                    (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F || $0 == 0x2D
                }
        }
        guard isKey else { return nil }
    }

    public var description: String { key + (isWildcard ? ".*" : "") + (isOptional ? "?" : "") }

    /// Whether a written key is one of those meant.
    public func matches(_ written: String) -> Bool {
        written == key || isWildcard && written.hasPrefix(key + ".")
    }

    /// Whether some key could be meant by both.
    public func overlaps(_ other: KeyPattern) -> Bool { matches(other.key) || other.matches(key) }
}
