import ConciergeCore
public import Language

extension Product {
    /// As it is read in texts: of a name in two languages one is an alias.
    var named: ProductNames.Product {
        let called = name.localized("zh") ?? id
        let others = name.texts.values.filter { $0 != called }.sorted()
        let alsoKnown = categoryNames.texts.values.filter { $0 != category }.sorted()
        return .init(
            id: id, name: called, aliases: others + aliases, category: category, categoryAliases: alsoKnown)
    }

    /// Everything that it is called.
    var names: [String] { [id] + name.texts.values.sorted() + aliases }
}

extension KnowledgeBase {
    /// What the catalogue's products are called, for whoever reads texts of customers.
    public var productNames: ProductNames { ProductNames(products.map(\.named)) }
}
