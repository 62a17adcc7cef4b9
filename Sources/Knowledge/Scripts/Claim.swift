import Language

/// What a script says an order costs a day: 质保两年，每天不到140元 spreads the amount over 730 days.
struct Claim: Equatable {
    /// As it is written: 不到140元.
    let text: String
    let perDay: Entity.Bounds
    let days: Double

    /// Nil where nothing is claimed that follows from the amount of an order.
    init?(in text: String, read by: ClaimReader) {
        let folded = FoldedText(text)
        let spoken = folded.string
        guard let period = Self.periods.first(where: { $0.words.contains(where: spoken.contains) }) else {
            return nil
        }
        let entities = by.entities.read(folded, of: text, today: Day(2000, 1, 1), minuteOfDay: 0)
        guard let span = entities.lazy.compactMap(Self.days).first ?? by.days(in: spoken),
            // Sixty days to pay, and a yearly minimum: no amount is spread over less than the period it is named for.
            span >= period.days,
            let (written, money) = entities.lazy.compactMap(Self.money).first ?? by.bareMoney(in: spoken)
        else { return nil }
        self.text = written
        days = span
        perDay = .init(
            money.lower.map { $0 / period.days }, money.upper.map { $0 / period.days },
            isApproximate: money.isApproximate)
    }

    /// Whether it is true of an order of this amount; a figure by itself stands for whatever rounds to it.
    func holds(for amount: Double) -> Bool {
        let actual = amount / days
        switch (perDay.lower, perDay.upper) {
        case (let lower?, let upper?) where lower == upper:
            return abs(actual - lower) <= max(1, lower * (perDay.isApproximate ? 0.1 : 0.01))
        case (let lower, let upper): return actual >= lower ?? actual && actual <= upper ?? actual
        }
    }

    private static let periods: [(words: [String], days: Double)] = [
        (["每天", "每日", "一天", "日均", "a day", "per day", "daily", "each day", "every day"], 1),
        (["每月", "每个月", "一个月", "月均", "a month", "per month", "monthly", "each month"], 365.0 / 12),
        (["每年", "一年只", "年均", "a year", "per year", "yearly", "each year"], 365),
    ]

    private static func days(of entity: Entity) -> Double? {
        guard case .specification(let span) = entity.value, let count = span.amount?.lower, count > 0 else {
            return nil
        }
        switch span.unit {
        case "year": return count * 365
        case "month": return count * 365 / 12
        case "day": return count
        default: return nil
        }
    }

    private static func money(of entity: Entity) -> (String, Entity.Bounds)? {
        guard case .money(let money) = entity.value else { return nil }
        return (entity.text, money.amount)
    }
}
