/// A part of a day, in minutes from midnight.
public struct ClockRange: Sendable, Hashable {
    public var start: Int
    public var end: Int

    public init(start: Int, end: Int) {
        self.start = start
        self.end = end
    }

    /// `09:00-18:00`, several with commas; `closed` is none.
    public static func list(_ text: String) -> [ClockRange]? {
        if text == "closed" { return [] }
        var ranges: [ClockRange] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.filter { $0 != " " }.split(separator: "-", omittingEmptySubsequences: false)
            guard ends.count == 2, let start = minutes(ends[0]), let end = minutes(ends[1]), start < end,
                ranges.last.map({ $0.end <= start }) ?? true
            else { return nil }
            ranges.append(ClockRange(start: start, end: end))
        }
        return ranges
    }

    private static func minutes(_ text: String.SubSequence) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 2, parts[1].utf8.count == 2, let hour = Int(parts[0]),
            let minute = Int(parts[1]), (0...24).contains(hour), (0..<60).contains(minute),
            hour < 24 || minute == 0
        else { return nil }
        return hour * 60 + minute
    }
}

/// When somebody is there to answer; the default is S1's 周一至周五 9:00-18:00.
public struct BusinessHours: Sendable, Hashable {
    public static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    public var timezone = "Asia/Shanghai"
    /// Monday first.
    public var days: [[ClockRange]]
    /// Holidays and the like, by days since 1970: they go before the day of the week.
    public var special: [Int64: [ClockRange]] = [:]

    public init() {
        let working = [ClockRange(start: 9 * 60, end: 18 * 60)]
        days = Array(repeating: working, count: 5) + [[], []]
    }

    /// The days that `mon-fri`, `sat` or `mon,wed` name, Monday as 0; nil when it names none.
    public static func days(named text: String) -> [Int]? {
        var days: [Int] = []
        for part in text.lowercased().split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.filter { $0 != " " }.split(separator: "-", omittingEmptySubsequences: false)
            let indices = ends.compactMap { weekdays.firstIndex(of: String($0)) }
            guard let first = indices.first, let last = indices.last, indices.count == ends.count,
                ends.count <= 2, first <= last
            else { return nil }
            days += first...last
        }
        return days
    }

    /// The days since 1970 that `2026-10-01` or `2026-10-01..2026-10-07` names, at most a year; nil when it names none.
    public static func dates(named text: String) -> ClosedRange<Int64>? {
        let ends = text.filter { $0 != " " }.split(separator: ".", omittingEmptySubsequences: true)
        let days = ends.compactMap { Timestamp("\($0)T00:00:00Z").map { $0.milliseconds / 86_400_000 } }
        guard let first = days.first, let last = days.last, days.count == ends.count, days.count <= 2,
            first <= last, last - first <= 366
        else { return nil }
        return first...last
    }
}
