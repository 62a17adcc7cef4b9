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

    static func named(_ lines: [Line], _ texts: Texts, _ locale: String?) -> String {
        lines.map { line in
            texts.short.text(
                locale,
                ["name": line.product["name"]?.text ?? line.product.id, "quantity": line.quantity.written])
        }.joined(separator: texts.separator.text(locale))
    }

    /// What conditions look at.
    var facts: [String: Value] {
        var facts = product.fields
        facts["quantity"] = quantity.map(Value.double)
        facts["order_amount"] = orderAmount.map(Value.double)
        return facts
    }

    /// Of the facts that a message wants those that are known, none said twice.
    func answers(_ wanted: [CatalogueFact], _ facts: Facts) -> [CatalogueFact] {
        let known = facts.adding(self.facts)
        let told = wanted.filter { $0.when.hold(known) }
        return told.enumerated().filter { index, fact in
            !told.contains { $0.covers.contains(fact.name) }
                && !told[..<index].contains { $0.name == fact.name }
        }.map(\.element)
    }

    func tellsPrice(_ facts: [CatalogueFact]) -> Bool {
        facts.contains { !$0.text.names.isDisjoint(with: ["currency", "lines"]) }
    }

    func said(_ facts: [CatalogueFact]) -> String {
        let phrases = facts.map(\.text)
        let values = values(for: phrases)
        return phrases.map { $0.text(locale, values) }.joined().trimmed
    }

    /// The parts of which everything is known, one after another.
    var introduction: String {
        let values = values(for: texts.introduction)
        let parts = texts.introduction.filter { $0.names.allSatisfy { values[$0] != nil } }
        // A name alone introduces nothing.
        return parts.count < 2 ? "" : parts.map { $0.text(locale, values) }.joined().trimmed
    }

    /// What the places of these are filled with.
    private func values(for phrases: [Phrase]) -> [String: String] {
        let facts = facts
        var values: [String: String] = [:]
        for name in Set(phrases.flatMap(\.names)) {
            values[name] =
                switch name {
                case "name": product["name"]?.text
                case "currency": texts.currency(product["currency"]?.text, locale)
                case "description": facts[name].flatMap { shown($0) }.map(Self.open)
                case "lines":
                    lines.isEmpty ? nil : lines.map(shown).joined(separator: texts.separator.text(locale))
                default: facts[name].flatMap { shown($0) }
                }
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
    /// Without the white space around it.
    var trimmed: String {
        let bytes = utf8
        guard let start = bytes.firstIndex(where: { $0 > 32 }), let end = bytes.lastIndex(where: { $0 > 32 })
        else { return "" }
        return String(self[start...end])
    }
}
