import ConciergeCore

/// One record of a file with the line it begins at; a line that is no record says why.
struct Row: Sendable {
    var line: Int
    var content: Result<[String: Value], RowError>
}

/// What is wrong with a line.
struct RowError: Error, CustomStringConvertible {
    var description: String

    init(_ description: String) { self.description = description }
}
