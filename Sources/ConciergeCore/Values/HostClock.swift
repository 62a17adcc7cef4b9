/// The time as the host sees it; a test passes its own.
public protocol HostClock: Sendable {
    /// The wall clock: may jump.
    func now() -> Timestamp
    /// Nanoseconds of CLOCK_MONOTONIC: never goes back.
    func monotonic() -> Int64
}
