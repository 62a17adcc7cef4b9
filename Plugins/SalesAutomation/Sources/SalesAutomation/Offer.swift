import SkillKit

/// A product, and what it comes to, in words.
struct Offer: Sendable {
    static let names: Set<String> = [
        "name", "price", "currency", "description", "specification", "industries", "category", "stock",
        "lead_time_days", "quantity", "order_amount", "lines",
    ]

    let product: Record
    let quantity: Double?
    let orderAmount: Double?
    /// What the order comes to is made of.
    let lines: [Line]
    let texts: Texts
    let locale: String?

    struct Line: Sendable {
        var product: Record
        var quantity: Double
    }

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
        let wanted = rules.filter {
            $0.isWanted(in: message.text, intents: message.intents) && $0.when.hold(known)
        }
        return wanted.filter { fact in !wanted.contains { $0.covers.contains(fact.name) } }
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
        values["name"] = product["name"]?.text
        values["description"] = values["description"].map(Self.open)
        values["currency"] = texts.currency(product["currency"]?.text, locale)
        if !lines.isEmpty {
            values["lines"] = lines.map(shown).joined(separator: texts.separator.text(locale))
        }
        return values
    }

    private func shown(_ line: Line) -> String {
        texts.line.text(
            locale,
            [
                "name": line.product["name"]?.text ?? line.product.id, "quantity": line.quantity.written,
                "price": line.product["price"].flatMap { shown($0) } ?? "",
                "currency": texts.currency(line.product["currency"]?.text, locale),
            ])
    }

    /// The sentence that it becomes a part of has a full stop of its own.
    private static func open(_ text: String) -> String {
        var text = text.trimmed
        while let last = text.last, "。.".contains(last) { text.removeLast() }
        return text
    }

    /// Written in characters that a customer of this language does not read.
    private func isForeign(_ text: String) -> Bool {
        let language = (locale ?? "zh").prefix { $0 != "-" && $0 != "_" }.lowercased()
        guard !["zh", "ja", "ko"].contains(language) else { return false }
        return text.unicodeScalars.contains { $0.properties.isIdeographic }
    }

    private func shown(_ value: Value) -> String? {
        switch value {
        case .text(let text): text.isEmpty || isForeign(text) ? nil : text
        case .int(let number): "\(number)"
        case .double(let number): number.written
        case .list(let items): joined(items.compactMap { shown($0) })
        case .map(let entries):
            joined(
                entries.sorted { $0.key < $1.key }.compactMap { key, value in
                    isForeign(key) ? nil : shown(value).map { "\(key) \($0)" }
                })
        default: nil
        }
    }

    private func joined(_ parts: [String]) -> String? {
        parts.isEmpty ? nil : parts.joined(separator: texts.separator.text(locale))
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
