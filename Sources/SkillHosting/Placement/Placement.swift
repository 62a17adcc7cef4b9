import CSkillABI
import ConciergeCore

/// Where a skill runs: in this process, or in a worker. Nothing but bytes crosses, and the same bytes in both.
protocol Placement: Sendable {
    /// Hands a turn over; what it points to is lent for the call. The result goes to `HostSide.done`, once, on any
    /// thread, also from inside this call. A turn that is refused by throwing gets no result.
    func begin(_ turn: sk_turn) throws(SkillFailure)
    /// What the skill finds wrong with its configuration.
    func findings() throws(SkillFailure) -> [Finding]
    /// The result of that turn is not wanted any more.
    func cancel(turn: UInt64)
    /// No turn will come any more. Those still in flight may end, and only then does the skill.
    func stop()
}
