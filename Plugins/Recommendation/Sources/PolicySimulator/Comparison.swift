internal import Recommendation
internal import SkillKit

/// All policies over the same buyers, seed by seed.
struct Comparison {
    struct Row {
        var name: String
        var runs: [Figures]
    }

    static let ours = "ours"
    static let topicFirst = "ours, topic first"
    static let seed = "S3's rule"

    let rows: [Row]

    init(_ settings: Settings, _ assumptions: Assumptions, seeds: Range<Int>, conversations: Int) throws {
        var rows: [Row] = []
        for seed in seeds {
            let simulation = Simulation(seed: seed, assumptions)
            for (place, policy) in try Self.policies(settings, simulation).enumerated() {
                if rows.count == place { rows.append(Row(name: policy.name, runs: [])) }
                rows[place].runs.append(simulation.run(policy, conversations: conversations))
            }
        }
        self.rows = rows
    }

    private static func policies(_ settings: Settings, _ simulation: Simulation) throws -> [any Policy] {
        let market = simulation.market
        let ours = try Ours(Self.ours, market, settings, seed: simulation.seed)
        return [
            Nothing(), Seed("always", market, when: .every(1)),
            Seed("every fifth turn", market, when: .every(5)), Seed(Self.seed, market, when: .asWritten),
            ours, try Ours(Self.topicFirst, market, settings, seed: simulation.seed, first: .topic),
            Every(name: "always, our choice", turns: 1, ours: ours),
            Every(name: "fifth, our choice", turns: 5, ours: ours),
            Seed("S3's rule, once", market, when: .once),
        ]
    }

    subscript(name: String) -> Row? { rows.first { $0.name == name } }

    var others: [Row] { rows.filter { ![Self.ours, Self.topicFirst].contains($0.name) } }

    /// What is neither of ours brought at most.
    var bestOther: Row? { others.max { $0.mean(\.revenue) < $1.mean(\.revenue) } }

    /// In how many runs ours brought more than the other.
    func wins(over other: Row) -> Int {
        zip(self[Self.ours]?.runs ?? [], other.runs).count { $0.revenue > $1.revenue }
    }
}

extension Comparison.Row {
    /// Of the mean run.
    func mean(_ value: (Figures) -> Double) -> Double {
        runs.reduce(0) { $0 + value($1) } / Double(runs.count)
    }

    /// For each conversation.
    func each(_ value: (Figures) -> Double) -> Double { mean(value) / mean(\.conversations) }
}
