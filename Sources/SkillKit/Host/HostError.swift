internal import CSkillABI

/// Why the host did not do what it was asked; a skill that lets it pass fails the turn with the same reason.
public struct HostError: Error, Hashable, CustomStringConvertible {
    public enum Reason: Int32, Sendable {
        case failed = -1, cancelled = -2, deadline = -3, badArgument = -4, unsupported = -5
        case unavailable = -6, bug = -7, denied = -8, tooLarge = -9
    }

    public let reason: Reason
    public let description: String

    init(_ status: Int32, _ description: String) {
        // A status of a later minor reads as a plain failure.
        reason = Reason(rawValue: status) ?? .failed
        self.description = description
    }
}
