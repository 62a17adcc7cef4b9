import ConciergeCore

// The shop lies in Shanghai, and its days begin there.
extension DemoShop {
    /// How far its clocks are ahead of UTC, all the year.
    static let east = Duration.hours(8)

    /// What its calendar shows: `2026-03-11`.
    static func day(of moment: Timestamp) -> String { String(moment.adding(east).description.prefix(10)) }

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
