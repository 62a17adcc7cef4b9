import ConciergeCore
import Engine
import Knowledge
import Synchronization
import Threads

/// Looks after the files of knowledge on a thread of its own, and says what became of a change.
final class KnowledgeWatch: Sendable {
    let keeper = KnowledgeKeeper()
    private let log: @Sendable (Engine.LogLevel, String) -> Void
    private let end = Mailbox<Void>()
    private let thread = Mutex<HostThread?>(nil)
    /// Learning takes seconds, and a change is to be served at once: each has its thread.
    private let learningEnd = Mailbox<Void>()
    private let learning = Mutex<HostThread?>(nil)
    private let isStopping = Atomic(false)

    /// Between two looks; while something is being changed the next comes sooner.
    private static let interval: Int64 = 500_000_000
    private static let soon: Int64 = 100_000_000

    init(log: @escaping @Sendable (Engine.LogLevel, String) -> Void) { self.log = log }

    /// Reads what a configuration names, at the start and at each reload.
    func serve(_ configuration: Configuration, builtIn: HostIntents) {
        let isFirst = thread.withLock { $0 == nil }
        let reading = keeper.serve(configuration, builtIn: builtIn)
        isFirst ? complain(about: reading) : say(reading)
    }

    /// Begins to look, until `stop`.
    func start() throws(ThreadError) {
        let started = try HostThread("knowledge") { [self] in
            while end.take(until: nextLook) == nil {
                if let reading = keeper.look() { say(reading) }
            }
        }
        thread.withLock { $0 = started }
        let learner = try HostThread("learning") { [self] in learn() }
        learning.withLock { $0 = learner }
    }

    /// Learns anew whenever questions changed; who changes them all day is not followed all day.
    private func learn() {
        var rest = Self.interval
        while learningEnd.take(until: monotonicNanoseconds() + rest) == nil {
            let start = monotonicNanoseconds()
            let hasLearned = keeper.learn(isCancelled: { isStopping.load(ordering: .relaxed) })
            rest = max(Self.interval, hasLearned ? 4 * (monotonicNanoseconds() - start) : 0)
        }
    }

    func stop() {
        isStopping.store(true, ordering: .relaxed)
        end.put(())
        learningEnd.put(())
        learning.withLock { $0.take() }?.join()
        thread.withLock { $0.take() }?.join()
    }

    private var nextLook: Int64 {
        monotonicNanoseconds() + (keeper.isUnsettled ? Self.soon : Self.interval)
    }

    private func say(_ reading: KnowledgeReading) {
        complain(about: reading)
        if !reading.isEmpty { log(.notice, "knowledge: \(reading.summary)") }
    }

    /// Errors only, and those of files that were just read: warnings are for whoever asks 'concierge check'.
    private func complain(about reading: KnowledgeReading) {
        let files = Set(reading.read + reading.kept)
        for problem in reading.problems where problem.isError && files.contains(problem.file) {
            log(.error, problem.description)
        }
    }
}
