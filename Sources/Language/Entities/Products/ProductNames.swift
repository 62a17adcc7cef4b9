/// The catalogue's names, aliases, ids and categories, made to be found in texts; as many as 100,000 cost a text nothing.
public final class ProductNames: Sendable {
    /// A product as its catalogue calls it.
    public struct Product: Sendable {
        public var id: String
        public var name: String
        public var aliases: [String]
        public var category: String?
        /// What the category is called in other languages.
        public var categoryAliases: [String]

        public init(
            id: String, name: String, aliases: [String] = [], category: String? = nil,
            categoryAliases: [String] = []
        ) {
            self.id = id
            self.name = name
            self.aliases = aliases
            self.category = category
            self.categoryAliases = categoryAliases
        }
    }

    let products: [Entity.Product]
    let categories: [String]
    let names: NameTable
    let categoryNames: NameTable
    /// What names end with, where that says which product is meant: 机器人 when only one product is a robot.
    let heads: NameTable

    private let categoryOfProduct: [String: Int32]

    /// In a larger catalogue the end of a name says nothing.
    static let largestWithHeads = 5_000

    public init(_ products: [Product]) {
        var names = NameTable.Builder()
        var categories = NameTable.Builder()
        var places: [String: Int32] = [:]
        var categoryOfProduct: [String: Int32] = [:]
        for (index, product) in products.enumerated() {
            for name in [product.name, product.id] + product.aliases { names.add(name, of: Int32(index)) }
            guard let category = product.category else { continue }
            let place = places[category, default: Int32(places.count)]
            if places.updateValue(place, forKey: category) == nil {
                for name in [category] + product.categoryAliases { categories.add(name, of: place) }
            }
            categoryOfProduct[product.id] = place
        }
        self.categories = places.sorted { $0.value < $1.value }.map(\.key)
        self.categoryOfProduct = categoryOfProduct
        self.products = products.map { Entity.Product(id: $0.id, name: $0.name) }
        self.names = NameTable(names)
        categoryNames = NameTable(categories)
        heads = NameTable(products.count <= Self.largestWithHeads ? .heads(of: products) : .init())
    }

    func category(ofProduct id: String) -> String? { categoryOfProduct[id].map { categories[Int($0)] } }
}
