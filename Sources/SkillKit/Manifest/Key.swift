/// A key of the context, or a field of a document, together with its type; written as a manifest writes it:
/// `turn.text`, or `customer.name?` for one that may be missing.
public struct Key<Content: ValueConvertible>: Sendable, Hashable {
    /// As declared, with its question mark.
    public let declaration: String
    /// Without it: the name in the context.
    public let name: String

    public init(_ declaration: String) {
        self.declaration = declaration
        name = declaration.hasSuffix("?") ? String(declaration.dropLast()) : declaration
    }
}

/// All the keys of an area, as a manifest writes them: `profile.*?`.
public struct KeyGroup: Sendable, Hashable {
    public let declaration: String
    /// What the names begin with: `profile.`.
    public let prefix: String

    public init(_ declaration: String) {
        self.declaration = declaration
        prefix = String(declaration.prefix { $0 != "*" })
    }
}

/// What a manifest can list under `reads`.
public protocol Readable: Sendable {
    var declaration: String { get }
}

/// What a manifest can list under `writes`.
public protocol Writable: Sendable {
    /// Without a question mark: a key that may be missing when it is read is written under its name.
    var name: String { get }
    var type: ValueType { get }
}

extension Key: Readable, Writable {
    public var type: ValueType { Content.type }
}

extension KeyGroup: Readable {}
