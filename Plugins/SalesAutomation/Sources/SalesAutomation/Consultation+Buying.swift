import SkillKit

// Whoever wants to buy is not left standing.
extension Consultation {
    /// What needs nothing else: a yes to the colleague who was offered, a quantity that cannot be ordered.
    mutating func settle() throws -> Bool {
        let wasOffered = focus.isOffered
        focus.isOffered = false
        if message.isOdd, !isHandedOver {
            said.say(settings.texts.text("odd_quantity", locale), priority: settings.buying.priority)
            reasons.append("a quantity that cannot be ordered: asked back")
            return true
        }
        guard wasOffered, !message.namesOrder, settings.buying.yes.first(in: message.heard) != nil else {
            return false
        }
        let why = "the customer wants a colleague to see to the order"
        reasons.append(why)
        handOver(settings.buying.handoff, why, turn[Keys.keptAmount], say: "order")
        return true
    }

    /// The next step: which product, how many of it, a colleague for the contract.
    mutating func guide(_ amount: Double?) throws {
        guard !isHandedOver, !message.isUnclear, message.intents.contains(settings.buying.intent) else {
            return
        }
        guard let id = focus.product, let record = try product(id) else {
            return ask("which_product")
        }
        guard record["on_sale"]?.bool ?? true else { return }
        if amount == nil {
            ask("how_many", ["name": record["name"]?.text ?? id])
        } else {
            ask("next_step")
            focus.isOffered = true
        }
    }

    private mutating func ask(_ text: String, _ values: [String: String] = [:]) {
        let question = settings.texts.text(text, locale, values)
        if !question.isEmpty { said.say(question, as: .question) }
    }
}
