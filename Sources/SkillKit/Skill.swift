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

/// One remark on a configuration: where, what, and the mend.
public struct Finding: Sendable, Hashable {
    public enum Level: String, Sendable {
        /// The skill is not served until it is mended.
        case error
        case warning
        /// Nothing is wrong; it is worth knowing.
        case note
    }

    /// To the value inside the configuration: `["texts", "survey", "zh"]`.
    public var path: [String]
    /// Other values that may be the cause: of all of them the one that the admin wrote is shown.
    public var also: [[String]] = []
    public var message: String
    public var level: Level

    public init(_ path: [String], _ message: String, _ level: Level = .warning) {
        self.path = path
        self.message = message
        self.level = level
    }

    /// `path` with dots: `texts.survey.zh`.
    public init(_ path: String, _ message: String, _ level: Level = .warning, also: [String] = []) {
        self.init(Self.steps(path), message, level)
        self.also = also.map(Self.steps)
    }

    public init(_ path: [String], _ message: String, isError: Bool) {
        self.init(path, message, isError ? .error : .warning)
    }

    /// `path` with dots.
    public init(_ path: String, _ message: String, isError: Bool) {
        self.init(path, message, isError ? .error : .warning)
    }

    public var isError: Bool { level == .error }

    private static func steps(_ path: String) -> [String] { path.split(separator: ".").map(String.init) }

    var value: Value {
        [
            "path": path.value, "message": .text(message), "error": .bool(isError),
            "level": .text(level.rawValue), "also": .list(also.map(\.value)),
        ]
    }
}

/// Why a skill cannot be made or cannot answer, in one line that an admin can act on.
public struct SkillError: Error, Hashable, CustomStringConvertible {
    public let description: String
    /// Whether what an action was told is at fault.
    let isInput: Bool

    public init(_ description: String) {
        self.description = description
        isInput = false
    }

    /// What an action was told in this field of its input is not valid: staff is answered as the schema would answer.
    public init(input field: String, _ description: String) {
        self.description = "/\(field): \(description)"
        isInput = true
    }
}
