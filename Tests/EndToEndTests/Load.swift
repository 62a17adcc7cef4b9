import ConciergeCore
import HTTPClient
import Synchronization
import Threads

/// Customers who write as fast as they are answered, until the host is gone.
final class Load: Sendable {
    struct Key: Hashable, Sendable {
        var customer: String
        var message: String
    }

    private struct State {
        var sent: Set<Key> = []
        /// The turn that answered a message.
        var answered: [Key: String] = [:]
    }

    private let state = Mutex(State())
    private let bell = Mailbox<Void>()
    private let threads = Mutex<[HostThread]>([])

    init(_ host: RunningHost, customers: Int, round: Int) throws {
        for number in 0..<customers {
            let thread = try HostThread("load") { [self] in write("u\(number)", round, to: host) }
            threads.withLock { $0.append(thread) }
        }
    }

    /// Until so many were answered, or nobody answers any more.
    func wait(for count: Int) { for _ in 0..<count where bell.take() == nil { return } }

    /// The host is gone: what it had answered.
    func end() -> [Key: String] {
        for thread in threads.withLock({ $0 }) { thread.join() }
        return state.withLock { $0.answered }
    }

    var everything: Set<Key> { state.withLock { $0.sent } }

    private func write(_ customer: String, _ round: Int, to host: RunningHost) {
        var client = Client()
        for number in 0..<10_000 {
            let key = Key(customer: customer, message: "r\(round)-\(number)")
            _ = state.withLock { $0.sent.insert(key) }
            let answer = host.turn("hello", customer: customer, message: key.message, by: &client)
            guard let answer, answer.status == 200, let turn = answer.body["turn"]?.text else { return }
            state.withLock { $0.answered[key] = turn }
            bell.put(())
        }
    }
}
