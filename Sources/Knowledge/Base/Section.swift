public import ConciergeCore

/// What stands under one heading of a document.
public struct Section: Sendable, Equatable {
    /// `guide.md#Installing/Power`.
    public var id: String
    public var headings: [String]
    /// Markdown as it was written, without the sections below it.
    public var text: String
    public var place: Place

    // Where it stands is no part of what it says: what moved down a line is the same.
    public static func == (a: Self, b: Self) -> Bool {
        a.id == b.id && a.headings == b.headings && a.text == b.text
    }
}
