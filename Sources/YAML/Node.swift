/// A line and a column, both counted from 1, columns in characters.
public struct Position: Sendable, Hashable, CustomStringConvertible {
    public var line: Int
    public var column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    public static let start = Position(line: 1, column: 1)

    public var description: String { "\(line):\(column)" }
}

/// One value of a document, with the place it was written at.
public struct Node: Sendable, Hashable {
    /// What a node holds, typed by the YAML 1.2 core schema.
    public enum Content: Sendable, Hashable {
        case null
        case bool(Bool)
        case int(Int64)
        case double(Double)
        case text(String)
        case list([Node])
        case map([Entry])
    }

    /// One key of a map with its value, in the order of the file.
    public struct Entry: Sendable, Hashable {
        public let key: String
        public let keyPosition: Position
        public let value: Node
    }

    public let content: Content
    public let position: Position
    /// A scalar as it was written, without its quotes; nil for lists and maps.
    public let source: String?
    /// Whether quotes (or a block style) made this scalar text whatever it looks like.
    public let isQuoted: Bool

    init(_ content: Content, at position: Position, source: String? = nil, isQuoted: Bool = false) {
        self.content = content
        self.position = position
        self.source = source
        self.isQuoted = isQuoted
    }

    /// The value under a key of a map.
    public subscript(key: String) -> Node? {
        guard case .map(let entries) = content else { return nil }
        return entries.first { $0.key == key }?.value
    }
}
