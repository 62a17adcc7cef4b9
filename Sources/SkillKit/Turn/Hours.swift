/// The clocks of the business, and the time in which somebody is there to answer.
public struct Hours: Sendable {
    /// What those clocks show.
    public struct Local: Sendable, Hashable {
        public let year, month, day, hour, minute: Int
        /// Monday is 0.
        public let weekday: Int

        public init(year: Int, month: Int, day: Int, hour: Int, minute: Int, weekday: Int) {
            (self.year, self.month, self.day) = (year, month, day)
            (self.hour, self.minute, self.weekday) = (hour, minute, weekday)
        }
    }

    let turn: Turn

    /// Without a time: now.
    public func local(_ time: Timestamp? = nil) throws -> Local {
        let shown = try turn.host.ask(
            turn.host.hours, turn: turn.id, ["op": "local", "at": time.map(Value.time)])
        func number(_ name: String) -> Int { Int(shown[name]?.int ?? 0) }
        return Local(
            year: number("year"), month: number("month"), day: number("day"), hour: number("hour"),
            minute: number("minute"), weekday: number("weekday"))
    }

    /// When so much time has gone by in which somebody is there; nil where that takes more than a year.
    public func after(_ span: Duration, from start: Timestamp? = nil) throws -> Timestamp? {
        let request: [String: Value?] = [
            "op": "after", "seconds": .int(span.milliseconds / 1000), "from": start.map(Value.time),
        ]
        return try turn.host.ask(turn.host.hours, turn: turn.id, request).time
    }
}
