internal import Recommendation

/// Sixty products in six categories, as the demo's shop has them.
struct Market: Shelf {
    let products: [Product]
    /// How much buyers like each, unknown to every policy.
    let appeal: [Double]
    private let places: [String: Int]
    private let sold: [[Int]]

    static let industries = (0..<8).map { "industry \($0)" }
    private static let prices = [50_000.0, 12_000, 6_000, 3_000, 800, 150]
    private static let perCategory = 10

    init(seed: Int, _ assumptions: Assumptions) {
        var dice = Dice(seed, 1)
        let count = Self.prices.count * Self.perCategory
        var products: [Product] = []
        for number in 0..<count {
            let category = number / Self.perCategory
            // What goes with it is of the two categories that follow.
            let related = (0..<4).map { _ in
                let other = (category + 1 + dice.below(2)) % Self.prices.count
                return Self.id(other * Self.perCategory + dice.below(Self.perCategory))
            }
            products.append(
                Product(
                    id: Self.id(number), name: "product \(number)",
                    price: Self.prices[category] * (0.5 + dice.share() * 1.5),
                    category: "category \(category)",
                    related: related,
                    industries: [Self.industries[dice.below(8)], Self.industries[dice.below(8)]],
                    isOnSale: !dice.happens(0.1)))
        }
        let appeal = products.map { _ in
            let u = dice.share()
            return 1 - assumptions.spread + assumptions.spread * (0.2 + 1.8 * u * u)
        }
        (self.products, self.appeal) = (products, appeal)
        places = Dictionary(products.enumerated().map { ($1.id, $0) }) { first, _ in first }
        // What sells well is liked, but not only.
        sold = Self.industries.map { industry in
            products.indices.filter { products[$0].industries.contains(industry) }
                .map { ($0, appeal[$0] * (0.5 + dice.share())) }.sorted { $0.1 > $1.1 }.map(\.0)
        }
    }

    private static func id(_ number: Int) -> String { "P\(number)" }

    func place(of id: String) -> Int? { places[id] }

    func product(_ id: String) -> Product? { places[id].map { products[$0] } }

    /// Products are called 'product 7'.
    func namesake(_ name: String) -> Product? {
        name.hasPrefix("product ") ? product("P" + name.dropFirst("product ".count)) : nil
    }

    func products(in category: String, limit: Int) -> [Product] {
        Array(products.lazy.filter { $0.category == category }.prefix(limit))
    }

    /// Whatever is made for an industry was sold there.
    func products(for industry: String, limit: Int) -> [Product] { [] }

    func popular(in industry: String?, limit: Int) -> [Product] {
        guard let industry, let place = Self.industries.firstIndex(of: industry) else { return [] }
        return sold[place].filter { products[$0].isOnSale }.prefix(limit).map { products[$0] }
    }

    func onSale(limit: Int) -> [Product] { Array(products.lazy.filter(\.isOnSale).prefix(limit)) }
}
