import ConciergeCore
import SQLite

extension Reader {
    func customer(_ id: String) throws -> Customer? {
        if let known = recent.customers[id] { return known }
        let found = try connection.first(Self.customerByID, id, map: Self.customer)
        if let found, found.attributes.isSmall { recent.customers.found(found, for: id, since: lastCommit) }
        return found
    }

    static var customerByID: SQL {
        """
        SELECT id, name, phone, email, company, industry, tier, locale, attributes, created_at, updated_at, version
        FROM customers WHERE id = ?
        """
    }

    func customers(_ query: Query) throws -> Page<Customer> {
        try Self.customers.page(query, on: connection, map: Self.customer)
    }

    private static var customers: Listing {
        var fields: [String: Listing.Field] = [
            "id": .init(column: "id", type: .text),
            "created_at": .init(column: "created_at", type: .timestamp),
            "updated_at": .init(column: "updated_at", type: .timestamp),
        ]
        for name in Customer.textFields {
            fields[name] = .init(column: name, type: .text, isNullable: true, isSortable: false)
        }
        return Listing(
            name: "customers", table: "customers",
            columns:
                "id, name, phone, email, company, industry, tier, locale, attributes, created_at, updated_at, version",
            fields: fields, tie: "id", defaultSort: "created_at")
    }

    static func customer(_ row: Row) throws -> Customer {
        var customer = Customer(id: row.text(0), createdAt: row.time(9))
        customer.name = row.optionalText(1)
        customer.phone = row.optionalText(2)
        customer.email = row.optionalText(3)
        customer.company = row.optionalText(4)
        customer.industry = row.optionalText(5)
        customer.tier = row.optionalText(6)
        customer.locale = row.optionalText(7)
        customer.attributes = try row.map(8)
        customer.updatedAt = row.time(10)
        customer.version = row.int(11)
        return customer
    }

    func context(customer: String) throws -> [String: Value] {
        if let known = recent.contexts[customer] { return known }
        let found =
            try connection.first("SELECT body FROM contexts WHERE customer = ?", customer) { try $0.map(0) }
            ?? [:]
        if found.isSmall { recent.contexts.found(found, for: customer, since: lastCommit) }
        return found
    }

    func identity(channel: String, account: String, external: String) throws -> Identity? {
        try connection.first(
            "SELECT customer FROM identities WHERE channel = ? AND account = ? AND external = ?",
            channel, account, external
        ) { Identity(channel: channel, account: account, external: external, customer: $0.text(0)) }
    }

    func identities(customer: String) throws -> [Identity] {
        try connection.rows(
            """
            SELECT channel, account, external FROM identities WHERE customer = ?
            ORDER BY channel, account, external
            """, customer
        ) { Identity(channel: $0.text(0), account: $0.text(1), external: $0.text(2), customer: customer) }
    }

    func orders(customer: String) throws -> [Order] {
        try connection.rows(Self.ordersOfCustomer, customer) { Self.order($0, of: customer) }
    }

    static var ordersOfCustomer: SQL {
        """
        SELECT id, product, quantity, amount, status, paid_at, shipped_at, tracking, created_at, updated_at
        FROM orders WHERE customer = ? ORDER BY created_at, id
        """
    }

    static func order(_ row: Row, of customer: String) -> Order {
        var order = Order(
            id: row.text(0), customer: customer, product: row.text(1), quantity: row.int(2),
            status: row.text(4), createdAt: row.time(8))
        order.amount = row.optionalDouble(3)
        order.paidAt = row.optionalTime(5)
        order.shippedAt = row.optionalTime(6)
        order.tracking = row.optionalText(7)
        order.updatedAt = row.time(9)
        return order
    }
}
