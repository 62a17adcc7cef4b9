import ConciergeCore
import Language

/// The products, found by id, by what they are called, and by their place in the file.
struct Catalogue: Sendable {
    let products: [Product]
    let currencies: [String]
    private var places: [String: Int] = [:]
    /// Of each product, what queries ask by.
    private let traits: [Traits]
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
        traits = products.map(Traits.init)
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
        // By bytes: the standard library looks by characters, which takes far longer.
        let part = Array(text.utf8)
        return named.filter { Array($0.key.utf8).holds(part) }.flatMap(\.value).sorted()
    }

    /// A part of the list in the order of the file; nil for a cursor that leads nowhere.
    func page(_ query: ProductQuery) -> Page<Product>? {
        var start = 0
        if let cursor = query.cursor {
            guard let last = places[cursor] else { return nil }
            start = last + 1
        }
        let wanted = Wanted(query)
        var items: [Product] = []
        for place in start..<products.count where wanted.fits(traits[place]) {
            guard items.count < query.limit else { return Page(items: items, next: items.last?.id) }
            items.append(products[place])
        }
        return Page(items: items, next: nil)
    }

    func products(_ query: ProductQuery, inOrderOf ids: [String]) -> [Product] {
        let wanted = Wanted(query)
        let fitting = ids.lazy.compactMap { places[$0] }.filter { wanted.fits(traits[$0]) }
        return fitting.prefix(query.limit).map { products[$0] }
    }
}

/// What a product is asked by besides its name, in the common spelling and in all languages.
private struct Traits {
    let categories: Set<String>
    let industries: Set<String>
    let isOnSale: Bool

    init(_ product: Product) {
        let categories = [product.category ?? ""] + product.categoryNames.texts.values
        self.categories = Set(categories.map { FoldedText($0).string })
        let industries = product.industries + product.industryNames.values.joined()
        self.industries = Set(industries.map { FoldedText($0).string })
        isOnSale = product.isOnSale
    }
}

/// A query in the same spelling.
private struct Wanted {
    let category: String?
    let industry: String?
    let isOnSale: Bool?

    init(_ query: ProductQuery) {
        category = query.category.map { FoldedText($0).string }
        industry = query.industry.map { FoldedText($0).string }
        isOnSale = query.isOnSale
    }

    func fits(_ traits: Traits) -> Bool {
        (isOnSale ?? traits.isOnSale) == traits.isOnSale
            && (category.map(traits.categories.contains) ?? true)
            && (industry.map(traits.industries.contains) ?? true)
    }
}

extension [UInt8] {
    fileprivate func holds(_ part: [UInt8]) -> Bool {
        guard part.count <= count else { return false }
        return (0...count - part.count).contains { start in
            part.indices.allSatisfy { self[start + $0] == part[$0] }
        }
    }
}
