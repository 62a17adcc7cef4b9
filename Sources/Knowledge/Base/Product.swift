public import ConciergeCore

/// One thing that is sold.
public struct Product: Sendable, Equatable {
    public var id: String
    public var name: Localized
    public var aliases: [String] = []
    public var category: String?
    /// What the category is called in each language, when it has names.
    public var categoryNames = Localized()
    public var price: Double?
    /// ISO 4217.
    public var currency: String?
    public var description = Localized()
    /// A text, or names with values.
    public var specification: Value = .null
    public var related: [String] = []
    public var industries: [String] = []
    /// The same in each language, when they have names.
    public var industryNames: [String: [String]] = [:]
    public var isOnSale = true
    public var stock: Int?
    public var leadTimeDays: Int?
    public var place: Place
    /// Where each of `related` stands.
    var relatedPlaces: [Place] = []

    // Where it stands is no part of what it says: what moved down a line is the same.
    public static func == (a: Self, b: Self) -> Bool {
        (a.id, a.name, a.aliases, a.category, a.price, a.currency)
            == (b.id, b.name, b.aliases, b.category, b.price, b.currency)
            && (a.description, a.specification, a.related, a.industries)
                == (b.description, b.specification, b.related, b.industries)
            && (a.categoryNames, a.industryNames) == (b.categoryNames, b.industryNames)
            && (a.isOnSale, a.stock, a.leadTimeDays) == (b.isOnSale, b.stock, b.leadTimeDays)
    }
}
