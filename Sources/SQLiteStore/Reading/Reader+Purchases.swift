import ConciergeCore
import SQLite

extension Reader {
    func customers(knownBy clue: CustomerClue) throws -> [String] {
        switch clue {
        case .order(let id):
            try connection.rows("SELECT customer FROM orders WHERE id = ? ORDER BY customer", id) {
                $0.text(0)
            }
        case .email(let address):
            try connection.rows(
                "SELECT id FROM customers WHERE lower(email) = lower(?) AND email IS NOT NULL ORDER BY id",
                address
            ) { $0.text(0) }
        case .phone(let number): try customers(withPhone: number)
        }
    }

    private func customers(withPhone number: String) throws -> [String] {
        try connection.rows(Self.withPhoneEnd, number) { (id: $0.text(0), phone: $0.text(1)) }
            .filter { CustomerClue.isSamePhone($0.phone, number) }.map(\.id)
    }

    /// Both sides by the expression that is indexed.
    private static let withPhoneEnd = SQL(
        built: """
            SELECT id, phone FROM customers
            WHERE \(phoneEnd("phone")) = \(phoneEnd("?1")) AND phone IS NOT NULL ORDER BY id
            """)

    private static func phoneEnd(_ phone: String) -> String {
        "substr(replace(replace(replace(replace(replace(\(phone), ' ', ''), '-', ''), '(', ''), ')', ''), '.', ''), -8)"
    }

    func sales(from first: Int64, through last: Int64) throws -> [Sales] {
        if let known = recent.sales[first] { return known }
        let found = try connection.rows(
            """
            SELECT product, sum(units) FROM sales WHERE month BETWEEN ? AND ? GROUP BY product
            HAVING sum(units) > 0 ORDER BY 2 DESC, 1
            """, first, last
        ) { Sales(product: $0.text(0), units: $0.int(1)) }
        recent.sales.found(found, for: first, since: lastCommit)
        return found
    }
}
