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
            var lead = self.lead(customer, order.product, order.quantity, for: "won", at: at, &dice)
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
        let at = moment(-dice.pick(past.leads.lostDays), after: shop.today, &dice)
        let end = moment(dice.pick(past.leads.lostAfter), after: at, &dice)
        var lead = self.lead(customer, product, dice.pick(past.leads.lostPieces), for: "lost", at: at, &dice)
        lead["lost_reason"] = (customer.person.said(past.reasons)).map { .text(dice.pick($0)) }
        return document(
            "leads", "L-\(customer.person.id)-\(number + 1)", of: customer.person, at: at, until: end, lead)
    }

    private func open(_ customer: DemoCustomer, _ dice: inout Dice) -> [Document] {
        guard dice.percent(past.leads.open), let product = wanted(customer, &dice) else { return [] }
        let at = moment(-dice.pick(past.leads.openDays), after: shop.today, &dice)
        let status = dice.pick(past.leads.openStates)
        let lead = self.lead(customer, product, dice.pick(past.leads.openPieces), for: status, at: at, &dice)
        let last = lead["last_active_at"]??.timestamp
        return [
            document("leads", "L-\(customer.person.id)-open", of: customer.person, at: at, until: last, lead)
        ]
    }

    private func wanted(_ customer: DemoCustomer, _ dice: inout Dice) -> String? {
        let shelf = shop.shelves[customer.person.industry] ?? []
        return shelf.isEmpty ? nil : dice.pick(shelf).id
    }

    private func lead(
        _ customer: DemoCustomer, _ id: String, _ quantity: Int, for outcome: String, at: Timestamp,
        _ dice: inout Dice
    ) -> [String: Value?] {
        let person = customer.person
        let talk = dice.pick(past.talks.filter { $0.outcomes.contains(outcome) })
        let said = DemoTalk(talk, with: person, of: product(id, for: person), quantity, at: at)
        let points = min(past.score.cap, said.marks.reduce(0) { $0 + (past.signals[$1.signal] ?? 0) })
        return [
            "user_id": .text(person.id), "status": .text(outcome), "points": .int(Int64(points)),
            "intent_score": .double(Double(points) / 100), "is_hot": .bool(points >= past.score.hot),
            "breakdown": .list(said.marks.map { mark($0.signal, $0.message) }),
            "assigned_to": (shop.stock.industry(person.industry)?.seller).map(Value.text),
            "industry": .text(person.industry), "company": .text(person.company),
            "purchase_scale": said.scale.map(Value.text), "products": [.text(id)],
            "order_amount": .double((shop.products[id]?.price ?? 0) * Double(quantity)),
            "conversation_summary": .text(said.quotes.joined(separator: " / ")),
            "quotes": .list(said.quotes.map(Value.text)),
            "last_active_at": .timestamp(said.messages.last?.at ?? at),
        ]
    }

    private func mark(_ signal: String, _ message: DemoTalk.Message) -> Value {
        [
            "signal": .text(signal), "points": .int(Int64(past.signals[signal] ?? 0)),
            "message": .text(message.text), "at": .timestamp(message.at),
        ]
    }
}
