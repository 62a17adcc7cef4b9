import ConciergeCore
import Language

extension CrossCheck {
    /// What can be sold as it is written, and yet hardly be meant so.
    mutating func checkProducts() {
        var first: [String: Product] = [:]
        for product in base.products {
            let id = product.id.lowercased()
            if let other = first[id] {
                warn(
                    product,
                    "differs from '\(other.id)' at \(other.place) only in capitals; customers write either, so rename one of them"
                )
            }
            first[id] = first[id] ?? product
            for name in product.name.texts.values.sorted() + product.aliases where FoldedText(name).isFiller {
                warn(product, "is called '\(name)', which every other sentence says; give it a longer name")
            }
            if let currency = product.currency, !Currencies.known.contains(currency) {
                warn(
                    product,
                    "costs '\(currency.prefix(80))', which is no ISO 4217 code; \(Currencies.mend(currency))")
            }
        }
    }

    private mutating func warn(_ product: Product, _ message: String) {
        problems.append(Problem(.warning, at: product.place, "product '\(product.id)' \(message)"))
    }

    /// A script for an intent that nobody knows is said only where a skill asks for it by that name.
    mutating func checkScripts() {
        guard !builtIn.names.isEmpty else { return }
        let known = Set(builtIn.names + base.intents.map(\.intent))
        for script in base.scripts where !known.contains(script.intent) {
            let mend = Spelling.mend(
                script.intent, known: known.sorted(),
                otherwise: "name one there is, or teach it in 'intents/\(script.intent.prefix(80)).yaml'")
            problems.append(
                Problem(
                    .warning, at: script.place,
                    "no intent is called '\(script.intent.prefix(80))', so this is never said; \(mend)"))
        }
    }
}
