/// What a text speaks of.
enum Topic {
    static func of(_ entities: [Entity], _ catalogue: ProductNames, _ passage: Passage) -> String? {
        var (place, topic) = (-1, String?.none)
        var occupancy = Occupancy(passage.count)
        for entity in entities {
            guard case .products(let products) = entity.value else { continue }
            let range = passage.folded(entity.span)
            if entity.confidence > ProductScan.headConfidence { _ = occupancy.take(range) }
            if !entity.isNegated {
                (place, topic) = (range.lowerBound, name(of: products, entity, catalogue))
            }
        }
        let stances = Stances(passage)
        for start in 0..<passage.count
        where passage.mayBegin(at: start) && !passage.scalars[start].separatesName {
            var walk = NameWalk(catalogue.categoryNames, passage, from: start)
            walk.run()
            guard let hit = walk.best, start >= place, !stances.isNegated(start), occupancy.take(hit.range)
            else { continue }
            (place, topic) = (start, catalogue.categories[Int(hit.owners[0])])
        }
        return topic
    }

    /// One product's name; of several the category they share, else the words that may mean each of them.
    private static func name(of products: [Entity.Product], _ entity: Entity, _ catalogue: ProductNames)
        -> String
    {
        if products.count == 1 { return products[0].name }
        let categories = Set(products.map { catalogue.category(ofProduct: $0.id) })
        if categories.count == 1, let category = categories.first ?? nil { return category }
        return entity.text
    }
}
