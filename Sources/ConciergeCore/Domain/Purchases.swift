/// What a customer bought, summed up.
public struct Purchases: Sendable, Hashable {
    /// How far back `amount` looks.
    public static let window: Duration = .seconds(365 * 86_400)

    public var paidOrders = 0
    /// Of the orders paid within the window; orders without an amount count nothing.
    public var amount: Double = 0
    public var last: Order?
    /// What was ever paid for, the latest first.
    public var products: [String] = []

    public init(_ orders: [Order], at now: Timestamp) {
        let paid = orders.filter(\.isPaid).sorted { ($0.paidAt ?? now, $0.id) > ($1.paidAt ?? now, $1.id) }
        paidOrders = paid.count
        last = paid.first
        let start = now.adding(.zero - Self.window)
        for order in paid {
            if let at = order.paidAt, at > start, at <= now { amount += order.amount ?? 0 }
            if !products.contains(order.product) { products.append(order.product) }
        }
    }

    public var value: Value {
        .compact([
            "paid_orders": .int(Int64(paidOrders)), "amount_12m": .double(amount),
            "last_paid": last?.value, "products": .list(products.map(Value.text)),
        ])
    }
}

/// By what somebody may be known who is not known by his id.
public enum CustomerClue: Sendable, Hashable {
    case phone(String)
    case email(String)
    case order(String)
}

/// How much of a product was sold.
public struct Sales: Sendable, Hashable {
    public var product: String
    public var units: Int64

    public init(product: String, units: Int64) {
        self.product = product
        self.units = units
    }
}

extension Order {
    /// What can become of an order; a house may name more.
    public static let statuses = [
        "new", "pending", "confirmed", "paid", "processing", "producing", "shipped", "delivered", "completed",
        "cancelled", "refunded", "returned",
    ]

    /// What was given back was not sold.
    static let voided: Set<String> = ["cancelled", "canceled", "refunded", "returned"]

    /// What skills hear of an order that is paid; the data is the order.
    public static let paidEvent = "order.paid"
    /// And of one that was paid, and is cancelled, refunded or returned.
    public static let reversedEvent = "order.reversed"

    /// What skills hear of the change from `before`.
    public func event(after before: Order?) -> String? {
        let wasPaid = before?.isPaid == true
        if isPaid == wasPaid { return nil }
        return isPaid ? Self.paidEvent : Self.reversedEvent
    }

    /// Whether the status says so, which does not tell when.
    public var saysPaid: Bool { status.lowercased() == "paid" }

    public var isPaid: Bool { paidAt != nil && !Self.voided.contains(status.lowercased()) }
}

extension CustomerClue {
    /// Whether two spellings are one number: `+86 138 0013 8000` and `13800138000`.
    public static func isSamePhone(_ a: String, _ b: String) -> Bool {
        let (a, b) = (digits(a), digits(b))
        let (short, long) = a.count < b.count ? (a, b) : (b, a)
        // At most an area or country code stands before it.
        return short.count >= 7 && long.count - short.count <= 4 && long.hasSuffix(short)
    }

    private static func digits(_ text: String) -> String {
        var digits = text.filter { $0.isASCII && $0.isNumber }
        // `0086` is `+86`, and `0` before an area code is dropped behind one.
        while digits.hasPrefix("0") { digits.removeFirst() }
        return digits
    }
}
