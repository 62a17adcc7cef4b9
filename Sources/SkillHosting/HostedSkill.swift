import CSkillABI
import ConciergeCore

/// A skill behind the ABI, wherever it was placed: contexts become messages, results are checked and become patches.
final class HostedSkill: Skill {
    private let host: HostSide
    private let placement: any Placement

    init(host: HostSide, placement: any Placement) {
        self.host = host
        self.placement = placement
    }

    func begin(_ call: SkillCall) {
        host.expect(call.turn, call.complete)
        do {
            let outcome = try withMessage(of: call.view) { context in
                Result { () throws(SkillFailure) in
                    try placement.begin(
                        sk_turn(
                            size: UInt32(MemoryLayout<sk_turn>.size), flags: 0, id: call.turn,
                            deadline_ns: call.deadline, context: sk_bytes(context)))
                }
            }
            if case .failure(let failure) = outcome { host.settle(call.turn, .failure(failure)) }
        } catch {
            host.settle(call.turn, .failure(.unavailable("it cannot be given its context: \(error)")))
        }
    }

    /// Whoever cancels goes on without the answer, so nothing is kept for a turn that may never end.
    func cancel(turn: UInt64) {
        guard host.settle(turn, .failure(.late)) else { return }
        placement.cancel(turn: turn)
    }

    func stop() { placement.stop() }
}
