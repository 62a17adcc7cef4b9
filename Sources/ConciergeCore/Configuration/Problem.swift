/// Where in a file something stands; line 0 means the file as a whole.
public struct Place: Sendable, Hashable, Comparable, CustomStringConvertible {
    public var file: String
    public var line: Int
    public var column: Int

    public init(file: String, line: Int = 0, column: Int = 0) {
        self.file = file
        self.line = line
        self.column = column
    }

    public var description: String { line > 0 ? "\(file):\(line):\(column)" : file }

    public static func < (a: Self, b: Self) -> Bool {
        (a.file, a.line, a.column) < (b.file, b.line, b.column)
    }
}

/// One fault of a file that a person edits: `place: what is wrong; the mend`.
public struct Problem: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Severity: String, Sendable, Hashable {
        case error, warning
        /// Nothing is wrong; it is worth knowing.
        case note
    }

    public var place: Place
    public var severity: Severity
    public var message: String

    public init(_ severity: Severity = .error, at place: Place, _ message: String) {
        self.place = place
        self.severity = severity
        // A name or a value with a line break in it would make two lines of one problem.
        self.message = String(
            String.UnicodeScalarView(
                message.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    }

    public var file: String { place.file }
    public var line: Int { place.line }
    public var column: Int { place.column }
    public var isError: Bool { severity == .error }
    public var description: String { "\(place): \(message)" }
}
