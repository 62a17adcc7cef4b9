import Synchronization
import Threads

/// The few threads that may wait for the store, so that those of the connections need not.
final class Desk: Sendable {
    private let work = Mailbox<@Sendable () -> Void>()
    private let threads = Mutex<[HostThread]>([])

    func start(_ count: Int) throws {
        for _ in 0..<count {
            let thread = try HostThread("desk") { [work] in
                while let job = work.take() { job() }
            }
            threads.withLock { $0.append(thread) }
        }
    }

    /// False when the host is stopping.
    func run(_ job: @escaping @Sendable () -> Void) -> Bool { work.put(job) }

    /// Finishes what was taken in.
    func stop() {
        work.close()
        let running = threads.withLock { threads in
            defer { threads = [] }
            return threads
        }
        for thread in running { thread.join() }
    }
}
