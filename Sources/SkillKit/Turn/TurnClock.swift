/// Time and chance that a replay repeats; a skill that uses nothing else of that kind always answers the same.
public struct TurnClock: Sendable {
    let turn: Turn

    /// The same moment for the whole turn.
    public var now: Timestamp { Timestamp(milliseconds: turn.host.wallMilliseconds(turn: turn.id)) }

    /// To pass on: `var random = turn.clock.random`, `Int.random(in: 1...6, using: &random)`.
    public var random: Random { Random(turn: turn) }

    /// Waits without holding a thread of the host; throws `CancellationError` when the turn is cancelled.
    public func sleep(for duration: Duration) async throws {
        try await turn.loop.sleep(nanoseconds: duration.nanoseconds)
    }

    public struct Random: RandomNumberGenerator, Sendable {
        let turn: Turn

        public mutating func next() -> UInt64 { turn.host.random(turn: turn.id) }
    }
}
