import ConciergeCore

/// One number in the making, in all and by day or channel.
struct Tallies {
    private struct Tally {
        var seen: Int64 = 0
        var hits: Int64 = 0
        var sum = 0.0
        var amounts: Int64 = 0
        /// Kept for a median only.
        var values: [Double] = []
    }

    private enum Key: Hashable { case day(Int64), channel(String) }

    let summary: Measure.Summary
    let request: Report.Request
    let calendar: OpeningHours
    private var all = Tally()
    private var byKey: [Key: Tally] = [:]

    init(_ summary: Measure.Summary, _ request: Report.Request, _ calendar: OpeningHours) {
        self.summary = summary
        self.request = request
        self.calendar = calendar
    }

    /// `counts`: it meets the conditions; others matter to a share only.
    mutating func add(
        _ amount: Double?, counts: Bool = true, at time: Timestamp, channel: String?, hasAmount: Bool = true
    ) {
        if let wanted = request.channel, wanted != channel { return }
        add(amount, counts, hasAmount, to: &all)
        switch request.grouping {
        case .day: add(amount, counts, hasAmount, to: &byKey[.day(calendar.day(of: time)), default: Tally()])
        case .channel:
            if let channel { add(amount, counts, hasAmount, to: &byKey[.channel(channel), default: Tally()]) }
        case nil: break
        }
    }

    private func add(_ amount: Double?, _ counts: Bool, _ hasAmount: Bool, to tally: inout Tally) {
        tally.seen += 1
        // What has no value, such as an answer that did not come yet, is not measured.
        guard counts, amount != nil || !hasAmount || summary == .share else { return }
        tally.hits += 1
        guard let amount else { return }
        tally.sum += amount
        tally.amounts += 1
        if summary == .median { tally.values.append(amount) }
    }

    var total: Report.Figure { figure(all) }

    var parts: [(key: String, figure: Report.Figure)] {
        byKey.map { key, tally in (key: name(key), figure: figure(tally)) }.sorted { $0.key < $1.key }
    }

    private func name(_ key: Key) -> String {
        switch key {
        case .day(let day): String(Timestamp(seconds: day * 86_400).description.prefix(10))
        case .channel(let channel): channel
        }
    }

    private func figure(_ tally: Tally) -> Report.Figure {
        switch summary {
        case .count: return .init(value: Double(tally.hits), count: tally.hits)
        case .sum: return .init(value: tally.sum, count: tally.amounts)
        case .mean:
            return .init(
                value: tally.amounts > 0 ? tally.sum / Double(tally.amounts) : nil, count: tally.amounts)
        case .median: return .init(value: Self.median(tally.values), count: tally.amounts)
        case .share:
            return .init(
                value: tally.seen > 0 ? Double(tally.hits) / Double(tally.seen) : nil, count: tally.seen)
        }
    }

    private static func median(_ values: [Double]) -> Double? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}
