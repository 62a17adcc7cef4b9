public import SkillKit

/// Which products come into question, and why.
public struct Selection: Sendable {
    /// Where they come from; the order in which these are tried is data.
    public enum Source: String, Sendable, CaseIterable {
        case related, popular, industry, topic, bestsellers, catalogue
    }

    /// Who is to be offered something.
    public struct Customer: Sendable {
        public var lastProduct: String?
        /// Bought so lately that nobody wants to hear of them, or just being ordered.
        public var bought: Set<String> = []
        public var offered: Set<String> = []
        public var industry: String?
        public var topic: String?
        /// The id of the product that the topic names, where that is known.
        public var topicProduct: String?

        public init() {}
    }

    /// What one source holds for this customer, `anchor` being what it rests on: a product, an industry, a topic.
    public struct Choice: Sendable, Equatable {
        public var source: Source
        public var anchor: String
        public var candidates: [Candidate]
        /// The price of what they came for, where that is one product.
        public var beside: Double?

        /// As a colleague would say it.
        public var because: String {
            switch source {
            case .related: "goes with \(anchor), their last order"
            case .popular: "sells best in \(anchor)"
            case .industry: "made for \(anchor)"
            case .topic: "goes with \(anchor), which they talk about"
            case .bestsellers: "sells best of all"
            case .catalogue: "on sale"
            }
        }
    }

    public struct Candidate: Sendable, Equatable {
        public var product: Product
        /// How many of the other reasons also speak for it.
        public var agreements: Int
    }

    private(set) var sources: [Source]
    let limit: Int
    private let rules: Rules
    /// How dear an unasked offer may be, in parts of the price of what they came for.
    private let dearest: Double?

    /// Who asks is looked for in other places first.
    public init(_ settings: Settings, _ rules: Rules, for trigger: Timing.Trigger) throws(SkillError) {
        let list = trigger == .asked ? "ask" : "push"
        sources = try settings.texts("sources", list).map { name throws(SkillError) in
            guard let source = Source(rawValue: name) else {
                let known = Source.allCases.map(\.rawValue).joined(separator: ", ")
                throw SkillError("sources.\(list): unknown source '\(name)'; known are \(known)")
            }
            return source
        }
        limit = try settings.integer("candidates")
        self.rules = rules
        dearest = trigger == .asked ? nil : try settings.number("dearest")
    }

    /// The same, but with one source tried before the others.
    public func trying(_ source: Source) -> Selection {
        var selection = self
        selection.sources = [source] + sources.filter { $0 != source }
        return selection
    }

    /// The first source that holds anything.
    public func choice(for customer: Customer, from shelf: some Shelf) throws -> Choice? {
        let topic = try customer.topic.map { try Topic($0, customer.topicProduct, rules, shelf) }
        for source in sources {
            // Mostly the first few are enough; who has or knows them all is looked for further.
            for limit in [limit, limit * 3] {
                guard let (anchor, products) = try products(source, customer, topic, shelf, limit) else {
                    break
                }
                let fitting = products.filter { fits($0, customer, topic) && isWithin($0, topic) }
                if !fitting.isEmpty {
                    return Choice(
                        source: source, anchor: anchor,
                        candidates: fitting.prefix(self.limit).map {
                            Candidate(product: $0, agreements: agreements($0, source, customer, topic))
                        }, beside: topic?.product?.price)
                }
                if products.count < limit { break }
            }
        }
        return nil
    }

    private func products(
        _ source: Source, _ customer: Customer, _ topic: Topic?, _ shelf: some Shelf, _ limit: Int
    ) throws -> (anchor: String, [Product])? {
        switch source {
        case .related:
            guard let last = try customer.lastProduct.flatMap(shelf.product) else { return nil }
            return (last.name, try related(to: last, customer, shelf))
        case .popular:
            guard let industry = customer.industry else { return nil }
            return (industry, try shelf.popular(in: industry, limit: limit))
        case .industry:
            guard let industry = customer.industry else { return nil }
            return (industry, try shelf.products(for: industry, limit: limit))
        case .topic:
            guard let topic else { return nil }
            if let product = topic.product {
                return (product.name, try related(to: product, customer, shelf))
            }
            guard topic.isGoods else { return nil }
            let products = try shelf.products(in: topic.name, limit: limit)
            // The catalogue says it in the customer's language.
            return (products.first?.category ?? topic.name, products)
        case .bestsellers: return ("", try shelf.popular(in: nil, limit: limit))
        case .catalogue: return ("", try shelf.onSale(limit: limit))
        }
    }

    /// What is not to be offered is not even looked up.
    private func related(to product: Product, _ customer: Customer, _ shelf: some Shelf) throws -> [Product] {
        try product.related.filter { !customer.bought.contains($0) && !customer.offered.contains($0) }
            .compactMap(shelf.product)
    }

    private func fits(_ product: Product, _ customer: Customer, _ topic: Topic?) -> Bool {
        product.isOnSale && product.id != topic?.product?.id && product.id != customer.lastProduct
            && !customer.bought.contains(product.id) && !customer.offered.contains(product.id)
    }

    /// Not much dearer than what they came for.
    private func isWithin(_ product: Product, _ topic: Topic?) -> Bool {
        guard let most = dearest, let price = topic?.product?.price else { return true }
        return product.price ?? 0 <= most * price
    }

    private func agreements(
        _ product: Product, _ source: Source, _ customer: Customer, _ topic: Topic?
    ) -> Int {
        let isOfIndustry = customer.industry.map(product.industries.contains) ?? false
        let isOfTopic = source != .topic && (topic?.speaks(for: product) ?? false)
        return (isOfIndustry ? 1 : 0) + (isOfTopic ? 1 : 0)
    }
}

/// What is spoken of: one product, or a category.
private struct Topic {
    let name: String
    let isGoods: Bool
    let product: Product?

    init(_ name: String, _ id: String?, _ rules: Rules, _ shelf: some Shelf) throws {
        (self.name, isGoods) = (name, !rules.isGeneric(name))
        product = try id.map(shelf.product) ?? (isGoods ? shelf.namesake(name) : nil)
    }

    func speaks(for other: Product) -> Bool {
        guard let product else { return other.category == name }
        return product.related.contains(other.id)
            || product.category != nil && product.category == other.category
    }
}
