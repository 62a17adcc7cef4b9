/// Who the customer is and what they bought. Without an id: the customer of this turn.
public struct Customers: Sendable {
    /// What somebody bought, summed up; an order counts once it was paid, until it is cancelled, refunded or returned.
    public struct Totals: Sendable, Hashable {
        public let paidOrders: Int
        /// Of the last 365 days, in the currency of the orders.
        public let amount12Months: Double
        public let lastPaid: Record?
        /// The ids of everything that was ever bought, the latest first.
        public let products: [String]
    }

    let turn: Turn

    public func get(_ id: String? = nil) throws -> Record? { Record(try ask("get", id)) }

    /// The newest last.
    public func orders(_ id: String? = nil) throws -> [Record] { [Record](try ask("orders", id)) ?? [] }

    /// The accounts on channels that belong to this customer.
    public func identities(_ id: String? = nil) throws -> [Record] {
        [Record](try ask("identities", id)) ?? []
    }

    public func totals(_ id: String? = nil) throws -> Totals {
        let answer = try ask("totals", id)
        return Totals(
            paidOrders: Int(answer["paid_orders"]?.int ?? 0),
            amount12Months: answer["amount_12m"]?.double ?? 0,
            lastPaid: answer["last_paid"].flatMap(Record.init),
            products: answer["products"].flatMap { [String]($0) } ?? [])
    }

    /// The ids of those who have this number, however it is written.
    public func find(phone: String) throws -> [String] { try find("phone", phone) }

    /// The ids of those who have this address, capital letters or not.
    public func find(email: String) throws -> [String] { try find("email", email) }

    /// The ids of those who have an order of this number.
    public func find(order: String) throws -> [String] { try find("order", order) }

    private func find(_ clue: String, _ text: String) throws -> [String] {
        let request: [String: Value] = ["op": "find", clue: .text(text)]
        return [String](try turn.host.ask(turn.host.customers, turn: turn.id, request)) ?? []
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

    /// Whose turn it is to get a document of this skill's collection: of the agents with any of the competences (none:
    /// of all) the one whose name stands in `field` of the fewest open documents. Write it there in the same turn.
    public func assign(_ competences: [String], in collection: String, field: String) throws -> String? {
        let request: [String: Value] = [
            "op": "assign", "competences": .list(competences.map(Value.text)),
            "collection": .text(collection), "field": .text(field),
        ]
        return try turn.host.ask(turn.host.agents, turn: turn.id, request).text
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
