import ConciergeCore
public import Language

extension KnowledgeBase {
    /// What the catalogue's products are called, in every language it gives.
    public var productNames: ProductNames {
        ProductNames(
            products.map { product in
                let names = product.name.texts.sorted { $0.key > $1.key }.map(\.value)
                return .init(
                    id: product.id, name: names.first ?? product.id,
                    aliases: Array(names.dropFirst()) + product.aliases, category: product.category)
            })
    }
}
