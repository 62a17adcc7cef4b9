import ConciergeCore
import Knowledge

/// What the skills would have written down of a customer in the year, from the seed and the orders alone.
struct DemoPast: Sendable {
    let shop: DemoShop
    var past: DemoStock.Past { shop.stock.past }

    static let collections = ["tickets", "surveys", "leads", "offers"].map {
        CollectionDeclaration(name: $0, fields: [:])
    }

    func documents(of customer: DemoCustomer, number: Int) -> [Document] {
        // Dice of their own: with another past the orders stay.
        var dice = Dice(seed: shop.seed &+ 7919, number: number)
        return tickets(of: customer, &dice) + leads(of: customer, &dice) + offers(to: customer, &dice)
    }

    /// A document that changed for the last time at the later of two moments.
    func document(
        _ collection: String, _ id: String, of person: DemoPerson, at: Timestamp, until: Timestamp? = nil,
        _ body: [String: Value?]
    ) -> Document {
        var document = Document(
            collection: collection, id: id, customer: person.id, body: body.compactMapValues { $0 }, at: at)
        document.updatedAt = max(at, until ?? at)
        return document
    }

    /// A minute between nine and six of the day, so many days from another moment.
    func moment(_ days: Int, after time: Timestamp, _ dice: inout Dice) -> Timestamp {
        let start = DemoShop.start(of: DemoShop.day(of: time)) ?? time
        return start.adding(.days(days)).adding(.minutes(9 * 60 + dice.below(9 * 60)))
    }

    func product(_ id: String, for person: DemoPerson) -> String {
        let name = shop.products[id]?.name
        return name?.localized(person.locale) ?? id
    }
}
