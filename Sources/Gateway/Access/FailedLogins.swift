import Synchronization

/// Counts wrong tokens by address.
///
/// Whoever sends a right one is let in all the same: tokens have 256 bits, so guessing is hopeless, and a lock would
/// only let a stranger behind the same address shut the staff out.
final class FailedLogins: Sendable {
    static let most = 10
    static let window: Int64 = 60_000_000_000
    static let mostAddresses = 10_000

    private struct Count {
        var began: Int64
        var failures = 0
    }

    private let counts = Mutex<[String: Count]>([:])

    /// Counts one more at a monotonic time; the seconds to wait when there were too many.
    func add(_ peer: String, at now: Int64) -> Int? {
        counts.withLock { counts in
            if counts[peer] == nil, counts.count >= Self.mostAddresses {
                counts = counts.filter { now - $0.value.began < Self.window }
                if counts.count >= Self.mostAddresses { counts.removeAll() }
            }
            var count = counts[peer] ?? Count(began: now)
            if now - count.began >= Self.window { count = Count(began: now) }
            count.failures += 1
            counts[peer] = count
            guard count.failures > Self.most else { return nil }
            return Int((count.began + Self.window - now) / 1_000_000_000) + 1
        }
    }
}
