@_exported public import CSkillABI

/// A module that takes part in turns. The host makes one instance for each entry in the admin's configuration, and calls
/// `turn` for many turns at once, so an instance keeps what it learns in the store, not in itself.
public protocol Skill: Sendable {
    /// What the host must know before it runs the skill: the facts of `skill.yaml` that the code depends on.
    static var manifest: Manifest { get }

    /// Throws a `SkillError` that says what is wrong and the mend; the types were checked against the manifest before.
    init(configuration: Value) throws

    /// Answers one message or event. Runs on a thread of the host until its first suspension, so whatever takes long is
    /// awaited; cancelled when the answer is not wanted any more.
    func turn(_ turn: Turn) async throws -> Reply
}

/// Why a skill cannot be made or cannot answer, in one line that an admin can act on.
public struct SkillError: Error, Hashable, CustomStringConvertible {
    public let description: String

    public init(_ description: String) { self.description = description }
}
