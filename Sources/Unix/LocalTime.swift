import Glibc

/// The calendar and the clock on the wall, where this machine stands.
public struct LocalTime: Sendable {
    public var year: Int
    public var month: Int
    public var day: Int
    public var minuteOfDay: Int

    public static var now: LocalTime {
        var seconds = time(nil)
        var parts = tm()
        localtime_r(&seconds, &parts)
        return LocalTime(
            year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday),
            minuteOfDay: Int(parts.tm_hour) * 60 + Int(parts.tm_min))
    }
}
