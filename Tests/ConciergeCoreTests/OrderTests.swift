import ConciergeCore
import Testing

@Suite struct OrderTests {
    private func order(_ status: String, isPaid: Bool) -> Order {
        let now = Timestamp(milliseconds: 0)
        var order = Order(
            id: "O1", customer: "u1", product: "P001", quantity: 1, status: status, createdAt: now)
        if isPaid { order.paidAt = now }
        return order
    }

    @Test(arguments: [
        (nil, "paid", "order.paid"), ("paid", "shipped", nil), ("paid", "refunded", "order.reversed"),
        ("paid", "Returned", "order.reversed"), ("refunded", "paid", "order.paid"),
        ("refunded", "cancelled", nil), (nil, "refunded", nil),
    ])
    func `what became of an order is told once`(before: String?, status: String, event: String?) {
        let before = before.map { order($0, isPaid: true) }
        #expect(order(status, isPaid: true).event(after: before) == event)
    }

    @Test func `an order that was never paid is not reversed`() {
        #expect(order("cancelled", isPaid: false).event(after: order("pending", isPaid: false)) == nil)
    }
}
