/// The way to one value inside another, written as a JSON Pointer (RFC 6901).
public struct Pointer: Sendable, Hashable, CustomStringConvertible {
    public private(set) var steps: [String]

    public init(_ steps: [String] = []) { self.steps = steps }

    public static let root = Pointer()

    public static func / (base: Pointer, step: String) -> Pointer { Pointer(base.steps + [step]) }
    public static func / (base: Pointer, index: Int) -> Pointer { base / String(index) }
    public static func / (base: Pointer, rest: Pointer) -> Pointer { Pointer(base.steps + rest.steps) }

    public var parent: Pointer? { steps.isEmpty ? nil : Pointer(steps.dropLast()) }

    public var description: String {
        steps.map { step in
            "/" + step.map { $0 == "~" ? "~0" : $0 == "/" ? "~1" : String($0) }.joined()
        }.joined()
    }

    /// `-` and `_` are the same in names, so both spellings are one place.
    var folded: Pointer { Pointer(steps.map(Spelling.folded)) }
}

/// Where every value of a file stands, so that whoever finds a fault later can name the place.
public struct SourceMap: Sendable, Hashable {
    private struct Entry: Hashable {
        let value: Place
        let key: Place?
    }

    public var file: String
    private var entries: [Pointer: Entry] = [:]
    private var secrets: Set<Pointer> = []

    public init(file: String) { self.file = file }

    public mutating func record(_ pointer: Pointer, at place: Place, key: Place? = nil) {
        entries[pointer.folded] = Entry(value: place, key: key)
    }

    /// Marks a value that came from the environment or a file: it is never printed.
    public mutating func markExpanded(_ pointer: Pointer) { secrets.insert(pointer.folded) }

    /// Says that what stood at one pointer now stands at another.
    public mutating func move(_ pointer: Pointer, to target: Pointer) {
        let steps = pointer.folded.steps
        for (old, entry) in entries where old.steps.starts(with: steps) {
            let new = target.folded / Pointer(Array(old.steps.dropFirst(steps.count)))
            entries[new] = entry
            if secrets.contains(old) { secrets.insert(new) }
        }
    }

    public func isExpanded(_ pointer: Pointer) -> Bool { secrets.contains(pointer.folded) }

    /// The place of a value or of its key; of what holds it when it is not there.
    public func place(of pointer: Pointer, isKey: Bool = false) -> Place {
        if let entry = entries[pointer.folded] { return isKey ? entry.key ?? entry.value : entry.value }
        guard let parent = pointer.parent else { return Place(file: file) }
        return place(of: parent, isKey: true)
    }

    public func problem(_ violation: Schema.Violation, under base: Pointer = .root) -> Problem {
        Problem(at: place(of: base / violation.pointer, isKey: violation.isAboutKey), violation.message)
    }
}
