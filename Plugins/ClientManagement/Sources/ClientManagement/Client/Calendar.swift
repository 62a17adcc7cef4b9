internal import SkillKit

/// Days of the calendar, where the business is.
struct Calendar: Sendable {
    static let day: Int64 = 86_400_000
    /// Minutes east of UTC.
    let offset: Int

    private var shift: Int64 { Int64(offset) * 60_000 }

    /// Whole days between two moments.
    static func days(from start: Timestamp, to end: Timestamp) -> Int {
        Int((end.milliseconds - start.milliseconds) / day)
    }

    static func adding(days: Int, to time: Timestamp) -> Timestamp {
        Timestamp(milliseconds: time.milliseconds + Int64(days) * day)
    }

    /// `2026-03-11`.
    func text(_ time: Timestamp) -> String {
        let local = time.milliseconds + shift
        let days = (local >= 0 ? local : local - Self.day + 1) / Self.day
        // Howard Hinnant's civil_from_days.
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        let civilMonth = month < 10 ? month + 3 : month - 9
        let year = yearOfEra + era * 400 + (civilMonth <= 2 ? 1 : 0)
        return "\(year)-\(Self.two(civilMonth))-\(Self.two(day))"
    }

    /// The beginning of the day that `2026-03-11`, with or without a time behind it, names.
    func time(_ text: String) -> Timestamp? {
        let parts = text.prefix(10).split(separator: "-").compactMap { Int64($0) }
        guard text.count >= 10, parts.count == 3, (1...12).contains(parts[1]), (1...31).contains(parts[2])
        else {
            return nil
        }
        let year = parts[1] <= 2 ? parts[0] - 1 : parts[0]
        let era = (year >= 0 ? year : year - 399) / 400
        let month = (parts[1] + 9) % 12
        let dayOfYear = (153 * month + 2) / 5 + parts[2] - 1
        let yearOfEra = year - era * 400
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        let time = Timestamp(milliseconds: (era * 146_097 + dayOfEra - 719_468) * Self.day - shift)
        // A day that the month does not have comes out as another one.
        return self.text(time) == text.prefix(10) ? time : nil
    }

    private static func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
