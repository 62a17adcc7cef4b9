import ConciergeCore
import Synchronization
import Threads

/// One thread of the pool, and the call into a skill that it is in.
final class Worker: Sendable {
    private struct Held {
        var gate: StageGate
        var stuck: @Sendable () -> Void
    }

    private struct State {
        var held: Held?
        var isWrittenOff = false
        var hasEnded = false
    }

    private let state = Mutex(State())

    var isWrittenOff: Bool { state.withLock { $0.isWrittenOff } }
    var hasEnded: Bool { state.withLock { $0.hasEnded } }

    func end() { state.withLock { $0.hasEnded = true } }

    /// Calls into a skill; when the call holds the thread past the gate's deadline, `stuck` is run by another.
    func call(_ gate: StageGate, stuck: @escaping @Sendable () -> Void, _ body: () -> Void) {
        state.withLock { $0.held = Held(gate: gate, stuck: stuck) }
        body()
        state.withLock { $0.held = nil }
    }

    /// Takes the turn away from the thread when the skill it is in is over its time.
    func seize(at now: Int64) -> (@Sendable () -> Void)? {
        state.withLock { state in
            guard let held = state.held, now > held.gate.deadline, held.gate.seize() else { return nil }
            state.isWrittenOff = true
            return held.stuck
        }
    }
}

/// The threads that run skills; one that a skill does not give back is written off and replaced.
final class Workers: Sendable {
    typealias Task = @Sendable (Worker) -> Void
    static let mostReplacements = 8

    private struct State {
        var threads: [(worker: Worker, thread: HostThread)] = []
        var replacements = 0
    }

    private let tasks = Mailbox<Task>()
    private let endings = Mailbox<Void>()
    private let state = Mutex(State())

    func start(_ count: Int) throws(ThreadError) {
        for _ in 0..<count { try startOne() }
    }

    func run(_ task: @escaping Task) { tasks.put(task) }

    /// Finishes what is queued and ends the threads; one that does not come back until then is left behind.
    func stop(until deadline: Int64) {
        tasks.close()
        let threads = state.withLock { $0.threads }
        while !threads.allSatisfy(\.worker.hasEnded), endings.take(until: deadline) != nil {}
        for (worker, thread) in threads {
            if worker.hasEnded { thread.join() } else { thread.detach() }
        }
    }

    /// Writes off the threads that are stuck in a skill; to be called now and then.
    func inspect(at now: Int64) {
        for (worker, thread) in state.withLock({ $0.threads }) {
            guard let stuck = worker.seize(at: now) else { continue }
            thread.detach()
            let mayReplace = state.withLock { state in
                state.threads.removeAll { $0.worker === worker }
                state.replacements += 1
                return state.replacements <= Self.mostReplacements
            }
            if mayReplace { try? startOne() }
            run { _ in stuck() }
        }
    }

    /// How many threads work; 0 means that no turn can go on.
    var count: Int { state.withLock { $0.threads.count } }

    private func startOne() throws(ThreadError) {
        let worker = Worker()
        let thread = try HostThread("worker") { [tasks, endings] in
            while !worker.isWrittenOff, let task = tasks.take() { task(worker) }
            worker.end()
            endings.put(())
        }
        state.withLock { $0.threads.append((worker, thread)) }
    }
}
