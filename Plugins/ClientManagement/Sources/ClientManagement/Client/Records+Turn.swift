internal import SkillKit

extension Records {
    static let read = ["tickets?", "surveys?", "leads?", "profiles?", "offers?"]
    private static let most = 100

    /// Everything about the customer of the turn: one request a collection, none about anybody else.
    init(_ turn: Turn, customer id: String, contact: Contact, _ rules: Rules) throws {
        self.init(now: turn.clock.now)
        self.contact = contact
        customer = (try turn.customers.get(id)?.fields ?? [:]).compactMapValues(\.text)
        orders = try turn.customers.orders(id).compactMap { Order($0, void: rules.voidOrders) }
        tickets = Self.newest("tickets", of: id, turn).compactMap { Ticket($0) }
        surveys = Self.newest("surveys", of: id, turn).compactMap { Survey($0) }
        leads = Self.newest("leads", of: id, turn).map { Lead($0) }
        profile = (try? turn.store.get("profiles", id))?.fields ?? [:]
        acceptedOffers = Self.newest("offers", of: id, turn)
            .filter { $0["status"]?.text == "accepted" }
            .flatMap { $0["products"].flatMap { [String]($0) } ?? [] }
    }

    /// A collection whose skill is not there is empty: this one is useful alone.
    private static func newest(_ collection: String, of customer: String, _ turn: Turn) -> [Record] {
        let page = try? turn.store.query(
            collection, where: ["customer": .text(customer)], sort: "-created_at", limit: most)
        return page?.items ?? []
    }
}
