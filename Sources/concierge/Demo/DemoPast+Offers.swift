import ConciergeCore
import Knowledge

extension DemoPast {
    /// Some of what goes with an earlier order was bought because it was offered; most offers come to nothing.
    func offers(to customer: DemoCustomer, _ dice: inout Dice) -> [Document] {
        var documents: [Document] = []
        for (index, order) in customer.orders.enumerated().dropFirst() {
            guard let paid = order.paidAt, order.counts,
                let before = customer.orders[..<index].last(where: { goesWith($0.product, order.product) }),
                dice.percent(past.offers.before)
            else { continue }
            let at = max(
                moment(-dice.pick(past.offers.beforeDays), after: paid, &dice),
                (before.paidAt ?? paid).adding(.hours(1)))
            var offer = self.offer(after: before.product, with: order.product, at: at)
            offer["status"] = "accepted"
            offer["about"] = .text(order.product)
            offer["bought"] = [.text(order.product)]
            offer["revenue"] = .double(Double(order.cents) / 100)
            offer["answered_at"] = .timestamp(paid)
            documents.append(
                document("offers", "O-\(order.id)", of: customer.person, at: at, until: paid, offer))
        }
        return documents + vain(customer, &dice)
    }

    private func vain(_ customer: DemoCustomer, _ dice: inout Dice) -> [Document] {
        (0..<dice.pick(past.offers.others)).compactMap { number in
            guard let order = customer.orders.isEmpty ? nil : dice.pick(customer.orders),
                let paid = order.paidAt, let product = shop.products[order.product]?.related.first
            else { return nil }
            let at = moment(dice.pick(past.offers.otherDays), after: paid, &dice)
            guard at < shop.today else { return nil }
            let end = at.adding(.days(past.offers.days))
            let outcome = dice.pick(past.outcomes.map(\.name), by: past.outcomes.map(\.share))
            let isOver = outcome != "expired" || end < shop.today
            let answered =
                outcome == "expired"
                ? min(end, shop.today) : at.adding(.minutes(dice.pick(past.offers.minutes)))
            var offer = self.offer(after: order.product, with: product, at: at)
            offer["status"] = .text(isOver ? outcome : "made")
            if isOver { offer["answered_at"] = .timestamp(answered) }
            if ["asked", "clicked"].contains(outcome) { offer["about"] = .text(product) }
            return document(
                "offers", "O-\(customer.person.id)-\(number)", of: customer.person, at: at,
                until: isOver ? answered : at, offer)
        }
    }

    private func goesWith(_ first: String, _ second: String) -> Bool {
        shop.products[first]?.related.contains(second) ?? false
    }

    private func offer(after last: String, with product: String, at: Timestamp) -> [String: Value?] {
        let related = (shop.products[last]?.related ?? []).filter { $0 != product }
        let products = [product] + related.prefix(1)
        let name = shop.products[last]?.name.localized("zh") ?? last
        let reason = Value.text(past.offers.reason.replacing("{product}", with: name))
        return [
            "products": .list(products.map(Value.text)), "topic": .text(name), "trigger": "topic",
            "source": "related",
            "reasons": .map(Dictionary(products.map { ($0, reason) }) { first, _ in first }),
            "revenue": 0.0, "made_at": .timestamp(at),
        ]
    }
}
