import ConciergeCore
import Testing

@Suite struct OpeningHoursTests {
    /// Monday to Friday, nine to six, eight hours ahead of UTC.
    private let hours = OpeningHours(BusinessHours()) { _ in 8 * 3600 }

    private func time(_ text: String) throws -> Timestamp { try #require(Timestamp(text)) }

    @Test(arguments: [
        ("2026-03-11T00:59:59Z", false), ("2026-03-11T01:00:00Z", true), ("2026-03-11T09:59:59Z", true),
        ("2026-03-11T10:00:00Z", false), ("2026-03-14T04:00:00Z", false), ("1969-12-31T04:00:00Z", true),
        // A Friday evening in Shanghai that is still morning in UTC, and a Monday that is still Sunday there.
        ("2026-03-13T10:30:00Z", false), ("2026-03-15T23:00:00Z", false),
    ])
    func `is open on its days, at its times, by its own clocks`(at: String, isOpen: Bool) throws {
        #expect(hours.isOpen(at: try time(at)) == isOpen)
    }

    @Test(arguments: [
        ("2026-03-11T00:00:00Z", "2026-03-11T01:00:00Z"), ("2026-03-11T12:00:00Z", "2026-03-12T01:00:00Z"),
        ("2026-03-13T10:00:00Z", "2026-03-16T01:00:00Z"),
    ])
    func `knows when it opens next`(after: String, opens: String) throws {
        #expect(hours.opens(after: try time(after)) == (try time(opens)))
    }

    @Test(arguments: [
        ("2026-03-11T02:00:00Z", 30, "2026-03-11T02:30:00Z"),
        ("2026-03-11T09:30:00Z", 60, "2026-03-12T01:30:00Z"),
        ("2026-03-11T20:00:00Z", 15, "2026-03-12T01:15:00Z"),
        ("2026-03-13T09:00:00Z", 60, "2026-03-13T10:00:00Z"),
        ("2026-03-13T09:00:00Z", 24 * 60, "2026-03-18T06:00:00Z"),
    ])
    func `counts only the time in which somebody is there`(from: String, minutes: Int, end: String) throws {
        #expect(hours.after(.seconds(60 * minutes), from: try time(from)) == (try time(end)))
        #expect(
            OpeningHours.always.after(.seconds(60), from: try time(from))
                == (try time(from)).adding(.seconds(60)))
    }

    @Test(arguments: [
        ("2026-03-11T18:05:00Z", 2026, 3, 12, 2, 5, 3), ("1969-12-31T15:59:00Z", 1969, 12, 31, 23, 59, 2),
    ])
    func `knows what the clocks of the place show`(
        at: String, year: Int64, month: Int64, day: Int64, hour: Int64, minute: Int64, weekday: Int64
    ) throws {
        let local = hours.local(try time(at))
        #expect(
            [local.year, local.month, local.day, local.hour, local.minute] == [
                year, month, day, hour, minute,
            ])
        #expect(local.weekday == weekday)
    }

    @Test func `a holiday is closed, and a Sunday may be worked`() throws {
        var days = BusinessHours()
        for day in try #require(BusinessHours.dates(named: "2026-10-01..2026-10-08")) {
            days.special[day] = []
        }
        let sunday = try #require(BusinessHours.dates(named: "2026-09-27"))
        days.special[sunday.lowerBound] = [ClockRange(start: 600, end: 720)]
        let hours = OpeningHours(days) { _ in 0 }
        #expect(try !hours.isOpen(at: time("2026-10-01T10:00:00Z")))
        #expect(try hours.opens(after: time("2026-09-30T18:00:00Z")) == time("2026-10-09T09:00:00Z"))
        #expect(try hours.isOpen(at: time("2026-09-27T10:00:00Z")))
        #expect(try !hours.isOpen(at: time("2026-09-27T12:00:00Z")))
    }

    @Test func `opens at nine on both sides of summer time`() throws {
        // Berlin: an hour ahead until 2026-03-29T01:00Z, two from then on.
        let change = try time("2026-03-29T01:00:00Z").milliseconds / 1000
        let hours = OpeningHours(BusinessHours()) { $0 < change ? 3600 : 7200 }
        #expect(try hours.opens(after: time("2026-03-27T07:00:00Z")) == time("2026-03-27T08:00:00Z"))
        #expect(try hours.opens(after: time("2026-03-27T18:00:00Z")) == time("2026-03-30T07:00:00Z"))
    }

    @Test func `what never opens says so, and what always is open needs no answer`() throws {
        var closed = BusinessHours()
        closed.days = Array(repeating: [], count: 7)
        let now = try time("2026-03-11T00:00:00Z")
        #expect(OpeningHours(closed) { _ in 0 }.opens(after: now) == nil)
        #expect(OpeningHours(closed) { _ in 0 }.after(.seconds(60), from: now) == nil)
        #expect(OpeningHours.always.isOpen(at: now))
    }

    @Test(arguments: ["2026-13-01", "2026-10-08..2026-10-01", "mon", "", "2026-01-01..2028-01-01"])
    func `names no dates`(text: String) {
        #expect(BusinessHours.dates(named: text) == nil)
    }
}
