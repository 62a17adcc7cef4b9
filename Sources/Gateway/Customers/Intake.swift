import ConciergeCore

/// Makes customers, orders and agents of checked bodies; `PUT` and import share it.
struct Intake: Sendable {
    let now: Timestamp

    /// With `keepsOthers`, what the body leaves out stays as it was.
    func customer(
        _ id: String, _ body: [String: Value], before: Customer?, keepsOthers: Bool
    ) -> Customer {
        var customer = before ?? Customer(id: id, createdAt: now)
        func text(_ name: String, _ old: String?) -> String? {
            keepsOthers && body[name] == nil ? old : body[name]?.text
        }
        customer.name = text("name", customer.name)
        customer.phone = text("phone", customer.phone)
        customer.email = text("email", customer.email)
        customer.company = text("company", customer.company)
        customer.industry = text("industry", customer.industry)
        customer.tier = text("tier", customer.tier)
        customer.locale = text("locale", customer.locale)
        if let attributes = body["attributes"]?.map {
            customer.attributes = attributes
        } else if !keepsOthers {
            customer.attributes = [:]
        }
        customer.updatedAt = now
        return customer
    }

    func order(_ id: String, of customer: String, _ body: [String: Value], before: Order?) -> Order {
        var order = Order(
            id: id, customer: customer, product: body["product"]?.text ?? "",
            quantity: body["quantity"]?.int ?? 0, status: body["status"]?.text ?? "",
            createdAt: before?.createdAt ?? now)
        order.amount = body["amount"]?.double
        order.shippedAt = body["shipped_at"]?.timestamp
        // Whoever says that it is paid and not when: as it was known, else with the goods, else now.
        order.paidAt =
            body["paid_at"]?.timestamp
            ?? (order.saysPaid ? before?.paidAt ?? order.shippedAt ?? now : nil)
        order.tracking = body["tracking"]?.text
        order.updatedAt = now
        return order
    }

    func agent(_ id: String, _ body: [String: Value]) -> Agent {
        Agent(
            id: id, name: body["name"]?.text ?? id,
            competences: (body["competences"]?.list ?? []).compactMap(\.text),
            capacity: body["capacity"]?.int ?? 1,
            presence: body["presence"]?.text.flatMap(Agent.Presence.init) ?? .offline)
    }
}

extension Customer {
    /// As the store will have it: it counts the version up.
    func stored(after before: Customer?) -> Customer {
        var stored = self
        stored.version = (before?.version ?? 0) + 1
        return stored
    }
}

extension Schema {
    static let customer = Schema.object(customerFields)
    static let order = Schema.object(orderFields)
    static let agent = Schema.object(agentFields)

    private static let customerFields: [Property] =
        Customer.textFields.map { .optional($0, $0 == "locale" ? .locale : .text(0...512)) }
        + [.optional("attributes", .map)]

    private static let orderFields: [Property] = [
        .required("product", .text(1...256)), .required("quantity", .integer(0...1_000_000_000)),
        .optional("amount", .number), .required("status", .text(1...64)), .optional("paid_at", .moment),
        .optional("shipped_at", .moment), .optional("tracking", .text(0...256)),
    ]

    private static let agentFields: [Property] = [
        .required("name", .text(1...256)),
        .optional("competences", .list(of: .text(1...64), atMost: 100)),
        .optional("capacity", .integer(0...1000), "Conversations at once; 1 when left out"),
        .optional("presence", .choice(Agent.Presence.allCases.map(\.rawValue)), "'offline' when left out"),
    ]

    /// One line of an import.
    static let importedCustomer = [.required("id", .identifier)] + customerFields
    static let importedOrder =
        [.required("id", .identifier), .required("customer", .identifier)] + orderFields
    static let importedAgent = [.required("id", .identifier)] + agentFields
}
