/// Who the customer is and what they bought. Without an id: the customer of this turn.
public struct Customers: Sendable {
    let turn: Turn

    public func get(_ id: String? = nil) throws -> Record? { Record(try ask("get", id)) }

    /// The newest last.
    public func orders(_ id: String? = nil) throws -> [Record] { [Record](try ask("orders", id)) ?? [] }

    /// The accounts on channels that belong to this customer.
    public func identities(_ id: String? = nil) throws -> [Record] {
        [Record](try ask("identities", id)) ?? []
    }

    private func ask(_ operation: String, _ id: String?) throws(HostError) -> Value {
        try turn.host.ask(
            turn.host.customers, turn: turn.id, ["op": .text(operation), "id": id.map(Value.text)])
    }
}

/// What was said in this conversation before this turn.
public struct History: Sendable {
    let turn: Turn

    /// The last messages, the newest last: `author` (customer, bot, agent), `text`, `at`.
    public func recent(_ limit: Int) throws -> [Record] {
        let request: [String: Value] = ["op": "recent", "limit": .int(Int64(limit))]
        return [Record](try turn.host.ask(turn.host.history, turn: turn.id, request)) ?? []
    }
}

/// The humans who answer customers.
public struct Agents: Sendable {
    let turn: Turn

    public func list() throws -> [Record] {
        [Record](try turn.host.ask(turn.host.agents, turn: turn.id, ["op": "list"])) ?? []
    }
}

/// Timers: at its time each becomes a turn of kind `event` with the timer's name, for this skill and this customer.
public struct Schedule: Sendable {
    let turn: Turn

    /// Sets the timer of that name, or moves it. Takes effect when the turn is committed.
    public func at(_ time: Timestamp, _ name: String, _ data: Value = .null) throws {
        try ask(["op": "at", "name": .text(name), "at": .time(time), "data": data])
    }

    public func cancel(_ name: String) throws {
        try ask(["op": "cancel", "name": .text(name)])
    }

    private func ask(_ request: [String: Value]) throws(HostError) {
        _ = try turn.host.ask(turn.host.schedule, turn: turn.id, request)
    }
}
