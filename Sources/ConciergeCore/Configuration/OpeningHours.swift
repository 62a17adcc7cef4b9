/// Says whether somebody is there at a moment, by the clocks of the place.
public struct OpeningHours: Sendable {
    private let hours: BusinessHours?
    /// How many seconds those clocks are ahead of UTC.
    private let offset: @Sendable (_ seconds: Int64) -> Int64

    /// There is always somebody there.
    public static let always = OpeningHours()

    private init() {
        hours = nil
        offset = { _ in 0 }
    }

    public init(_ hours: BusinessHours, offset: @escaping @Sendable (_ seconds: Int64) -> Int64) {
        self.hours = hours
        self.offset = offset
    }

    /// The day on those clocks, as a number of days since 1970.
    public func day(of time: Timestamp) -> Int64 {
        let seconds = time.milliseconds.dividedDown(by: 1000)
        return (seconds + offset(seconds)).dividedDown(by: 86_400)
    }

    /// When that day begins on those clocks.
    public func start(of day: Int64) -> Timestamp { Timestamp(seconds: utc(day * 86_400)) }

    public func isOpen(at time: Timestamp) -> Bool {
        guard let hours else { return true }
        let seconds = time.milliseconds.dividedDown(by: 1000)
        let local = seconds + offset(seconds)
        let day = local.dividedDown(by: 86_400)
        let minute = Int((local - day * 86_400) / 60)
        return hours.ranges(on: day).contains { $0.start <= minute && minute < $0.end }
    }

    /// When it opens next, looking a year ahead; nil where it never does.
    public func opens(after time: Timestamp) -> Timestamp? {
        guard let hours else { return time }
        let seconds = time.milliseconds.dividedDown(by: 1000)
        let today = (seconds + offset(seconds)).dividedDown(by: 86_400)
        for day in today...today + 366 {
            for range in hours.ranges(on: day) {
                let start = utc(day * 86_400 + Int64(range.start) * 60)
                if start > seconds { return Timestamp(seconds: start) }
            }
        }
        return nil
    }

    /// The moment at which those clocks show this; in the hour that summer time leaves out, the first after it.
    private func utc(_ local: Int64) -> Int64 {
        let guess = local - offset(local)
        return local - offset(guess)
    }
}

extension OpeningHours {
    /// When so much time has gone by in which somebody was there; nil where that takes more than a year.
    public func after(_ span: Duration, from time: Timestamp) -> Timestamp? {
        guard let hours else { return time.adding(span) }
        let now = time.milliseconds.dividedDown(by: 1000)
        let today = (now + offset(now)).dividedDown(by: 86_400)
        var left = span.milliseconds / 1000
        for day in today...today + 366 {
            for range in hours.ranges(on: day) {
                let start = max(now, utc(day * 86_400 + Int64(range.start) * 60))
                let open = max(0, utc(day * 86_400 + Int64(range.end) * 60) - start)
                if open > 0, left <= open { return Timestamp(seconds: start + left) }
                left -= open
            }
        }
        return nil
    }

    /// What the clocks of the place show.
    public func local(_ time: Timestamp) -> LocalTime {
        let seconds = time.milliseconds.dividedDown(by: 1000)
        let local = seconds + offset(seconds)
        let day = local.dividedDown(by: 86_400)
        let date = Timestamp.civil(days: day)
        let minutes = (local - day * 86_400) / 60
        return LocalTime(
            year: date.year, month: date.month, day: date.day, hour: minutes / 60, minute: minutes % 60,
            weekday: ((day + 3) % 7 + 7) % 7)
    }
}

/// A moment on the clocks of a place.
public struct LocalTime: Sendable, Hashable {
    public var year, month, day, hour, minute: Int64
    /// Monday is 0.
    public var weekday: Int64
}

extension BusinessHours {
    /// 1970 began on a Thursday.
    fileprivate func ranges(on day: Int64) -> [ClockRange] {
        special[day] ?? days[Int(((day + 3) % 7 + 7) % 7)]
    }
}

extension Int64 {
    fileprivate func dividedDown(by divisor: Int64) -> Int64 {
        self >= 0 ? self / divisor : (self - divisor + 1) / divisor
    }
}
