internal import SkillKit

/// How values are written for people.
struct Format: Sendable {
    let calendar: Calendar
    let texts: Texts
    let locale: String

    /// `1,250,000`.
    static func amount(_ amount: Double) -> String {
        let digits = String(Int64(amount.rounded()).magnitude)
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { grouped.append(",") }
            grouped.append(digit)
        }
        return (amount <= -0.5 ? "-" : "") + grouped
    }

    func text(_ value: Value) -> String {
        switch value {
        case .text(let text): text
        case .int(let number): String(number)
        case .double(let number): Self.decimal(number)
        case .time(let time): calendar.text(time)
        case .list(let items): texts.list(items.map(text), locale)
        default: ""
        }
    }

    /// One digit behind the point.
    static func decimal(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return "\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
    }
}
