import ConciergeCore
import Knowledge

extension DemoShop {
    func known(_ number: Int) -> DemoCustomer {
        let known = stock.known[number]
        var dice = Dice(seed: seed, number: number)
        let orders = known.orders.enumerated().compactMap { index, order in
            products[order.product].map {
                let daysAgo = weekday(order.daysAgo)
                var paid = self.order(index, of: number, $0, order.quantity, daysAgo: daysAgo, &dice)
                ship(&paid, after: $0.leadTimeDays ?? 1, daysAgo: daysAgo)
                return paid
            }
        }
        var person = known.person
        person.phone = person.locale == "en" ? "+447700900\(padded(number, 3))" : "154\(padded(number, 8))"
        return DemoCustomer(person: person, orders: orders)
    }

    func orders(
        _ number: Int, of person: DemoPerson, _ size: DemoStock.Size, _ habit: DemoStock.Habit,
        _ dice: inout Dice
    ) -> [DemoOrder] {
        let shelf = (shelves[person.industry] ?? []).filter { cost($0) <= size.affords }
        guard !shelf.isEmpty else { return [] }
        var (orders, pause) = ([DemoOrder](), 100)
        var age = habit.from - dice.below(habit.every.upperBound)
        while age >= habit.until {
            let product = next(after: orders, shelf, &dice)
            let usual = dice.pick(band(of: product).quantity) * size.quantity / 100
            let working = weekday(age)
            if working >= habit.until {
                var order = order(orders.count, of: number, product, max(1, usual), daysAgo: working, &dice)
                settle(&order, after: product.leadTimeDays ?? 1, daysAgo: working, &dice)
                orders.append(order)
            }
            age = working - max(1, dice.pick(habit.every) * pause / season(daysAgo: working))
            pause += pause * habit.slows / 100
        }
        return orders
    }

    /// Something that goes with an earlier order, the same supplies again, or something new.
    private func next(after orders: [DemoOrder], _ shelf: [Product], _ dice: inout Dice) -> Product {
        let roll = dice.below(100)
        if !orders.isEmpty, let earlier = products[dice.pick(orders).product] {
            let related = earlier.related.compactMap { id in shelf.first { $0.id == id } }
            if roll < stock.related, !related.isEmpty { return dice.pick(related) }
            if roll < stock.related + stock.again, cost(earlier) < stock.suppliesBelow { return earlier }
        }
        return dice.pick(shelf, by: shelf.map { band(of: $0).share })
    }

    private func order(
        _ index: Int, of number: Int, _ product: Product, _ quantity: Int, daysAgo: Int, _ dice: inout Dice
    ) -> DemoOrder {
        // Offices are open from nine to six in Shanghai; 'today' begins there.
        let placed = today.adding(.days(-daysAgo)).adding(.minutes(9 * 60 + dice.below(9 * 60)))
        let percent = 100 - (stock.discounts.last { quantity >= $0.from }?.percent ?? 0)
        let name = "\(Self.day(of: placed).filter { $0 != "-" })-\(padded(number, 4))-\(index + 1)"
        return DemoOrder(
            id: "SO" + name, product: product.id, quantity: quantity,
            cents: cost(product) * quantity * percent, status: "paid", paidAt: placed)
    }

    /// Most are paid and leave when they are ready; a few come to nothing.
    private func settle(_ order: inout DemoOrder, after days: Int, daysAgo: Int, _ dice: inout Dice) {
        switch dice.below(100) {
        case 0..<2: (order.status, order.paidAt) = ("cancelled", nil)
        case 2..<3: order.status = "refunded"
        case 3..<12 where daysAgo < 4: (order.status, order.paidAt) = ("pending", nil)
        default: ship(&order, after: days, daysAgo: daysAgo)
        }
    }

    private func ship(_ order: inout DemoOrder, after days: Int, daysAgo: Int) {
        guard let paid = order.paidAt, daysAgo > days else { return }
        order.shippedAt = paid.adding(.days(days))
        order.status = daysAgo - days > 5 ? "delivered" : "shipped"
        order.tracking = "DEMO" + order.id.dropFirst(2)
    }

    private func cost(_ product: Product) -> Int { Int(product.price ?? 0) }

    private func band(of product: Product) -> DemoStock.Band {
        stock.bands.first { cost(product) < $0.below } ?? stock.bands[stock.bands.count - 1]
    }

    /// Nobody orders at a weekend; they do in the middle of the next week.
    private func weekday(_ daysAgo: Int) -> Int {
        // 1970-01-01 was a Thursday.
        let days = Int(today.adding(Self.east).milliseconds / Duration.days(1).milliseconds) - daysAgo
        return [0, 6].contains((days + 4) % 7) ? daysAgo - 3 : daysAgo
    }

    private func season(daysAgo: Int) -> Int {
        let month = Self.day(of: today.adding(.days(-daysAgo))).dropFirst(5).prefix(2)
        return max(1, stock.season[((Int(month) ?? 1) + 11) % 12])
    }
}
