import ConciergeCore
import Engine

/// What this house calls its tiers, its products, and what becomes of an order: records say nothing else.
///
/// What a record said before may stay, so that a product that is gone closes nobody's order.
struct Vocabulary: Sendable {
    let engine: Engine
    let names: @Sendable (Format) -> [String]

    /// The customer with the tier as the house spells it.
    func settle(_ customer: Customer, before: Customer?) throws(Refusal) -> Customer {
        var settled = customer
        settled.tier = try tier(customer.tier, before: before?.tier, at: "tier")
        return settled
    }

    /// The document with its tiers as the house spells them.
    func settle(
        _ document: Document, before: Document?, in collection: CollectionDeclaration
    ) throws(Refusal) -> Document {
        var settled = document
        for (name, field) in collection.fields where field.isTier {
            guard let text = document.body[name]?.text else { continue }
            settled.body[name] = try tier(text, before: before?.body[name]?.text, at: name).map(Value.text)
        }
        return settled
    }

    /// Anything, where no skill that runs names tiers.
    private func tier(_ tier: String?, before: String?, at field: String) throws(Refusal) -> String? {
        let known = names(.tier)
        guard let tier, !tier.isEmpty, tier != before, !known.isEmpty else { return tier }
        guard let same = known.first(where: { $0.lowercased() == tier.lowercased() }) else {
            throw .invalid([Self.stranger(field, "tier", tier, "no tier of this house", known)])
        }
        return same
    }

    /// Refuses an order that another customer has, or that says what this house does not know.
    func check(_ order: Order, before: Order?, _ reader: any StoreReader) throws {
        try refuseTaken(order, before, reader)
        let problems = [
            order.status == before?.status ? nil : problem(ofStatus: order.status),
            order.product == before?.product ? nil : problem(ofProduct: order.product),
            problem(ofAmount: order.amount ?? 0),
        ].compactMap(\.self)
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
    }

    private func refuseTaken(_ order: Order, _ before: Order?, _ reader: any StoreReader) throws {
        guard before == nil,
            let owner = try reader.customers(knownBy: .order(order.id)).first(where: { $0 != order.customer })
        else { return }
        throw Refusal(
            409, "order_taken",
            "order '\(order.id)': customer '\(owner)' has it; give this one another id, or merge the two customers"
        )
    }

    private func problem(ofStatus status: String) -> FieldProblem? {
        let known = Order.statuses + names(.orderStatus).filter { !Order.statuses.contains($0) }
        return known.contains(status)
            ? nil : Self.stranger("status", "status", status, "no status of an order", known)
    }

    private func problem(ofAmount amount: Double) -> FieldProblem? {
        guard amount < 0 else { return nil }
        return FieldProblem(
            pointer: "/amount", code: "out_of_range",
            detail: "is below 0; write what was asked for it, and the status 'refunded' for money given back")
    }

    /// Nil also where nothing is sold by a catalogue.
    private func problem(ofProduct id: String) -> FieldProblem? {
        let locale = engine.pipeline.settings.locale
        var query = ProductQuery()
        query.limit = 1
        guard let knowledge = engine.knowledge, knowledge.product(id, locale: locale) == nil,
            knowledge.products(query, locale: locale)?.items.isEmpty == false
        else { return nil }
        let meant = knowledge.products(named: id, limit: 1, locale: locale).first?["id"]?.text
        let mend =
            meant.map { "did you mean '\($0)'?" } ?? "import the products first, or write the id of one"
        return FieldProblem(
            pointer: "/product", code: "unknown_product",
            detail: "is '\(id.prefix(64))', no product of the catalogue; \(mend)")
    }

    private static func stranger(
        _ field: String, _ kind: String, _ name: String, _ what: String, _ known: [String]
    ) -> FieldProblem {
        let mend = Spelling.mend(name, known: known, otherwise: "known are \(Spelling.listed(known))")
        return FieldProblem(
            pointer: "/\(field.pointerPart)", code: "unknown_\(kind)",
            detail: "is '\(name.prefix(64))', \(what); \(mend)")
    }
}
