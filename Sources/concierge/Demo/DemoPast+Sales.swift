import ConciergeCore
import Knowledge

extension DemoPast {
    /// Where orders came from, what came to nothing, and what is talked about now.
    func leads(of customer: DemoCustomer, _ dice: inout Dice) -> [Document] {
        var documents: [Document] = []
        for order in customer.orders {
            guard let paid = order.paidAt, order.counts, order.cents >= past.leads.from * 100,
                dice.percent(past.leads.before)
            else { continue }
            let at = moment(-dice.pick(past.leads.days), after: paid, &dice)
            var lead = self.lead(customer, order.product, order.quantity, 60 + 5 * dice.below(9), at: at)
            lead["status"] = "won"
            lead["order"] = .text(order.id)
            lead["revenue"] = .double(Double(order.cents) / 100)
            lead["won_at"] = .timestamp(paid)
            documents.append(
                document("leads", "L-\(order.id)", of: customer.person, at: at, until: paid, lead))
        }
        return documents + lost(customer, &dice) + open(customer, &dice)
    }

    private func lost(_ customer: DemoCustomer, _ dice: inout Dice) -> [Document] {
        (0..<dice.pick(past.leads.lost)).compactMap { self.lost($0, customer, &dice) }
    }

    private func lost(_ number: Int, _ customer: DemoCustomer, _ dice: inout Dice) -> Document? {
        guard let product = wanted(customer, &dice) else { return nil }
        let at = moment(-30 - dice.below(300), after: shop.today, &dice)
        let end = moment(10 + dice.below(15), after: at, &dice)
        var lead = self.lead(customer, product, 1 + dice.below(5), 35 + 5 * dice.below(6), at: at)
        lead["status"] = "lost"
        lead["lost_reason"] = (customer.person.said(past.reasons)).map { .text(dice.pick($0)) }
        return document(
            "leads", "L-\(customer.person.id)-\(number + 1)", of: customer.person, at: at, until: end, lead)
    }

    private func open(_ customer: DemoCustomer, _ dice: inout Dice) -> [Document] {
        guard dice.percent(past.leads.open), let product = wanted(customer, &dice) else { return [] }
        let at = moment(-1 - dice.below(20), after: shop.today, &dice)
        var lead = self.lead(customer, product, 1 + dice.below(8), 35 + 5 * dice.below(13), at: at)
        lead["status"] = .text(dice.pick(["new", "new", "contacted", "qualified"]))
        return [document("leads", "L-\(customer.person.id)-open", of: customer.person, at: at, lead)]
    }

    private func wanted(_ customer: DemoCustomer, _ dice: inout Dice) -> String? {
        let shelf = shop.shelves[customer.person.industry] ?? []
        return shelf.isEmpty ? nil : dice.pick(shelf).id
    }

    private func lead(
        _ customer: DemoCustomer, _ id: String, _ quantity: Int, _ points: Int, at: Timestamp
    ) -> [String: Value?] {
        let person = customer.person
        let text = (person.said(past.asks) ?? "").replacing("{product}", with: product(id, for: person))
        let rest = points - past.marks.reduce(0) { $0 + $1.points }
        let marks = past.marks + (rest > 0 ? [(past.rest, rest)] : [])
        return [
            "user_id": .text(person.id), "points": .int(Int64(points)),
            "intent_score": .double(Double(points) / 100), "is_hot": .bool(points >= 80),
            "breakdown": .list(
                marks.map {
                    [
                        "signal": .text($0.signal), "points": .int(Int64($0.points)), "message": .text(text),
                        "at": .timestamp(at),
                    ]
                }),
            "assigned_to": (shop.stock.industry(person.industry)?.seller).map(Value.text),
            "industry": .text(person.industry), "company": .text(person.company),
            "purchase_scale": .text("\(quantity)台"), "products": [.text(id)],
            "order_amount": .double((shop.products[id]?.price ?? 0) * Double(quantity)),
            "conversation_summary": .text(text), "quotes": [.text(text)], "last_active_at": .timestamp(at),
        ]
    }

    /// Some of what goes with an earlier order was bought because it was offered; most offers come to nothing.
    func offers(to customer: DemoCustomer, _ dice: inout Dice) -> [Document] {
        var documents: [Document] = []
        for (index, order) in customer.orders.enumerated().dropFirst() {
            guard let paid = order.paidAt, order.counts,
                let before = customer.orders[..<index].last(where: { goesWith($0.product, order.product) }),
                dice.percent(past.offers.before)
            else { continue }
            let at = max(
                moment(-1 - dice.below(9), after: paid, &dice), (before.paidAt ?? paid).adding(.hours(1)))
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
            let at = moment(3 + dice.below(60), after: paid, &dice)
            guard at < shop.today else { return nil }
            let end = at.adding(.days(past.offers.days))
            let outcome = dice.pick(past.outcomes.map(\.name), by: past.outcomes.map(\.share))
            let isOver = outcome != "expired" || end < shop.today
            let answered =
                outcome == "expired" ? min(end, shop.today) : at.adding(.minutes(2 + dice.below(30)))
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
