import ConciergeCore

/// Who somebody is.
struct DemoPerson: Sendable, Equatable {
    var id: String
    var name: String
    var company: String
    var phone = ""
    var email = ""
    var industry = ""
    var locale = "zh-CN"
    var region = ""
    var city = ""
    var role = ""
    var employees = 0
}

/// Something that was ordered; money is in hundredths, so that sums are exact.
struct DemoOrder: Sendable, Equatable {
    var id: String
    var product: String
    var quantity: Int
    var cents: Int
    var status: String
    var paidAt: Timestamp?
    var shippedAt: Timestamp?
    var tracking = ""

    var counts: Bool { paidAt != nil && status != "refunded" }
}

/// A customer with all that was ordered in a year.
struct DemoCustomer: Sendable, Equatable {
    var person: DemoPerson
    var orders: [DemoOrder] = []

    /// Follows from what was paid for in twelve months, as the answer 'price-tier' says.
    var tier: String {
        switch orders.filter(\.counts).reduce(0, { $0 + $1.cents }) {
        case 50_000_000...: "VIP"
        case 20_000_000...: "gold"
        case 5_000_000...: "silver"
        default: "standard"
        }
    }
}

// As lines of a table; what is empty is not known.
extension DemoCustomer {
    static let columns = [
        "id", "name", "company", "phone", "email", "industry", "tier", "locale", "attributes.region",
        "attributes.city", "attributes.role", "attributes.employees",
    ]

    var line: [String] {
        [
            person.id, person.name, person.company, person.phone, person.email, person.industry, tier,
            person.locale, person.region, person.city, person.role, String(person.employees),
        ]
    }
}

extension DemoOrder {
    static let columns = [
        "customer", "id", "product", "quantity", "amount", "status", "paid_at", "shipped_at", "tracking",
    ]

    func line(of customer: String) -> [String] {
        [
            customer, id, product, String(quantity), amount, status, paidAt?.description ?? "",
            shippedAt?.description ?? "", tracking,
        ]
    }

    private var amount: String {
        let (whole, rest) = cents.quotientAndRemainder(dividingBy: 100)
        return rest == 0 ? "\(whole)" : "\(whole).\(padded(rest, 2))"
    }
}

/// A number with noughts before it.
func padded(_ number: Int, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}
