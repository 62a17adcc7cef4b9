import Synchronization

/// Gives work to whoever has the least of it, counting also what turns under way were told a moment ago.
final class Workload: Sendable {
    /// What is counted: the documents of a collection by the field that names the agent.
    struct Kind: Hashable, Sendable {
        var collection: String
        var field: String
    }

    /// What the store says of the agents who may get it.
    struct Standing {
        var agents: [String]
        var open: [String: Int64]
        var last: [String: Int64]
    }

    /// By turn, until it is committed or fails.
    private let pending = Mutex<[UInt64: [(kind: Kind, agent: String)]]>([:])

    /// The least work first, then who had none for the longest time, then the order of ids; nil without any agent.
    ///
    /// The store is read under the lock: between reading and choosing no other turn may end, or its work would be
    /// counted neither here nor there.
    func assign(_ kind: Kind, turn: UInt64, _ standing: () throws -> Standing) throws -> String? {
        try pending.withLock { pending in
            let standing = try standing()
            var promised: [String: Int64] = [:]
            for given in pending.values.joined() where given.kind == kind {
                promised[given.agent, default: 0] += 1
            }
            let chosen = standing.agents.min { a, b in
                func rank(_ agent: String) -> (Int64, Int64, String) {
                    let promises = promised[agent] ?? 0
                    let last = promises > 0 ? Int64.max : standing.last[agent] ?? 0
                    return ((standing.open[agent] ?? 0) + promises, last, agent)
                }
                return rank(a) < rank(b)
            }
            if let chosen { pending[turn, default: []].append((kind, chosen)) }
            return chosen
        }
    }

    /// The turn is over, or begins again.
    func release(turn: UInt64) { pending.withLock { $0[turn] = nil } }
}
