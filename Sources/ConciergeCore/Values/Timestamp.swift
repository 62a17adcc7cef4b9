/// A moment in UTC, to the millisecond; written as RFC 3339.
public struct Timestamp: Sendable, Hashable, Comparable {
    public var milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }
    public init(seconds: Int64) { milliseconds = seconds * 1000 }

    public static func < (a: Self, b: Self) -> Bool { a.milliseconds < b.milliseconds }

    public func adding(_ duration: Duration) -> Timestamp {
        Timestamp(milliseconds: milliseconds + duration.milliseconds)
    }
}

extension Duration {
    public var milliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }
    public var nanoseconds: Int64 {
        components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000
    }
}

// Civil calendar arithmetic on days since 1970-01-01, with years that begin in March:
// http://howardhinnant.github.io/date_algorithms.html
extension Timestamp: CustomStringConvertible {
    public var description: String { String(decoding: rfc3339, as: UTF8.self) }

    /// `2026-03-11T02:00:00.000Z`, always 24 bytes within the years 0 to 9999.
    public var rfc3339: [UInt8] {
        let (days, rest) = milliseconds.floorDivided(by: 86_400_000)
        let (year, month, day) = Self.civil(days: days)
        var out: [UInt8] = []
        out.reserveCapacity(24)
        out.appendDigits(year, 4)
        out.append(UInt8(ascii: "-"))
        out.appendDigits(month, 2)
        out.append(UInt8(ascii: "-"))
        out.appendDigits(day, 2)
        out.append(UInt8(ascii: "T"))
        out.appendDigits(rest / 3_600_000, 2)
        out.append(UInt8(ascii: ":"))
        out.appendDigits(rest / 60_000 % 60, 2)
        out.append(UInt8(ascii: ":"))
        out.appendDigits(rest / 1000 % 60, 2)
        out.append(UInt8(ascii: "."))
        out.appendDigits(rest % 1000, 3)
        out.append(UInt8(ascii: "Z"))
        return out
    }

    static func civil(days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let (era, dayOfEra) = (days + 719_468).floorDivided(by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let (era, yearOfEra) = shifted.floorDivided(by: 400)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}

extension Int64 {
    fileprivate func floorDivided(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let remainder = (self % divisor + divisor) % divisor
        return ((self - remainder) / divisor, remainder)
    }
}

extension [UInt8] {
    fileprivate mutating func appendDigits(_ number: Int64, _ width: Int) {
        var divisor: Int64 = 1
        for _ in 1..<width { divisor *= 10 }
        var rest = number
        while divisor > 0 {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / divisor % 10))
            rest %= divisor
            divisor /= 10
        }
    }
}
