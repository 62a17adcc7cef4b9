public import ConciergeCore

/// What the folders say, and what came of reading them.
public struct KnowledgeReading: Sendable {
    public var base = KnowledgeBase()
    public var problems: [Problem] = []
    /// Files that were read anew.
    public var read: [String] = []
    /// Files that are wrong now, so that their last good version stays.
    public var kept: [String] = []
    public var gone: [String] = []
    /// From what served before.
    public var difference: KnowledgeDifference?

    public init() {}

    /// No file was found to be another.
    public var isEmpty: Bool { read.isEmpty && kept.isEmpty && gone.isEmpty }

    /// What was read, and what became of it, in one line.
    public var summary: String {
        let read =
            self.read.map { "\($0) read" } + gone.map { "\($0) gone" } + kept.map { "\($0) kept as it was" }
        return "\(read.joined(separator: ", ")): \(difference?.summary ?? "nothing changed")"
    }
}
