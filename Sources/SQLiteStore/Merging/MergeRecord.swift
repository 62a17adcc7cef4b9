import ConciergeCore

/// What is kept of a merge so that it can be undone to the last byte.
struct MergeRecord {
    var other: Customer
    var fills: [String: Value]
    var context: [String: Value]
    /// Of the context, what the customer got by it.
    var added: [String: Value]
    var orders: [String]
    var ordersAside: [Order]
    var identities: [Identity]
    var own: [Document]
    var adopted: Set<String>
    var timersAside: [Wakeup]

    init(_ plan: MergePlan) {
        other = plan.other
        fills = plan.summary.fills
        context = plan.otherContext
        added = plan.added
        orders = plan.orders
        ordersAside = plan.ordersAside
        identities = plan.identities
        own = plan.own
        adopted = plan.adopted
        timersAside = plan.timersAside
    }

    var value: Value {
        [
            "customer": other.value, "fills": .map(fills), "context": .map(context), "added": .map(added),
            "orders": .list(orders.map(Value.text)), "orders_aside": .list(ordersAside.map(\.value)),
            "identities": .list(identities.map(\.value)),
            "documents_aside": .list(
                own.map { ["collection": .text($0.collection), "document": $0.value] }),
            "adopted": .list(adopted.sorted().map(Value.text)),
            "timers_aside": .list(timersAside.map(\.value)),
        ]
    }

    /// Nil when the record was damaged.
    init?(_ value: Value) {
        guard let customer = value["customer"], let other = Customer(customer) else { return nil }
        func list(_ name: String) -> [Value] { value[name]?.list ?? [] }
        self.other = other
        fills = value["fills"]?.map ?? [:]
        context = value["context"]?.map ?? [:]
        added = value["added"]?.map ?? [:]
        orders = list("orders").compactMap(\.text)
        ordersAside = list("orders_aside").compactMap(Order.init)
        identities = list("identities").map { identity in
            Identity(
                channel: identity["channel"]?.text ?? "", account: identity["account"]?.text ?? "",
                external: identity["external"]?.text ?? "", customer: other.id)
        }
        own = list("documents_aside").compactMap { entry in
            entry["document"].flatMap { Document($0, of: entry["collection"]?.text ?? "") }
        }
        adopted = Set(list("adopted").compactMap(\.text))
        timersAside = list("timers_aside").compactMap(Wakeup.init)
    }
}

// Each reads what its `value` wrote.

extension Customer {
    fileprivate init?(_ value: Value) {
        guard let id = value["id"]?.text, let created = value["created_at"]?.timestamp else { return nil }
        self.init(id: id, createdAt: created)
        for name in Customer.textFields { self[text: name] = value[name]?.text }
        attributes = value["attributes"]?.map ?? [:]
        updatedAt = value["updated_at"]?.timestamp ?? created
        version = value["version"]?.int ?? 1
    }
}

extension Order {
    fileprivate init?(_ value: Value) {
        guard let id = value["id"]?.text, let customer = value["customer"]?.text,
            let created = value["created_at"]?.timestamp
        else { return nil }
        self.init(
            id: id, customer: customer, product: value["product"]?.text ?? "",
            quantity: value["quantity"]?.int ?? 0, status: value["status"]?.text ?? "", createdAt: created)
        amount = value["amount"]?.double
        paidAt = value["paid_at"]?.timestamp
        shippedAt = value["shipped_at"]?.timestamp
        tracking = value["tracking"]?.text
        updatedAt = value["updated_at"]?.timestamp ?? created
    }
}

extension Document {
    fileprivate init?(_ value: Value, of collection: String) {
        guard let id = value["id"]?.text, let body = value.map,
            let created = value["created_at"]?.timestamp
        else { return nil }
        self.init(
            collection: collection, id: id, customer: value["customer"]?.text,
            body: body.filter { !Document.reserved.contains($0.key) }, at: created)
        updatedAt = value["updated_at"]?.timestamp ?? created
        version = value["version"]?.int ?? 1
    }
}

extension Wakeup {
    fileprivate var value: Value {
        .compact([
            "id": .text(id), "due_at": .timestamp(dueAt), "skill": .text(skill), "name": .text(name),
            "customer": customer.map(Value.text), "conversation": conversation.map(Value.text), "data": data,
            "depth": .int(Int64(depth)), "budget": .int(Int64(budget)),
        ])
    }

    fileprivate init?(_ value: Value) {
        guard let id = value["id"]?.text, let due = value["due_at"]?.timestamp else { return nil }
        self.init(
            id: id, dueAt: due, skill: value["skill"]?.text ?? "", name: value["name"]?.text ?? "",
            customer: value["customer"]?.text, conversation: value["conversation"]?.text,
            data: value["data"] ?? .null, depth: Int(value["depth"]?.int ?? 0))
        budget = Int(value["budget"]?.int ?? 0)
    }
}
