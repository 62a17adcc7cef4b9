import ConciergeCore
import Language

/// The products, found by id, by what they are called, and by their place in the file.
struct Catalogue: Sendable {
    let products: [Product]
    private var places: [String: Int] = [:]
    /// By id, name and alias in the common spelling.
    private var named: [String: [Int]] = [:]
    private var longestName = 0

    /// Beyond it nobody names a product.
    private static let longestText = 400

    init(_ products: [Product] = []) {
        self.products = products
        for (index, product) in products.enumerated() {
            places[product.id] = index
            for name in product.names {
                let folded = FoldedText(name)
                guard !folded.isEmpty else { continue }
                longestName = max(longestName, folded.count)
                named[folded.string, default: []].append(index)
            }
        }
    }

    subscript(id: String) -> Product? { places[id].map { products[$0] } }

    /// The product that is called so, then those whose names stand in the text, then those in whose names it stands.
    func find(_ text: String, limit: Int) -> [Product] {
        let text = FoldedText(text, longest: Self.longestText)
        guard !text.isEmpty else { return [] }
        var found = named[text.string] ?? []
        if found.isEmpty { found = spoken(in: text) }
        if found.isEmpty, text.count > 1 { found = called(text.string) }
        return found.uniqued.prefix(limit).map { products[$0] }
    }

    /// Longer names first: 工业机器人 is meant more than 机器人. What a longer name covers is not named again.
    private func spoken(in text: FoldedText) -> [Int] {
        var found: [Int] = []
        var covered = [Bool](repeating: false, count: text.count)
        for length in stride(from: min(longestName, text.count), through: 1, by: -1) {
            for start in 0...text.count - length {
                let range = start..<start + length
                guard !covered[start], !covered[range.upperBound - 1], text.isWord(range),
                    let indices = named[text[range]]
                else { continue }
                found += indices
                for at in range { covered[at] = true }
            }
        }
        return found
    }

    private func called(_ text: String) -> [Int] {
        products.indices.filter { index in
            products[index].names.contains { FoldedText($0).string.contains(text) }
        }
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
}

extension Product {
    fileprivate var names: [String] { [id] + name.texts.values.sorted() + aliases }

    fileprivate func fits(_ query: ProductQuery) -> Bool {
        if let wanted = query.isOnSale, wanted != isOnSale { return false }
        if let wanted = query.category, !Self.areSame(wanted, category ?? "") { return false }
        guard let wanted = query.industry else { return true }
        return industries.contains { Self.areSame(wanted, $0) }
    }

    private static func areSame(_ a: String, _ b: String) -> Bool {
        FoldedText(a).string == FoldedText(b).string
    }
}

extension FoldedText {
    /// Whether a range does not begin or end inside a word of letters or a number.
    fileprivate func isWord(_ range: Range<Int>) -> Bool {
        !joins(range.lowerBound - 1, range.lowerBound) && !joins(range.upperBound - 1, range.upperBound)
    }

    private func joins(_ a: Int, _ b: Int) -> Bool {
        scalars.indices.contains(a) && scalars.indices.contains(b) && scalars[a].isWordPart
            && scalars[b].isWordPart
    }
}

extension Unicode.Scalar {
    fileprivate var isWordPart: Bool {
        switch value {
        case 0x30...0x39, 0x61...0x7A: true
        default: false
        }
    }
}
