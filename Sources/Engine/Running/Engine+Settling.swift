public import ConciergeCore
import Threads

// For a host whose clock somebody else moves: a conversation that is played.
extension Engine {
    /// When the next event or timer is due that a loaded skill waits for; nil when there is none up to that time.
    public func nextWakeup(until time: Timestamp) throws -> Timestamp? {
        try store.read { reader in
            try reader.dueWakeups(time, skills: sleepers, limit: 1).first?.dueAt
        }
    }

    /// Runs what is due by now, and what follows from it; false when that takes longer than the patience.
    public func settle(patience: Duration = .seconds(60)) throws -> Bool {
        let end = monotonicNanoseconds() + patience.nanoseconds
        let pause = Mailbox<Void>()
        while monotonicNanoseconds() < end {
            let looks = housekeeper.looks
            housekeeper.wake()
            // A look that began before may have read before the last commit: two must be over.
            while housekeeper.looks < looks + 2, monotonicNanoseconds() < end {
                housekeeper.wake()
                _ = pause.take(until: monotonicNanoseconds() + 200_000)
            }
            if lanes.isEmpty, bursts.isEmpty, try !isAwaited { return true }
        }
        return false
    }

    /// An event or a timer is due, or a conversation is to go back to the bot.
    private var isAwaited: Bool {
        get throws {
            let now = clock.now()
            return try nextWakeup(until: now) != nil
                || !store.read { try $0.dueReturns(now, limit: 1) }.isEmpty
        }
    }
}
