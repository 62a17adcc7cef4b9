import ConciergeCore
import Synchronization
import Threads

/// The one writer: takes everything that waits and commits it with one sync. Another thread tells what became of it,
/// while the next batch is written.
final class Committer: Sendable {
    struct Request: Sendable {
        var commit: Commit
        /// Called by the telling thread, in the order of the commits; must return at once.
        var done: @Sendable (CommitOutcome) -> Void
    }

    private struct Batch: Sendable {
        var requests: ArraySlice<Request>
        var outcomes: [CommitOutcome]
    }

    static let largestBatch = 512
    static let stopping = "the host is stopping; try again when it is back"

    private let store: any Store
    private let requests = Mailbox<Request>()
    private let written = Mailbox<Batch>()
    private let lastTrouble = Mutex<String?>(nil)

    init(store: any Store) { self.store = store }

    func start() throws(ThreadError) -> [HostThread] {
        [try HostThread("writer") { self.write() }, try HostThread("teller") { self.tell() }]
    }

    /// Why the last commit could not be written; nil when it could.
    var trouble: String? { lastTrouble.withLock { $0 } }

    func put(_ commit: Commit, done: @escaping @Sendable (CommitOutcome) -> Void) {
        guard requests.put(Request(commit: commit, done: done)) else {
            return done(.unavailable(Self.stopping))
        }
    }

    /// Commits now and waits; never to be called by the telling thread.
    func commit(_ commit: Commit) -> CommitOutcome {
        let outcome = Mailbox<CommitOutcome>()
        put(commit) { outcome.put($0) }
        return outcome.take() ?? .unavailable(Self.stopping)
    }

    func stop() { requests.close() }

    private func write() {
        while true {
            let waiting = requests.takeAll()
            if waiting.isEmpty { return written.close() }
            for start in stride(from: 0, to: waiting.count, by: Self.largestBatch) {
                let batch = waiting[start..<min(start + Self.largestBatch, waiting.count)]
                let outcomes = store.commit(batch.map(\.commit))
                note(outcomes)
                written.put(Batch(requests: batch, outcomes: outcomes))
            }
        }
    }

    /// Also the last to hold a turn: what it was made of is given back here, not on the way of the next one.
    private func tell() {
        while let batch = written.take() {
            for (request, outcome) in zip(batch.requests, batch.outcomes) { request.done(outcome) }
        }
    }

    private func note(_ outcomes: [CommitOutcome]) {
        for outcome in outcomes {
            switch outcome {
            case .committed: lastTrouble.withLock { $0 = nil }
            case .unavailable(let reason): lastTrouble.withLock { $0 = reason }
            case .conflict, .fenced: break
            }
        }
    }
}
