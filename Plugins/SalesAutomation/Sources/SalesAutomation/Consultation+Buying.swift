import SkillKit

// Whoever wants to buy is not left standing.
extension Consultation {
    /// What needs nothing else: a yes to what was asked, an order that is not certain.
    mutating func settle(_ amount: Double?) throws -> Bool {
        let wasOffered = focus.isOffered
        focus.isOffered = false
        guard !message.isFault else { return false }
        if message.isOdd, !isHandedOver {
            focus.isCounting = true
            return answer(
                settings.texts.text("odd_quantity", locale), "a quantity that cannot be ordered: asked back")
        }
        if step == .doubtful, !isHandedOver, isOfOrder { return try askEach() }
        if message.isPartial, !isHandedOver {
            return answer(
                try soFar() + settings.texts.text("which_product", locale),
                "what else is wanted is no product: asked back")
        }
        if step == .changed, focus.lines.isEmpty {
            return answer(settings.texts.text("order_empty", locale), "nothing is left of the order")
        }
        guard wasOffered, !message.namesOrder, isAgreed else { return false }
        reasons.append("the customer wants a colleague to see to the order")
        var handoff = settings.buying.handoff
        if isHumanAsked { handoff.priority = max(handoff.priority, settings.buying.humanPriority) }
        let why = settings.texts.text("why_order", settings.staffLocale)
        handOver(handoff, why, turn[Keys.keptAmount], say: "order")
        return true
    }

    /// The next step: which product, how many of it, a colleague for the contract.
    mutating func guide(_ amount: Double?) throws {
        guard !isHandedOver, !message.isFault else { return }
        if let currencies {
            focus.isOffered = true
            return ask("other_currency", currencies)
        }
        guard !message.isUnclear else { return }
        if step == .beside { return ask("both", ["lines": try named(focus.order.aside)]) }
        if step != .none, let id = focus.lines.first(where: { !$0.isExact })?.product {
            focus.isCounting = true
            return ask("how_many_exactly", ["name": try product(id)?["name"]?.text ?? id])
        }
        guard focus.isAdding || message.isCount || message.intents.contains(settings.buying.intent) else {
            return
        }
        guard let id = focus.product, let record = try product(id) else {
            return ask("which_product")
        }
        guard record["on_sale"]?.bool ?? true else { return }
        if amount == nil {
            focus.isCounting = true
            ask("how_many", ["name": record["name"]?.text ?? id])
        } else {
            ask("next_step")
            focus.isOffered = true
        }
    }

    private var isHumanAsked: Bool { message.intents.contains(where: settings.buying.human.contains) }

    private var isAgreed: Bool { isHumanAsked || settings.buying.yes.first(in: message.heard) != nil }

    /// Whether it speaks of an order at all.
    private var isOfOrder: Bool {
        message.change != nil || message.intents.contains(where: settings.lead.sells.contains)
    }

    /// Names what was understood, and asks for the rest.
    private mutating func askEach() throws -> Bool {
        focus.isCounting = true
        let ids = message.products.isEmpty ? focus.lines.map(\.product) : message.products
        let names = try ids.map { try product($0)?["name"]?.text ?? $0 }
        let text =
            try soFar()
            + (names.count == 1
                ? settings.texts.text("how_many", locale, ["name": names[0]])
                : settings.texts.text(
                    "which_quantities", locale,
                    ["names": names.joined(separator: settings.texts.separator.text(locale))]))
        return answer(text, "which quantity is of which product is not certain: asked back")
    }

    private mutating func soFar() throws -> String {
        focus.lines.isEmpty
            ? "" : settings.texts.text("so_far", locale, ["lines": try named(focus.lines)])
    }

    private mutating func named(_ lines: [Message.Line]) throws -> String {
        let known = try lines.compactMap { line in
            try product(line.product).map { Offer.Line(product: $0, quantity: line.quantity) }
        }
        return Offer.named(known, settings.texts, locale)
    }

    private mutating func answer(_ text: String, _ because: String) -> Bool {
        said.say(text, priority: settings.buying.priority)
        reasons.append(because)
        return true
    }

    private mutating func ask(_ text: String, _ values: [String: String] = [:]) {
        let question = settings.texts.text(text, locale, values)
        if !question.isEmpty { said.say(question, as: .question) }
    }
}
