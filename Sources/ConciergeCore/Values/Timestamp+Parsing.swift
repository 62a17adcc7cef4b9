extension Timestamp {
    /// Reads `2026-03-11`, `2026-03-11T10:00:00+08:00`, `2026-03-11 10:00:00.5Z`; nil when it is not a date.
    public init?(_ text: String) {
        var digits = Digits(text.utf8)
        guard let year = digits.take(4), digits.skip("-"), let month = digits.take(2), digits.skip("-"),
            let day = digits.take(2), (1...12).contains(month), day >= 1,
            day <= Self.length(of: month, in: year)
        else { return nil }
        let midnight = Self.days(year: year, month: month, day: day) * 86_400_000
        guard !digits.isAtEnd else {
            milliseconds = midnight
            return
        }
        guard digits.skip("T") || digits.skip("t") || digits.skip(" "), let hour = digits.take(2), hour < 24,
            digits.skip(":"), let minute = digits.take(2), minute < 60
        else { return nil }
        var time = hour * 3_600_000 + minute * 60_000
        if digits.skip(":") {
            guard let second = digits.take(2), second < 61 else { return nil }
            time += second * 1000
            if digits.skip(".") {
                guard let fraction = digits.takeFraction() else { return nil }
                time += fraction
            }
        }
        guard let offset = digits.takeOffset(), digits.isAtEnd else { return nil }
        milliseconds = midnight + time - offset
    }

    private static func length(of month: Int64, in year: Int64) -> Int64 {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

private struct Digits {
    private var rest: Substring.UTF8View

    init(_ text: String.UTF8View) { rest = text[...] }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard let first = rest.first, first == UInt8(ascii: character) else { return false }
        rest.removeFirst()
        return true
    }

    mutating func take(_ count: Int) -> Int64? {
        var value: Int64 = 0
        for _ in 0..<count {
            guard let digit = rest.first, (48...57).contains(digit) else { return nil }
            value = value * 10 + Int64(digit - 48)
            rest.removeFirst()
        }
        return value
    }

    /// Milliseconds from the digits after the point; what is finer is cut off.
    mutating func takeFraction() -> Int64? {
        var value: Int64 = 0
        var scale: Int64 = 100
        guard let first = rest.first, (48...57).contains(first) else { return nil }
        while let digit = rest.first, (48...57).contains(digit) {
            value += Int64(digit - 48) * scale
            scale /= 10
            rest.removeFirst()
        }
        return value
    }

    /// Milliseconds east of UTC; nothing written means UTC.
    mutating func takeOffset() -> Int64? {
        if rest.isEmpty || skip("Z") || skip("z") { return 0 }
        let sign: Int64 = skip("+") ? 1 : (skip("-") ? -1 : 0)
        guard sign != 0, let hours = take(2), hours < 24 else { return nil }
        _ = skip(":")
        guard let minutes = take(2), minutes < 60 else { return nil }
        return sign * (hours * 3_600_000 + minutes * 60_000)
    }
}
