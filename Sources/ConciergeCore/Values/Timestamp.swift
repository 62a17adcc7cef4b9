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
    public var description: String {
        String(decoding: [UInt8](capacity: Self.room, initializingWith: write), as: UTF8.self)
    }

    /// The longest that a moment can be when written.
    static let room = 32

    /// `2026-03-11T02:00:00.000Z`; a year beyond 9999 or before 0 has a sign, and as many digits as it needs.
    func write(to out: inout OutputSpan<UInt8>) {
        let (days, rest) = milliseconds.floorDivided(by: 86_400_000)
        let (year, month, day) = Self.civil(days: days)
        if (0...9999).contains(year) {
            out.append(twoDigits: year / 100)
            out.append(twoDigits: year % 100)
        } else {
            if year > 0 { out.append(UInt8(ascii: "+")) }
            out.append(decimal: year)
        }
        out.append(twoDigits: month, after: "-")
        out.append(twoDigits: day, after: "-")
        out.append(twoDigits: rest / 3_600_000, after: "T")
        out.append(twoDigits: rest / 60_000 % 60, after: ":")
        out.append(twoDigits: rest / 1000 % 60, after: ":")
        out.append(UInt8(ascii: "."))
        out.append(digit: rest / 100 % 10)
        out.append(twoDigits: rest % 100)
        out.append(UInt8(ascii: "Z"))
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
    func floorDivided(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let remainder = (self % divisor + divisor) % divisor
        return ((self - remainder) / divisor, remainder)
    }
}

extension OutputSpan<UInt8> {
    fileprivate mutating func append(digit: Int64) { append(48 + UInt8(truncatingIfNeeded: digit)) }

    fileprivate mutating func append(twoDigits number: Int64) {
        append(digit: number / 10)
        append(digit: number % 10)
    }

    fileprivate mutating func append(twoDigits number: Int64, after mark: Unicode.Scalar) {
        append(UInt8(ascii: mark))
        append(twoDigits: number)
    }
}
