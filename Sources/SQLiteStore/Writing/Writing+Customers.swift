import ConciergeCore
import SQLite

extension Writing {
    func put(_ customer: Customer, expecting version: Int64?) throws {
        switch version {
        case nil: break
        case 0:
            guard try !exists(customer: customer.id) else {
                throw Conflict("customer '\(customer.id)' exists already")
            }
        case let version?:
            let stored = try connection.first("SELECT version FROM customers WHERE id = ?", customer.id) {
                $0.int(0)
            }
            guard stored == version else { throw Conflict("customer '\(customer.id)' was changed meanwhile") }
        }
        try connection.run(Self.putCustomer, values(of: customer))
    }

    func require(customer: String) throws {
        guard try exists(customer: customer) else { throw Conflict("customer '\(customer)' is not there") }
    }

    private func exists(customer: String) throws -> Bool {
        if before?.customers[customer] != nil { return true }
        return try connection.first("SELECT 1 FROM customers WHERE id = ?", customer) { _ in true } ?? false
    }

    private static var putCustomer: SQL {
        """
        INSERT INTO customers (id, name, phone, email, company, industry, tier, locale, attributes,
            created_at, updated_at, version)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, phone = excluded.phone, email = excluded.email,
            company = excluded.company, industry = excluded.industry, tier = excluded.tier,
            locale = excluded.locale, attributes = excluded.attributes, updated_at = excluded.updated_at,
            version = version + 1
        """
    }

    private func values(of customer: Customer) -> [any Bindable] {
        [
            customer.id, customer.name, customer.phone, customer.email, customer.company, customer.industry,
            customer.tier, customer.locale, StoredJSON.encode(customer.attributes),
            customer.createdAt.milliseconds,
            customer.updatedAt.milliseconds,
        ]
    }

    func keep(_ context: [String: Value], customer: String) throws {
        guard !context.isEmpty else {
            try connection.run("DELETE FROM contexts WHERE customer = ?", customer)
            return
        }
        try connection.run(
            """
            INSERT INTO contexts (customer, body) VALUES (?, ?)
            ON CONFLICT (customer) DO UPDATE SET body = excluded.body
            """, customer, StoredJSON.encode(context))
    }

    func put(_ identity: Identity) throws {
        try connection.run(
            """
            INSERT INTO identities (channel, account, external, customer) VALUES (?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET customer = excluded.customer
            """, identity.channel, identity.account, identity.external, identity.customer)
    }

    func put(_ order: Order) throws {
        try connection.run(
            """
            INSERT INTO orders (customer, id, product, quantity, amount, status, paid_at, shipped_at, tracking,
                created_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET product = excluded.product, quantity = excluded.quantity,
                amount = excluded.amount, status = excluded.status, paid_at = excluded.paid_at,
                shipped_at = excluded.shipped_at, tracking = excluded.tracking, updated_at = excluded.updated_at
            """,
            order.customer, order.id, order.product, order.quantity, order.amount, order.status,
            order.paidAt?.milliseconds,
            order.shippedAt?.milliseconds, order.tracking, order.createdAt.milliseconds,
            order.updatedAt.milliseconds)
    }

    func put(_ agent: Agent) throws {
        try connection.run(
            """
            INSERT INTO agents (id, name, competences, capacity, presence) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET name = excluded.name, competences = excluded.competences,
                capacity = excluded.capacity, presence = excluded.presence
            """, agent.id, agent.name, StoredJSON.encode(agent.competences), agent.capacity,
            agent.presence.rawValue)
    }

    func put(_ token: AccessToken) throws {
        try connection.run(
            """
            INSERT INTO tokens (id, name, scope, hash, created_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET name = excluded.name, scope = excluded.scope, hash = excluded.hash
            """, token.id, token.name, token.scope.rawValue, token.hash, token.createdAt.milliseconds)
    }
}
