import ConciergeCore
import Synchronization

/// Lets exactly one end of a skill's call through: its answer, or its deadline.
final class StageGate: Sendable {
    enum Verdict: Sendable { case answered(Result<Patch, SkillFailure>), late }

    private enum State {
        case starting
        case pending
        case ended(Verdict)
        case taken
    }

    /// What became of a call to `end`.
    enum Entry { case stored, resume, tooLate }

    let deadline: Int64
    private let state = Mutex(State.starting)

    init(deadline: Int64) { self.deadline = deadline }

    /// The skill answered, or its time is over; `resume` when a worker must go on with the turn.
    func end(_ verdict: Verdict) -> Entry {
        state.withLock { state in
            switch state {
            case .starting:
                state = .ended(verdict)
                return .stored
            case .pending:
                state = .ended(verdict)
                return .resume
            case .ended, .taken: return .tooLate
            }
        }
    }

    /// What a thread finds when it comes for the verdict.
    enum Finding { case verdict(Verdict), pending, seized }

    /// After `begin` returned, or on resuming: `pending` when somebody will resume the turn later.
    func take() -> Finding {
        state.withLock { state in
            switch state {
            case .starting, .pending:
                state = .pending
                return .pending
            case .ended(let verdict):
                state = .taken
                return .verdict(verdict)
            case .taken: return .seized
            }
        }
    }

    /// `begin` did not return in time: the turn is taken away from the thread that is stuck in it.
    func seize() -> Bool {
        state.withLock { state in
            guard case .starting = state else { return false }
            state = .taken
            return true
        }
    }
}
