/// A person or company that talks to us; belongs to the host, not to a skill.
public struct Customer: Sendable, Hashable {
    public var id: String
    public var name: String?
    public var phone: String?
    public var email: String?
    public var company: String?
    public var industry: String?
    public var tier: String?
    public var locale: String?
    public var attributes: [String: Value] = [:]
    public var createdAt: Timestamp
    public var updatedAt: Timestamp
    /// Grows with each change; 0 while it was never stored.
    public var version: Int64 = 0

    public init(id: String, createdAt: Timestamp) {
        self.id = id
        self.createdAt = createdAt
        updatedAt = createdAt
    }
}

/// Which customer an account on a channel belongs to.
public struct Identity: Sendable, Hashable {
    public var channel: String
    public var account: String
    public var external: String
    public var customer: String

    public init(channel: String, account: String, external: String, customer: String) {
        self.channel = channel
        self.account = account
        self.external = external
        self.customer = customer
    }

    /// Without whose it is: whoever asks named the customer.
    public var value: Value {
        ["channel": .text(channel), "account": .text(account), "external": .text(external)]
    }
}

/// Something a customer bought or means to buy.
public struct Order: Sendable, Hashable {
    public var id: String
    public var customer: String
    public var product: String
    public var quantity: Int64
    public var amount: Double?
    public var status: String
    public var paidAt: Timestamp?
    public var shippedAt: Timestamp?
    public var tracking: String?
    public var createdAt: Timestamp
    public var updatedAt: Timestamp

    public init(
        id: String, customer: String, product: String, quantity: Int64, status: String, createdAt: Timestamp
    ) {
        self.id = id
        self.customer = customer
        self.product = product
        self.quantity = quantity
        self.status = status
        self.createdAt = createdAt
        updatedAt = createdAt
    }
}

extension Customer {
    /// What people and skills may set, in the order they are shown.
    public static let textFields = ["name", "phone", "email", "company", "industry", "tier", "locale"]

    public var value: Value {
        .compact([
            "id": .text(id), "name": name.map(Value.text), "phone": phone.map(Value.text),
            "email": email.map(Value.text), "company": company.map(Value.text),
            "industry": industry.map(Value.text), "tier": tier.map(Value.text),
            "locale": locale.map(Value.text), "attributes": .map(attributes),
            "created_at": .timestamp(createdAt), "updated_at": .timestamp(updatedAt),
            "version": .int(version),
        ])
    }
}

extension Order {
    public var value: Value {
        .compact([
            "id": .text(id), "customer": .text(customer), "product": .text(product),
            "quantity": .int(quantity),
            "amount": amount.map(Value.double), "status": .text(status),
            "paid_at": paidAt.map(Value.timestamp),
            "shipped_at": shippedAt.map(Value.timestamp), "tracking": tracking.map(Value.text),
            "created_at": .timestamp(createdAt), "updated_at": .timestamp(updatedAt),
        ])
    }
}
