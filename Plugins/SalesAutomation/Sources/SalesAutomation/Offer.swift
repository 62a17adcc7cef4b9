import SkillKit

/// A product, and what it comes to, in words.
struct Offer: Sendable {
    static let names: Set<String> = [
        "name", "price", "currency", "description", "specification", "industries", "category", "stock",
        "lead_time_days", "quantity", "order_amount",
    ]

    let product: Record
    let quantity: Double?
    let orderAmount: Double?
    let texts: Texts
    let locale: String?

    /// What conditions look at.
    var facts: [String: Value] {
        var facts = product.fields
        facts["quantity"] = quantity.map(Value.double)
        facts["order_amount"] = orderAmount.map(Value.double)
        return facts
    }

    /// The facts that a message wants and that are known, as sentences.
    func answers(_ message: Message, _ rules: [CatalogueFact], _ facts: Facts) -> [CatalogueFact] {
        let known = facts.adding(self.facts)
        return rules.filter {
            $0.isWanted(in: message.text, intents: message.intents) && $0.when.hold(known)
        }
    }

    func said(_ facts: [CatalogueFact]) -> String {
        facts.map { $0.text.text(locale, values) }.joined().trimmed
    }

    /// The parts of which everything is known, one after another.
    var introduction: String {
        let values = values
        let parts = texts.introduction.filter { $0.names.allSatisfy { values[$0] != nil } }
        // A name alone introduces nothing.
        return parts.count < 2 ? "" : parts.map { $0.text(locale, values) }.joined().trimmed
    }

    private var values: [String: String] {
        var values: [String: String] = [:]
        for name in Self.names { values[name] = facts[name].flatMap { shown($0) } }
        values["currency"] = texts.currency(product["currency"]?.text, locale)
        return values
    }

    private func shown(_ value: Value) -> String? {
        switch value {
        case .text(let text): text.isEmpty ? nil : text
        case .int(let number): "\(number)"
        case .double(let number): number.written
        case .list(let items) where !items.isEmpty:
            items.compactMap { shown($0) }.joined(separator: texts.separator.text(locale))
        case .map(let entries) where !entries.isEmpty:
            entries.sorted { $0.key < $1.key }.map { "\($0.key) \(shown($0.value) ?? "")" }
                .joined(separator: texts.separator.text(locale))
        default: nil
        }
    }
}

extension Double {
    /// A whole number without a point, others with two places.
    var written: String {
        let rounded = (self * 100).rounded() / 100
        return Int64(exactly: rounded).map(String.init) ?? "\(rounded)"
    }
}

extension String {
    var trimmed: String {
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }
}
