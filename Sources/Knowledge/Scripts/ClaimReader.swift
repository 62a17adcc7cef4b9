import Language

/// Reads the claims of many texts; a pattern is parsed when it is first matched, and lives as long as this.
struct ClaimReader {
    let entities = EntityReader()
    private let span =
        #/(\d+|one|two|three|four|five|six|ten|twelve|一|两|二|三|四|五|六|十) ?-?个?(year|month|day|年|月|天)/#
    private let bounded =
        #/(?:less than|under|below|no more than|not more than|at most|only|just) (\d[\d,]*(?:\.\d+)?) (?:a|per|each|every) (?:day|month|year)/#

    /// What stands in no product's data, as in "over two years".
    func days(in spoken: String) -> Double? {
        guard let found = spoken.firstMatch(of: span) else { return nil }
        let written = String(found.1)
        guard let count = Double(written) ?? Self.numbers[written], count > 0 else { return nil }
        return switch found.2 {
        case "year", "年": count * 365
        case "month", "月": count * 365 / 12
        default: count
        }
    }

    /// "under 140 a day": a bound right before the period is money without its currency.
    func bareMoney(in spoken: String) -> (String, Entity.Bounds)? {
        guard let found = spoken.firstMatch(of: bounded), let upper = Double(found.1.filter { $0 != "," })
        else { return nil }
        return (String(found.0), Entity.Bounds(nil, upper))
    }

    private static let numbers: [String: Double] = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10, "twelve": 12,
        "一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "十": 10,
    ]
}
