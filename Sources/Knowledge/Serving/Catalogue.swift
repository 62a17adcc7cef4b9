import ConciergeCore
import Language

/// The products, found by id, by what they are called, and by their place in the file.
struct Catalogue: Sendable {
    let products: [Product]
    let currencies: [String]
    private var places: [String: Int] = [:]
    /// By id, name and alias in the common spelling.
    private var named: [String: [Int]] = [:]
    /// In bytes; what is longer stands in no name.
    private var longestName = 0
    /// What whoever reads products in texts of customers knows them by.
    let names: ProductNames
    private let reader: EntityReader

    /// Beyond it nobody names a product.
    private static let longestText = 400

    init(_ products: [Product] = []) {
        self.products = products
        currencies = Set(products.compactMap(\.currency)).sorted()
        names = ProductNames(products.map(\.named))
        reader = EntityReader(catalogue: names)
        for (index, product) in products.enumerated() {
            places[product.id] = index
            for name in product.names {
                let folded = FoldedText(name).string
                if !folded.isEmpty { named[folded, default: []].append(index) }
                longestName = max(longestName, folded.utf8.count)
            }
        }
    }

    subscript(id: String) -> Product? { places[id].map { products[$0] } }

    /// The product that is called so, then those that the text names, then those in whose names it stands.
    func find(_ text: String, limit: Int) -> [Product] {
        let folded = FoldedText(text, longest: Self.longestText)
        guard !folded.isEmpty, !products.isEmpty else { return [] }
        var found = named[folded.string] ?? []
        if found.isEmpty { found = spoken(in: folded, of: text) }
        if found.isEmpty, folded.count > 1 { found = called(folded.string) }
        return found.uniqued.prefix(limit).map { products[$0] }
    }

    /// Also with slips of the pen: as products are read in what customers write.
    private func spoken(in text: FoldedText, of written: String) -> [Int] {
        // The day is nothing to a product.
        let entities = reader.read(text, of: written, today: Day(2000, 1, 1), minuteOfDay: 0)
        return entities.flatMap { entity -> [Int] in
            guard case .products(let found) = entity.value else { return [] }
            return found.compactMap { places[$0.id] }
        }
    }

    private func called(_ text: String) -> [Int] {
        guard text.utf8.count <= longestName else { return [] }
        return named.filter { $0.key.contains(text) }.flatMap(\.value).sorted()
    }

    /// A part of the list in the order of the file; nil for a cursor that leads nowhere.
    func page(_ query: ProductQuery) -> Page<Product>? {
        var start = 0
        if let cursor = query.cursor {
            guard let last = places[cursor] else { return nil }
            start = last + 1
        }
        var items: [Product] = []
        for product in products[start...] where product.fits(query) {
            guard items.count < query.limit else { return Page(items: items, next: items.last?.id) }
            items.append(product)
        }
        return Page(items: items, next: nil)
    }

    func products(_ query: ProductQuery, inOrderOf ids: [String]) -> [Product] {
        Array(ids.lazy.compactMap { self[$0] }.filter { $0.fits(query) }.prefix(query.limit))
    }
}

extension Product {
    fileprivate func fits(_ query: ProductQuery) -> Bool {
        if let wanted = query.isOnSale, wanted != isOnSale { return false }
        if let wanted = query.category, !isCalled(wanted) { return false }
        guard let wanted = query.industry else { return true }
        return (industries + industryNames.values.joined()).contains { Self.areSame(wanted, $0) }
    }

    /// Whether its category is called so in any language.
    private func isCalled(_ wanted: String) -> Bool {
        Self.areSame(wanted, category ?? "")
            || categoryNames.texts.values.contains { Self.areSame(wanted, $0) }
    }

    private static func areSame(_ a: String, _ b: String) -> Bool {
        FoldedText(a).string == FoldedText(b).string
    }
}
