/// What a skill says of itself: the facts of `skill.yaml`, which stand in its library too.
public struct Manifest: Sendable, Hashable {
    /// A key it wants to see: `turn.text`, `profile.*`; with `?` the skill also works without it.
    public struct Read: Sendable, Hashable {
        public var pattern: String
        public var isOptional: Bool

        public init(pattern: String, isOptional: Bool = false) {
            self.pattern = pattern
            self.isOptional = isOptional
        }
    }

    /// Something that staff may ask of it.
    public struct Action: Sendable, Hashable {
        /// Its name for staff.
        public var title: Localized
        /// A JSON Schema of what it is told.
        public var input: Value?

        public init(title: Localized = Localized(), input: Value? = nil) {
            self.title = title
            self.input = input
        }
    }

    public enum Failure: String, Sendable, Hashable, CaseIterable { case skip, fallback, fail }

    public var id: String
    /// Other names it is found under.
    public var aliases: [String] = []
    public var version: String
    public var abi = "1.0"
    public var name = Localized()
    public var description = Localized()
    public var licence: String?
    public var publisher: String?
    public var reads: [Read] = []
    public var writes: [String: ValueType] = [:]
    public var collections: [CollectionDeclaration] = []
    public var readsCollections: [String] = []
    /// What its documents say in the report, by name.
    public var report: [Measure] = []
    /// The events it wants to be woken for.
    public var on: [String] = []
    public var requires: [String] = []
    /// What staff may ask of it, by name.
    public var actions: [String: Action] = [:]
    /// The pages behind the links that it makes.
    public var pages: [String] = []
    /// A JSON Schema of its configuration.
    public var configuration: Value?
    /// Files of the package that lie under the admin's configuration, the lowest first.
    public var defaults: [String] = []
    public var permissions: Value?
    /// Runs also when an earlier skill claimed the turn.
    public var observes = false
    public var isolation: String?
    public var onFailure: Failure = .skip
    /// What is said when it fails and `onFailure` is `fallback`.
    public var fallback = Localized()
    /// The largest message it may return.
    public var maximumMessage = 262_144
    /// Where its library lies in the package, and the words of the command that builds it; only in `skill.yaml`.
    public var library: String?
    public var build: [String] = []

    public init(id: String, version: String) {
        self.id = id
        self.version = version
    }
}

/// A text in several languages.
public struct Localized: Sendable, Hashable {
    public var texts: [String: String]

    public init(_ texts: [String: String] = [:]) { self.texts = texts }

    /// The locale, its language, Chinese, English, whatever there is.
    public func localized(_ locale: String) -> String? {
        let language = locale.split(separator: "-").first.map(String.init) ?? locale
        return texts[locale] ?? texts[language] ?? texts["zh"] ?? texts["en"] ?? texts.values.min()
    }
}
