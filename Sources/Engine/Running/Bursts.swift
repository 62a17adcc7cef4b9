import ConciergeCore
import Synchronization

/// Messages that came in quick succession and are answered together.
final class Bursts: Sendable {
    private let waiting = Mutex<[String: [TurnRun.Part]]>([:])

    /// What a burst shares; a message of nobody known stands alone.
    func key(of inbound: Inbound) -> String? {
        guard let who = inbound.conversation ?? inbound.customer else { return nil }
        return "\(inbound.channel)/\(inbound.account)/\(who)"
    }

    /// True for the first of a burst, whose window begins with it.
    func add(_ part: TurnRun.Part, to key: String) -> Bool {
        waiting.withLock { waiting in
            waiting[key, default: []].append(part)
            return waiting[key]?.count == 1
        }
    }

    func take(_ key: String) -> [TurnRun.Part] { waiting.withLock { $0.removeValue(forKey: key) ?? [] } }

    var isEmpty: Bool { waiting.withLock { $0.isEmpty } }
}
