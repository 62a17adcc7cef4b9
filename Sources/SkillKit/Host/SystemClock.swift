internal import Glibc

/// The machine's clocks, for a host without `sk.clock/1`.
enum SystemClock {
    static func wallMilliseconds() -> Int64 { read(CLOCK_REALTIME) / 1_000_000 }
    static func monotonicNanoseconds() -> Int64 { read(CLOCK_MONOTONIC) }

    private static func read(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
