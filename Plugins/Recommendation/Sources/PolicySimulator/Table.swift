internal import Recommendation

/// What is printed: the assumptions, the table, and what becomes of it when an assumption is wrong.
struct Table {
    let comparison: Comparison

    var lines: [String] {
        let head = Self.line([
            "", "offers", "items", "taken", "per 100", "annoyance", "left", "from offers", "revenue",
            "ours more",
        ])
        return [head] + comparison.rows.map(line)
    }

    private func line(_ row: Comparison.Row) -> String {
        let isOurs = row.name == Comparison.ours
        return Self.line([
            row.name, Self.whole(row.mean(\.offers)), Self.whole(row.mean(\.items)),
            Self.whole(row.mean(\.taken)),
            Self.places(row.mean(\.offers) > 0 ? 100 * row.mean(\.taken) / row.mean(\.offers) : 0, 1),
            Self.places(row.each(\.annoyance), 3), Self.places(100 * row.each(\.left), 1) + " %",
            Self.whole(row.each(\.fromOffers)), Self.whole(row.each(\.revenue)),
            isOurs ? "" : "\(comparison.wins(over: row)) of \(row.runs.count)",
        ])
    }

    /// One line: ours against S3's rule and against the best of the others.
    func variation(_ name: String) -> String {
        guard let ours = comparison[Comparison.ours], let seed = comparison[Comparison.seed],
            let best = comparison.bestOther, let topicFirst = comparison[Comparison.topicFirst]
        else { return name }
        return Self.line(
            [
                name, Self.whole(ours.each(\.revenue)), Self.percent(ours, seed),
                Self.percent(ours, best), Self.percent(topicFirst, best), best.name,
                Self.places(ours.each(\.annoyance), 3),
                Self.places(seed.each(\.annoyance), 3),
            ], widths: Self.variationWidths)
    }

    static let variationHead = line(
        ["what if", "revenue", "vs S3", "vs best", "topic 1st", "best other", "annoyance", "S3's"],
        widths: variationWidths
    )
    private static let variationWidths = [50, 9, 9, 9, 10, 19, 10, 7]

    private static func percent(_ a: Comparison.Row, _ b: Comparison.Row) -> String {
        let share = 100 * (a.mean(\.revenue) / b.mean(\.revenue) - 1)
        return (share < 0 ? "" : "+") + places(share, 1) + " %"
    }

    private static func line(
        _ cells: [String], widths: [Int] = [20, 9, 9, 9, 9, 10, 8, 12, 10, 10]
    ) -> String {
        zip(cells, widths).enumerated().map { place, cell in
            let space = String(repeating: " ", count: max(0, cell.1 - cell.0.count))
            return place == 0 ? cell.0 + space : space + cell.0
        }.joined(separator: " ")
    }

    private static func whole(_ number: Double) -> String { "\(Int(number.rounded()))" }

    private static func places(_ number: Double, _ places: Int) -> String {
        let factor = (0..<places).reduce(1) { factor, _ in factor * 10 }
        let scaled = Int((abs(number) * Double(factor)).rounded())
        let rest = String(scaled % factor)
        let sign = number < 0 && scaled > 0 ? "-" : ""
        return "\(sign)\(scaled / factor)." + String(repeating: "0", count: places - rest.count) + rest
    }
}
