import ConciergeCore

/// The clients whom staff look after, entered as staff would: through the skill, which reviews each at once.
struct DemoClients: Sendable {
    static let skill = "client-management"

    let shop: DemoShop

    typealias Request = (action: String, input: Value)

    /// Each with what is asked of the skill for him, as many as are looked after.
    func all(among count: Int) -> [(id: String, requests: [Request])] {
        let found = (0..<count).lazy.map { number in
            let customer = shop.customer(number)
            return (id: customer.person.id, requests: requests(for: customer, number: number))
        }
        return Array(found.filter { !$0.requests.isEmpty }.prefix(past.most))
    }

    /// What is asked of the skill for a customer, one after the other; nothing for whom nobody looks after.
    func requests(for customer: DemoCustomer, number: Int) -> [Request] {
        let known = shop.stock.known.indices.contains(number) ? shop.stock.known[number] : nil
        let isMeant =
            known.map { !$0.orders.isEmpty } ?? shop.stock.past.clients.tiers.contains(customer.tier)
        guard isMeant, let first = customer.orders.compactMap(\.paidAt).min() else { return [] }
        var entries = known?.client.map ?? [:]
        let renewal =
            entries.removeValue(forKey: "renewal_in")?.int.map { day(Int($0)) } ?? renewal(after: first)
        entries["renewal_at"] = .text(renewal)
        entries["owner"] = (shop.stock.industry(customer.person.industry)?.seller).map(Value.text)
        usual(known == nil, customer.person, number, &entries)
        let promises = (known?.promises ?? usualPromise(customer.person, number)).map { promise in
            (
                "commit",
                [
                    "what": .text(promise.word("what")), "due": .text(day(promise.number("due_in"))),
                    "who": entries["owner"] ?? "",
                ] as Value
            )
        }
        return promises + [("set", .map(entries))]
    }

    /// Most clients were spoken to lately; of most it is known who decides.
    private func usual(_ isMeant: Bool, _ person: DemoPerson, _ number: Int, _ entries: inout [String: Value])
    {
        var dice = Dice(seed: shop.seed &+ 104_729, number: number)
        guard isMeant else { return }
        if dice.percent(past.contacted) { entries["contacted_at"] = .text(day(-1 - dice.below(6))) }
        if dice.percent(past.decided) { entries["decision_maker"] = .text(person.name) }
    }

    private func usualPromise(_ person: DemoPerson, _ number: Int) -> [Value] {
        var dice = Dice(seed: shop.seed &+ 1_299_709, number: number)
        guard dice.percent(past.promised), let what = person.said(shop.stock.past.promise) else { return [] }
        return [["what": .text(what), "due_in": .int(Int64(2 + dice.below(25)))]]
    }

    private var past: (tiers: [String], most: Int, contacted: Int, decided: Int, promised: Int) {
        shop.stock.past.clients
    }

    /// A year after the first order, or however many years it takes.
    private func renewal(after first: Timestamp) -> String {
        let days = Int((shop.today.milliseconds - first.milliseconds) / Duration.days(1).milliseconds)
        return day(365 - days % 365)
    }

    private func day(_ days: Int) -> String { DemoShop.day(of: shop.today.adding(.days(days))) }
}
