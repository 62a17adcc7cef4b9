public import ConciergeCore
import Threads

/// The machine's own clocks.
public struct SystemClock: HostClock {
    public init() {}

    public func now() -> Timestamp { Timestamp(milliseconds: wallClockMilliseconds()) }
    public func monotonic() -> Int64 { monotonicNanoseconds() }
}
