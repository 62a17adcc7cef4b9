@testable import Language

/// What the reader of one kind finds in a text, a line each: the words as they were written = what they come to.
enum Facts {
    /// A Wednesday.
    static let today = Day(2026, 3, 11)
    static let tenInTheMorning = 600

    static func of(_ kind: Entity.Kind, in written: String, on today: Day = today) -> [String] {
        let text = FoldedText(written)
        return ValueReader.read(text, written: written, today: today, minuteOfDay: tenInTheMorning)
            .filter { $0.kind == kind }.map {
                "\(words(of: text.original($0.range), in: written)) = \(line($0.value))"
            }
    }

    static func words(of span: Range<Int>, in text: String) -> String {
        var words = String.UnicodeScalarView()
        words.append(contentsOf: text.unicodeScalars.dropFirst(span.lowerBound).prefix(span.count))
        return String(words)
    }

    static func line(_ value: Entity.Value) -> String {
        switch value {
        case .quantity(let quantity): joined(line(quantity.amount), quantity.unit)
        case .money(let money): joined(line(money.amount), money.currency)
        case .specification(let specification):
            joined(
                specification.name.map { $0 + ":" }, specification.code, specification.amount.map(line),
                specification.unit)
        case .date(let span): line(span)
        case .text(let text): text
        case .products: ""
        }
    }

    /// 50, 50…60, ≥50, ≤50; ~ where it is only about so many.
    static func line(_ bounds: Entity.Bounds) -> String {
        let about = bounds.isApproximate ? "~" : ""
        return switch (bounds.lower, bounds.upper) {
        case (let lower?, let upper?):
            about + (lower == upper ? line(lower) : "\(line(lower))…\(line(upper))")
        case (let lower?, nil): about + "≥" + line(lower)
        case (nil, let upper?): about + "≤" + line(upper)
        case (nil, nil): "?"
        }
    }

    /// 2026-03-15 15:00, …2026-03-31! for a deadline.
    static func line(_ span: Entity.DateSpan) -> String {
        let days =
            span.first == span.last
            ? span.first.map(line) : "\(span.first.map(line) ?? "")…\(span.last.map(line) ?? "")"
        let time = span.minuteOfDay.map { two($0 / 60) + ":" + two($0 % 60) }
        return joined(days, time) + (span.isDeadline ? "!" : "")
    }

    private static func line(_ day: Day) -> String { "\(day.year)-\(two(day.month))-\(two(day.day))" }
    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    private static func line(_ number: Double) -> String {
        number == number.rounded() ? "\(Int(number))" : "\(number)"
    }

    private static func joined(_ parts: String?...) -> String {
        parts.compactMap(\.self).joined(separator: " ")
    }
}
