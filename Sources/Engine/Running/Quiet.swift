/// Knows when no turn has begun for a while.
struct Quiet {
    static let length: Int64 = 2_000_000_000

    private var turns: UInt64 = 0
    private var start: Int64?

    /// True once for each such while.
    mutating func isOver(turns: UInt64, at now: Int64) -> Bool {
        guard turns == self.turns, let start else {
            (self.turns, start) = (turns, now)
            return false
        }
        guard now - start >= Self.length else { return false }
        self.start = now
        return true
    }
}
