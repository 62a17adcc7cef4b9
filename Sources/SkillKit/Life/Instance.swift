internal import CSkillABI
internal import Synchronization

/// One instance of a skill: turns the host's calls into tasks and their ends into completions.
final class Instance: Sendable {
    private enum Flight {
        /// Its task is not known yet: it runs on the host's thread for the first time.
        case starting
        case cancelled
        case running(Task<Void, Never>)
    }

    let checks: CheckTable
    private let skill: any Skill
    private let host: Host
    private let loop = Loop()
    private let flights = Mutex<[UInt64: Flight]>([:])

    init(_ skill: any Skill, host: Host) {
        self.skill = skill
        self.host = host
        checks = CheckTable(skill)
    }

    func begin(_ call: sk_turn, _ completion: Completion) {
        let turn = Turn(
            id: call.id, deadline: call.deadline_ns, flags: call.flags, context: Context(call.context),
            host: host, loop: loop)
        flights.withLock { $0[turn.id] = .starting }
        // Runs here until it first waits; a plain `Task` would begin on the shared pool, which a stranger may block.
        let task = Task.immediate(executorPreference: loop) { [self] in
            let outcome: Result<Reply, any Error>
            do { outcome = .success(try await skill.turn(turn)) } catch { outcome = .failure(error) }
            _ = flights.withLock { $0.removeValue(forKey: turn.id) }
            completion.done(outcome)
        }
        let isCancelled = flights.withLock { flights in
            switch flights[turn.id] {
            case .starting:
                flights[turn.id] = .running(task)
                return false
            case .cancelled: return true
            default: return false
            }
        }
        if isCancelled { task.cancel() }
    }

    func cancel(_ turn: UInt64) {
        let task: Task<Void, Never>? = flights.withLock { flights in
            switch flights[turn] {
            case .starting:
                flights[turn] = .cancelled
                return nil
            case .running(let task): return task
            default: return nil
            }
        }
        task?.cancel()
    }

    func stop() { loop.stop() }
}
