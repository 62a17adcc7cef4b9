public import ConciergeCore

extension Product {
    /// As skills read it; texts in one language, or in all there are.
    public func value(locale: String?) -> Value {
        func text(_ texts: Localized) -> Value? {
            guard !texts.texts.isEmpty else { return nil }
            guard let locale else { return .map(texts.texts.mapValues(Value.text)) }
            return texts.localized(locale).map(Value.text)
        }
        return .compact([
            "id": .text(id), "name": text(name), "aliases": .list(alsoCalled(in: locale).map(Value.text)),
            "category": (locale.flatMap(categoryNames.localized) ?? category).map(Value.text),
            "price": price.map(Value.number),
            "currency": currency.map(Value.text), "description": text(description),
            "specification": specification == .null ? nil : specification(in: locale),
            "related_products": .list(related.map(Value.text)),
            "industries": .list(industries(in: locale).map(Value.text)), "on_sale": .bool(isOnSale),
            "stock": stock.map { .int(Int64($0)) }, "lead_time_days": leadTimeDays.map { .int(Int64($0)) },
        ])
    }

    /// A specification may be written once for each language.
    private func specification(in locale: String?) -> Value {
        guard let locale, let texts = specification.map, !texts.isEmpty,
            texts.keys.allSatisfy({ ["zh", "en"].contains($0) })
        else { return specification }
        return texts[Self.language(of: locale)] ?? texts["zh"] ?? texts["en"] ?? specification
    }

    private func industries(in locale: String?) -> [String] {
        locale.flatMap { industryNames[Self.language(of: $0)] } ?? industries
    }

    private static func language(of locale: String) -> String { String(locale.prefix { $0 != "-" }) }

    /// In one language its names in the others are aliases: by one of them the customer, or the topic, may call it.
    private func alsoCalled(in locale: String?) -> [String] {
        guard let locale, let shown = name.localized(locale) else { return aliases }
        return aliases
            + name.texts.sorted { $0.key < $1.key }.map(\.value).filter {
                $0 != shown && !aliases.contains($0)
            }
    }
}

extension Value {
    /// Whole numbers stay whole.
    static func number(_ number: Double) -> Value { Int64(exactly: number).map(Value.int) ?? .double(number) }
}
