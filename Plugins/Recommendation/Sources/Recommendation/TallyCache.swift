internal import SkillKit
internal import Synchronization

/// What is known of each product, read anew from time to time: all turns that choose share it, and a count more or less
/// changes no choice.
final class TallyCache: Sendable {
    private let tallies = Mutex<[String: (tally: Ranking.Tally, until: Timestamp)]>([:])
    private let keeps: Duration

    init(keeps: Duration) { self.keeps = keeps }

    func tally(of product: String, at now: Timestamp, _ read: () throws -> Ranking.Tally) rethrows
        -> Ranking.Tally
    {
        // A clock that was set back makes nothing last.
        let kept = tallies.withLock { $0[product] }
        if let kept, now < kept.until, kept.until <= now + keeps { return kept.tally }
        let tally = try read()
        tallies.withLock { $0[product] = (tally, now + keeps) }
        return tally
    }
}
