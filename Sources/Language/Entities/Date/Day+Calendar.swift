/// Reckoning with days, in the proleptic Gregorian calendar.
extension Day {
    /// Days since 1 March of the year 0: leap days then come last, and no table is needed.
    var ordinal: Int {
        let shifted = month < 3 ? year - 1 : year
        let months = (month + 9) % 12
        return shifted * 365 + Self.floor(shifted, 4) - Self.floor(shifted, 100) + Self.floor(shifted, 400)
            + (153 * months + 2) / 5 + day - 1
    }

    init(ordinal: Int) {
        var year = (ordinal * 400) / 146_097
        let start = { (year: Int) in Day(year, 3, 1).ordinal }
        while start(year) > ordinal { year -= 1 }
        while start(year + 1) <= ordinal { year += 1 }
        let inYear = ordinal - start(year)
        let months = (5 * inYear + 2) / 153
        let month = months < 10 ? months + 3 : months - 9
        self.init(month < 3 ? year + 1 : year, month, inYear - (153 * months + 2) / 5 + 1)
    }

    /// The day so many days after 1 January 1970.
    public init(since1970 days: Int) { self.init(ordinal: days + Day(1970, 1, 1).ordinal) }

    /// Monday is 1, Sunday 7.
    var weekday: Int { (ordinal + 2) % 7 + 1 }

    var isValid: Bool {
        (1...12).contains(month) && day >= 1 && day <= Self.length(year, month)
            && (1900...2200).contains(year)
    }

    func adding(days: Int) -> Day { Day(ordinal: ordinal + days) }

    /// The same day so many months on, or the last one of a shorter month.
    func adding(months: Int) -> Day {
        let count = year * 12 + month - 1 + months
        let (year, month) = (Self.floor(count, 12), count - Self.floor(count, 12) * 12 + 1)
        return Day(year, month, min(day, Self.length(year, month)))
    }

    /// Monday to Friday only: the first counted is the next of them.
    func adding(workdays: Int) -> Day {
        if workdays > 0, weekday > 5 { return adding(days: 5 - weekday).adding(workdays: workdays) }
        var day = adding(days: workdays / 5 * 7)
        var left = workdays % 5
        while left > 0 || day.weekday > 5 {
            day = day.adding(days: 1)
            if day.weekday <= 5, left > 0 { left -= 1 }
        }
        return day
    }

    static func length(_ year: Int, _ month: Int) -> Int {
        let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
        return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    private static func floor(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : (a - b + 1) / b }
}

/// Days from first to last, both included.
struct Days: Equatable {
    var first: Day
    var last: Day

    init(_ first: Day, _ last: Day) {
        self.first = first
        self.last = last
    }

    init(_ day: Day) { self.init(day, day) }

    static func week(of day: Day) -> Days {
        let monday = day.adding(days: 1 - day.weekday)
        return Days(monday, monday.adding(days: 6))
    }

    static func month(_ year: Int, _ month: Int) -> Days {
        Days(Day(year, month, 1), Day(year, month, Day.length(year, month)))
    }

    /// From the first of one month through the last of another.
    static func months(_ year: Int, _ months: ClosedRange<Int>) -> Days {
        Days(Day(year, months.lowerBound, 1), Self.month(year, months.upperBound).last)
    }

    static func year(_ year: Int) -> Days { months(year, 1...12) }
    static func quarter(_ year: Int, _ quarter: Int) -> Days { months(year, quarter * 3 - 2...quarter * 3) }
    static func half(_ year: Int, _ half: Int) -> Days { months(year, half * 6 - 5...half * 6) }

    var count: Int { last.ordinal - first.ordinal + 1 }
}

/// The beginning, the middle or the end of a month, a quarter or a year.
enum Edge: String, Sendable {
    /// 月初, 上旬, early
    case start, firstTen
    case middle, midTen
    case end, lastTen

    /// A month's edge is five days or its ten, a longer time's a month at its either end.
    func of(_ days: Days) -> Days {
        if days.count > 31 { return ofLong(days) }
        let (first, last) = (days.first, days.last)
        switch self {
        case .start: return Days(first, first.adding(days: 4))
        case .firstTen: return Days(first, first.adding(days: 9))
        case .middle, .midTen: return Days(first.adding(days: 10), first.adding(days: 19))
        case .end: return Days(last.adding(days: -4), last)
        case .lastTen: return Days(first.adding(days: 20), last)
        }
    }

    private func ofLong(_ days: Days) -> Days {
        switch self {
        case .start, .firstTen: return Days(days.first, days.first.adding(months: 1).adding(days: -1))
        case .end, .lastTen: return Days(Day(days.last.year, days.last.month, 1), days.last)
        case .middle, .midTen:
            let middle = days.first.adding(days: days.count / 2)
            return Days(middle.adding(days: -days.count / 12), middle.adding(days: days.count / 12))
        }
    }
}
