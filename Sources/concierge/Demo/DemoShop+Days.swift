import ConciergeCore

// The shop lies in Shanghai, and its days begin there.
extension DemoShop {
    /// How far its clocks are ahead of UTC, all the year.
    static let east = Duration.hours(8)

    /// What its calendar shows: `2026-03-11`.
    static func day(of moment: Timestamp) -> String { String(moment.adding(east).description.prefix(10)) }

    /// The first moment of the last day before today on which offices were open.
    var lastWorkingDay: Timestamp {
        // 1970-01-01 was a Thursday; its day is the fourth after a Sunday.
        let weekday = (Int(today.adding(Self.east).milliseconds / Duration.days(1).milliseconds) + 4) % 7
        return today.adding(.days(weekday == 0 ? -2 : weekday == 1 ? -3 : -1))
    }

    /// The first moment of a day; nil for what is none.
    static func start(of day: String) -> Timestamp? {
        day.utf8.count == 10 ? Timestamp(day)?.adding(.zero - east) : nil
    }
}

extension Duration {
    static func minutes(_ count: Int) -> Duration { .seconds(count * 60) }
    static func hours(_ count: Int) -> Duration { .minutes(count * 60) }
    static func days(_ count: Int) -> Duration { .hours(count * 24) }
}
