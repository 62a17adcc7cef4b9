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

    public init() {}
}
