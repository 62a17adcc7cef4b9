import ConciergeCore

// What a conversation's `customer:` may say; the host's own words for the same fields.
extension Customer {
    init(id: String, fields: [String: Value], at now: Timestamp) throws {
        self.init(id: id, createdAt: fields["created_at"]?.moment ?? now)
        for (name, value) in fields {
            switch name {
            case "id", "orders", "created_at": break
            case "name": self.name = value.text
            case "phone": phone = value.text
            case "email": email = value.text
            case "company": company = value.text
            case "industry": industry = value.text
            case "tier": tier = value.text
            case "locale": locale = value.text
            case "attributes": attributes = value.map ?? [:]
            default:
                throw Failure(
                    "customer: unknown field '\(name)'; "
                        + Spelling.mend(
                            name, known: Customer.textFields + ["id", "orders", "attributes", "created_at"],
                            otherwise: "put it into 'attributes'"))
            }
        }
    }
}

extension Agent {
    init(test value: Value) throws {
        guard let id = value["id"]?.text else {
            throw Failure("agents: one has no 'id'; every agent needs one")
        }
        self.init(
            id: id, name: value["name"]?.text ?? id,
            competences: (value["competences"]?.list ?? []).compactMap(\.text),
            capacity: value["capacity"]?.int ?? 4,
            presence: value["presence"]?.text.flatMap(Presence.init) ?? .online)
    }
}

extension Order {
    init(id: String, customer: String, fields: [String: Value], at now: Timestamp) throws {
        guard let product = fields["product"]?.text else {
            throw Failure("customer: order '\(id)': no 'product'; every order needs one")
        }
        self.init(
            id: fields["id"]?.text ?? id, customer: customer, product: product,
            quantity: fields["quantity"]?.int ?? 1, status: fields["status"]?.text ?? "paid",
            createdAt: fields["created_at"]?.moment ?? now)
        amount = fields["amount"]?.double
        paidAt = fields["paid_at"]?.moment
        shippedAt = fields["shipped_at"]?.moment
        tracking = fields["tracking"]?.text
    }
}

extension Value {
    /// A time, or its text; a day alone is its first moment in UTC.
    fileprivate var moment: Timestamp? {
        timestamp ?? text.flatMap { Timestamp($0) ?? Timestamp($0 + "T00:00:00Z") }
    }
}
