public import ConciergeCore

/// The skill that is tested, as its package describes it.
public struct Subject: Sendable {
    public var manifest: Manifest
    /// The package's folder, and the absolute path of its library.
    public var folder: String
    public var library: String
    /// One that its schema admits.
    public var configuration: Value
    /// What customers say in its conversations.
    public var sentences: [String]
    /// The ids of the host's extensions.
    public var offered: Set<String>
    /// How long anything may take beyond its time before it counts as never, in milliseconds.
    public var patience: Int64 = 5000

    public init(
        _ manifest: Manifest, folder: String, library: String, configuration: Value, sentences: [String],
        offered: Set<String>
    ) {
        self.manifest = manifest
        self.folder = folder
        self.library = library
        self.configuration = configuration
        self.sentences = sentences
        self.offered = offered
    }
}

/// What a skill did otherwise than it owes.
public struct Fault: Error, Hashable, Sendable {
    public var expected: String
    public var found: String
    public var mend: String

    public init(expected: String, found: String, mend: String) {
        self.expected = expected
        self.found = found
        self.mend = mend
    }
}
