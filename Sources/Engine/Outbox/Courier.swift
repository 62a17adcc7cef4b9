import ConciergeCore
import Synchronization
import Threads

/// Takes due deliveries to their carriers, in order within a stream, and writes down what became of them.
final class Courier: Sendable {
    static let mostAttempts: Int64 = 20

    private let carriers: [String: any Carrier]
    private let committer: Committer
    private let clock: any HostClock
    private let metrics: Metrics
    private let log: @Sendable (Engine.LogLevel, String) -> Void
    private let bag = Mailbox<Delivery>()
    /// Streams with a delivery on its way; the next one of such a stream waits.
    private let busy = Mutex<Set<String>>([])
    private let whenDone: @Sendable () -> Void

    init(
        carriers: [String: any Carrier], committer: Committer, clock: any HostClock, metrics: Metrics,
        log: @escaping @Sendable (Engine.LogLevel, String) -> Void, whenDone: @escaping @Sendable () -> Void
    ) {
        self.carriers = carriers
        self.committer = committer
        self.clock = clock
        self.metrics = metrics
        self.log = log
        self.whenDone = whenDone
    }

    func start(_ count: Int) throws(ThreadError) -> [HostThread] {
        var threads: [HostThread] = []
        for _ in 0..<count {
            threads.append(
                try HostThread("courier") { [self] in
                    while let delivery = bag.take() { carry(delivery) }
                })
        }
        return threads
    }

    func stop() { bag.close() }

    func take(_ deliveries: [Delivery]) {
        for delivery in deliveries where busy.withLock({ $0.insert(delivery.stream).inserted }) {
            bag.put(delivery)
        }
    }

    private func carry(_ delivery: Delivery) {
        let result =
            carriers[delivery.carrier]?.carry(delivery)
            ?? .retry("nothing carries '\(delivery.carrier)' now; configure the channel", after: .seconds(60))
        let next = delivery.after(result, at: clock.now())
        _ = committer.commit(Commit([.delivery(next)]))
        report(next)
        busy.withLock { _ = $0.remove(delivery.stream) }
        whenDone()
    }

    /// An admin hears of a delivery that does not get through: at its first failure, and when it is given up.
    private func report(_ delivery: Delivery) {
        guard let reason = delivery.error else { return }
        let name = "delivery '\(delivery.id)' by '\(delivery.carrier)'"
        if delivery.state == .failed {
            metrics.add("concierge_deliveries_failed_total")
            log(.error, "\(name): \(reason); given up after \(delivery.attempts) attempts")
        } else {
            metrics.add("concierge_deliveries_retried_total")
            if delivery.attempts == 1 { log(.warning, "\(name): \(reason); it is tried again") }
        }
    }
}

extension Delivery {
    /// Waits twice as long after each failure, at most an hour, and gives up after the last attempt.
    func after(_ result: CarryResult, at now: Timestamp) -> Delivery {
        var next = self
        next.attempts += 1
        switch result {
        case .done:
            next.state = .done
            next.error = nil
        case .failed(let reason):
            next.state = .failed
            next.error = reason
        case .retry(let reason, let wait):
            next.error = reason
            next.state = next.attempts < Courier.mostAttempts ? .waiting : .failed
            next.dueAt = now.adding(wait ?? .seconds(min(3600, 1 << min(next.attempts - 1, 12))))
        }
        return next
    }
}
