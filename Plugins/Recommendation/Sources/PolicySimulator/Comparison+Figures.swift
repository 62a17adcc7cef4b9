/// What `scripts/bench` reads: ours for each conversation, held against what it must not fall behind.
extension Comparison {
    var figures: [String] {
        guard let ours = self[Self.ours], let seed = self[Self.seed] else { return [] }
        let best = others.map { $0.each(\.revenue) }.max() ?? 0
        return [
            line("policies-revenue", ours.each(\.revenue), "each", best, "ratio >= 1"),
            line("policies-annoyance", ours.each(\.annoyance), "each", seed.each(\.annoyance), "ratio <= 1"),
        ]
    }

    /// As `figure` of scripts/benchmarks/lib.sh takes it.
    private func line(_ name: String, _ value: Double, _ unit: String, _ floor: Double, _ wanted: String)
        -> String
    {
        "\(name)\t\(value)\t\(unit)\t\(floor)\t\(wanted)"
    }
}
