internal import SkillKit

/// The shop's catalogue, as the host serves it.
struct TurnShelf: Shelf {
    let catalog: Catalog

    func product(_ id: String) throws -> Product? { Product(try catalog.product(id)) }

    func namesake(_ name: String) throws -> Product? {
        guard let found = try catalog.find(name, limit: 1).first, let product = Product(found) else {
            return nil
        }
        // A topic keeps the language it was first spoken of in.
        let names = [product.name] + (found["aliases"].flatMap { [String]($0) } ?? [])
        return names.contains(name) ? product : nil
    }

    func products(in category: String, limit: Int) throws -> [Product] {
        try catalog.list(category: category, onSale: true, limit: limit).items.compactMap { Product($0) }
    }

    func products(for industry: String, limit: Int) throws -> [Product] {
        try catalog.list(industry: industry, onSale: true, limit: limit).items.compactMap { Product($0) }
    }

    func popular(in industry: String?, limit: Int) throws -> [Product] {
        try catalog.popular(industry: industry, limit: limit).compactMap { Product($0) }
    }

    func onSale(limit: Int) throws -> [Product] {
        try catalog.list(onSale: true, limit: limit).items.compactMap { Product($0) }
    }
}
