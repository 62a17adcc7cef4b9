import ConciergeCore
import SQLite

/// What of one customer goes over to another, and what is kept aside: read before anything is written.
struct MergePlan {
    var customer: Customer
    let other: Customer
    var summary = MergeSummary()
    /// Of both, the customer's own first.
    var context: [String: Value]
    let otherContext: [String: Value]
    var orders: [String] = []
    var ordersAside: [Order] = []
    let identities: [Identity]
    /// Those that are kept one for each customer, by their id: a profile.
    var own: [Document] = []
    /// The collections of `own` in which the customer has none: there the other's becomes his.
    var adopted: Set<String> = []
    let timersAside: [Wakeup]

    /// Nil when one of the two is not there.
    init?(_ otherID: String, into id: String, on connection: Connection, _ collections: Collections) throws {
        guard let customer = try Self.customer(id, on: connection),
            let other = try Self.customer(otherID, on: connection)
        else { return nil }
        self.other = other
        self.customer = customer
        self.customer.fill(from: other, &summary)
        let ownContext = try Self.context(id, on: connection)
        otherContext = try Self.context(otherID, on: connection)
        context = otherContext.merging(ownContext) { _, own in own }
        summary.contextAside = otherContext.filter { ownContext[$0.key] != nil }
        identities = try connection.rows(
            "SELECT channel, account, external FROM identities WHERE customer = ?", otherID
        ) { Identity(channel: $0.text(0), account: $0.text(1), external: $0.text(2), customer: otherID) }
        timersAside = try connection.rows(
            """
            SELECT id, due_at, skill, name, customer, conversation, data, depth, budget FROM wakeups
            WHERE customer = ?1 AND id = skill || '/' || ?1 || '/' || name
                AND skill || '/' || ?2 || '/' || name IN (SELECT id FROM wakeups WHERE customer = ?2)
            """, otherID, id, map: Reader.wakeup)
        try readOrders(on: connection)
        try readDocuments(on: connection, collections)
        try count(on: connection)
    }

    /// What the other's context adds.
    var added: [String: Value] {
        otherContext.filter { key, value in context[key] == value }
    }

    private mutating func readOrders(on connection: Connection) throws {
        let known = Set(
            try connection.rows("SELECT id FROM orders WHERE customer = ?", customer.id) { $0.text(0) })
        for order in try connection.rows(
            Reader.ordersOfCustomer, other.id, map: { Reader.order($0, of: other.id) })
        {
            if known.contains(order.id) { ordersAside.append(order) } else { orders.append(order.id) }
        }
        summary.aside += ordersAside.map { "orders/\($0.id)" }
    }

    private mutating func readDocuments(on connection: Connection, _ collections: Collections) throws {
        for table in collections.tables {
            let total = try connection.first(MergedTable.documents(table).count, other.id) { $0.int(0) } ?? 0
            guard total > 0 else { continue }
            let document = try connection.first(table.select, other.id) {
                try Reader.document($0, of: table.name)
            }
            let own = document.flatMap { $0.customer == other.id ? $0 : nil }
            let isTaken = try connection.first(table.select, customer.id) { _ in true } ?? false
            if let own {
                self.own.append(own)
                if isTaken {
                    summary.aside.append("\(table.name)/\(other.id)")
                    summary.documentsAside.append(own)
                } else {
                    adopted.insert(table.name)
                }
            }
            let moved = total - (own != nil && isTaken ? 1 : 0)
            if moved > 0 { summary.documents[table.name] = moved }
        }
    }

    private mutating func count(on connection: Connection) throws {
        for table in MergedTable.ofHost where table.source != "deliveries" && table.source != "turns" {
            summary.moves[table.source] = try connection.first(table.count, other.id) { $0.int(0) }
        }
        summary.moves["orders"] = Int64(orders.count)
        summary.moves["identities"] = Int64(identities.count)
        let timers = try connection.first("SELECT count(*) FROM wakeups WHERE customer = ?", other.id) {
            $0.int(0)
        }
        summary.moves["timers"] = (timers ?? 0) - Int64(timersAside.count)
        summary.aside += timersAside.map { "timers/\($0.skill)/\($0.name)" }
    }

    private static func customer(_ id: String, on connection: Connection) throws -> Customer? {
        try connection.first(Reader.customerByID, id, map: Reader.customer)
    }

    private static func context(_ id: String, on connection: Connection) throws -> [String: Value] {
        try connection.first("SELECT body FROM contexts WHERE customer = ?", id) { try $0.map(0) } ?? [:]
    }
}
