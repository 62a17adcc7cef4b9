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

    /// Between two looks; while something is being changed the next comes sooner.
    private static let interval: Int64 = 500_000_000
    private static let soon: Int64 = 100_000_000

    init(log: @escaping @Sendable (Engine.LogLevel, String) -> Void) { self.log = log }

    /// Reads what a configuration names, at the start and at each reload.
    func serve(_ configuration: Configuration) {
        let isFirst = thread.withLock { $0 == nil }
        let reading = keeper.serve(configuration)
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
    }

    func stop() {
        end.put(())
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
