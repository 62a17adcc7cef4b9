@_exported public import CSkillABI

/// A module that takes part in turns. The host makes one instance for each entry in the admin's configuration, and calls
/// `turn` for many turns at once, so an instance keeps what it learns in the store, not in itself.
public protocol Skill: Sendable {
    /// What the host must know before it runs the skill: the facts of `skill.yaml` that the code depends on.
    static var manifest: Manifest { get }

    /// Throws a `SkillError` that says what is wrong and the mend; the types were checked against the manifest before.
    init(configuration: Value) throws

    /// What is wrong with the configuration beyond its schema: shown by `concierge check` with place and mend.
    func check() -> [Finding]

    /// Answers one message or event. Runs on a thread of the host until its first suspension, so whatever takes long is
    /// awaited; cancelled when the answer is not wanted any more.
    func turn(_ turn: Turn) async throws -> Reply
}

extension Skill {
    public func check() -> [Finding] { [] }
}

/// One fault of a configuration: where, what, and the mend.
public struct Finding: Sendable, Hashable {
    /// To the value inside the configuration: `["texts", "survey", "zh"]`.
    public var path: [String]
    public var message: String
    /// The skill is not served until it is mended; else it is a warning.
    public var isError: Bool

    public init(_ path: [String], _ message: String, isError: Bool = false) {
        self.path = path
        self.message = message
        self.isError = isError
    }

    /// `path` with dots: `texts.survey.zh`.
    public init(_ path: String, _ message: String, isError: Bool = false) {
        self.init(path.split(separator: ".").map(String.init), message, isError: isError)
    }

    var value: Value { ["path": path.value, "message": .text(message), "error": .bool(isError)] }
}

/// Why a skill cannot be made or cannot answer, in one line that an admin can act on.
public struct SkillError: Error, Hashable, CustomStringConvertible {
    public let description: String

    public init(_ description: String) { self.description = description }
}
