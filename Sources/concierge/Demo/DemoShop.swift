import ConciergeCore
import Knowledge

/// Makes the demo's customers, each from the seed and a number alone: any of a million without the others.
struct DemoShop: Sendable {
    let stock: DemoStock
    let products: [String: Product]
    /// What each industry buys, in the catalogue's order.
    let shelves: [String: [Product]]
    let seed: Int
    /// The first moment of today where the shop is; no order is younger.
    let today: Timestamp

    init(stock: DemoStock, catalogue: [Product], seed: Int, today: Timestamp) {
        (self.stock, self.seed, self.today) = (stock, seed, today)
        products = Dictionary(catalogue.map { ($0.id, $0) }) { first, _ in first }
        let sold = catalogue.filter(\.isOnSale)
        shelves = Dictionary(
            stock.industries.map { industry in
                (industry.name, sold.filter { $0.industries.contains(industry.name) })
            }
        ) { first, _ in first }
    }

    func customer(_ number: Int) -> DemoCustomer {
        if stock.known.indices.contains(number) { return known(number) }
        var dice = Dice(seed: seed, number: number)
        let size = dice.pick(stock.sizes)
        var customer = DemoCustomer(
            person: dice.percent(stock.abroad.share) ? foreigner(number, &dice) : local(number, &dice))
        customer.person.employees = dice.pick(size.employees)
        customer.orders = orders(number, of: customer.person, size, dice.pick(stock.habits), &dice)
        return customer
    }

    private func local(_ number: Int, _ dice: inout Dice) -> DemoPerson {
        let industry = dice.pick(stock.industries)
        let region = dice.pick(stock.regions)
        let city = dice.pick(region.cities)
        let (surname, given) = (dice.pick(stock.surnames), dice.pick(stock.given))
        let stems = stems(number)
        var person = DemoPerson(
            id: "c\(padded(number, 6))", name: surname.text + given.text,
            company: city + stems.text + dice.pick(industry.words) + dice.pick(stock.suffixes))
        person.phone = "154\(padded(number, 8))"
        person.email = "\(surname.latin).\(given.latin)@\(stems.latin)-\(industry.latin).example"
        (person.industry, person.region, person.city) = (industry.name, region.name, city)
        person.role = dice.pick(stock.roles)
        return person
    }

    private func foreigner(_ number: Int, _ dice: inout Dice) -> DemoPerson {
        let (industry, city) = (dice.pick(stock.industries), dice.pick(stock.abroad.cities))
        let (given, surname) = (dice.pick(stock.abroad.given), dice.pick(stock.abroad.surnames))
        let stem = stems(number).latin
        var person = DemoPerson(
            id: "c\(padded(number, 6))", name: "\(given) \(surname)",
            company:
                "\(city) \(stem.prefix(1).uppercased() + stem.dropFirst()) \(industry.english) \(dice.pick(stock.abroad.suffixes))"
        )
        // A thousand numbers are reserved: nobody has another's.
        if number < 1000 { person.phone = "+447700900\(padded(number, 3))" }
        person.email = "\(given.lowercased()).\(surname.lowercased())@\(stem)-\(industry.latin).example"
        (person.industry, person.region, person.city) = (industry.name, stock.abroad.region, city)
        (person.role, person.locale) = (dice.pick(stock.abroad.roles), "en")
        return person
    }

    /// Two characters of a company's name, which nobody before has in this order, as long as there are enough.
    private func stems(_ number: Int) -> DemoStock.Word {
        let count = stock.stems.count
        let (first, step) = (number % count, 1 + number / count)
        let (a, b) = (stock.stems[first], stock.stems[(first + step) % count])
        return DemoStock.Word(text: a.text + b.text, latin: a.latin + b.latin)
    }
}
