internal import SkillKit

/// What of a product matters to an offer.
public struct Product: Sendable, Hashable {
    public var id: String
    public var name: String
    public var price: Double?
    public var category: String?
    public var description: String?
    public var related: [String]
    public var industries: [String]
    public var isOnSale: Bool

    public init(
        id: String, name: String, price: Double? = nil, category: String? = nil, related: [String] = [],
        industries: [String] = [], isOnSale: Bool = true
    ) {
        (self.id, self.name, self.price, self.category) = (id, name, price, category)
        (self.related, self.industries, self.isOnSale) = (related, industries, isOnSale)
    }

    /// Of the catalogue; what does not say that it is off sale is on sale.
    init?(_ record: Record?) {
        guard let record, !record.id.isEmpty else { return nil }
        id = record.id
        name = record["name"]?.text ?? record.id
        price = record["price"]?.double
        category = record["category"]?.text
        description = record["description"]?.text
        related = record["related_products"].flatMap { [String]($0) } ?? []
        industries = record["industries"].flatMap { [String]($0) } ?? []
        isOnSale = record["on_sale"]?.bool ?? true
    }
}

/// Where products are looked for.
public protocol Shelf {
    func product(_ id: String) throws -> Product?
    /// The product that is called exactly so.
    func namesake(_ name: String) throws -> Product?
    func products(in category: String, limit: Int) throws -> [Product]
    /// Made for an industry, whether anybody there bought them or not.
    func products(for industry: String, limit: Int) throws -> [Product]
    /// The best sold first; of every industry when none is named.
    func popular(in industry: String?, limit: Int) throws -> [Product]
    /// Whatever there is, in the shop's order.
    func onSale(limit: Int) throws -> [Product]
}
