import Synchronization

/// Gives work to whoever has the least of it, counting also what turns under way were told a moment ago.
final class Workload: Sendable {
    /// What is counted: the documents of a collection by the field that names the agent.
    struct Kind: Hashable, Sendable {
        var collection: String
        var field: String
    }

    /// What the store says of those who may get it.
    struct Standing: Sendable {
        var open: [String: Int64]
        var last: [String: Int64]
    }

    private struct State {
        /// By turn, until it is committed or fails.
        var pending: [UInt64: [(kind: Kind, agent: String)]] = [:]
        /// What took long to count, and until when it serves; what was given since is counted in.
        var counted: [Kind: (standing: Standing, until: Int64)] = [:]
    }

    /// What is counted within so many nanoseconds is counted each time; anything else serves a hundred times as long as
    /// it took, so that a shop with a hundred thousand open leads does not count them for each new one.
    private static let quick: Int64 = 1_000_000

    private let monotonic: @Sendable () -> Int64
    private let state = Mutex(State())

    init(monotonic: @escaping @Sendable () -> Int64) { self.monotonic = monotonic }

    /// The least work first, then who had none for the longest time, then the order of ids; nil without any agent.
    ///
    /// The store is read under the lock: between reading and choosing no other turn may end, or its work would be
    /// counted neither here nor there.
    func assign(_ kind: Kind, to agents: [String], turn: UInt64, _ count: () throws -> Standing) throws
        -> String?
    {
        try state.withLock { state in
            let standing = try standing(of: kind, in: &state, count)
            let chosen = agents.min { standing.rank($0) < standing.rank($1) }
            if let chosen {
                state.pending[turn, default: []].append((kind, chosen))
                state.counted[kind]?.standing.give(chosen)
            }
            return chosen
        }
    }

    /// The turn is over, or begins again.
    func release(turn: UInt64) { state.withLock { $0.pending[turn] = nil } }

    private func standing(of kind: Kind, in state: inout State, _ count: () throws -> Standing) throws
        -> Standing
    {
        let now = monotonic()
        if let counted = state.counted[kind], now < counted.until { return counted.standing }
        var standing = try count()
        for given in state.pending.values.joined() where given.kind == kind { standing.give(given.agent) }
        let spent = monotonic() - now
        state.counted[kind] = spent > Self.quick ? (standing, now + spent * 100) : nil
        return standing
    }
}

extension Workload.Standing {
    /// He is the last who got something, in whatever order that is told.
    fileprivate mutating func give(_ agent: String) {
        open[agent, default: 0] += 1
        last[agent] = .max
    }

    fileprivate func rank(_ agent: String) -> (Int64, Int64, String) {
        (open[agent] ?? 0, last[agent] ?? 0, agent)
    }
}
