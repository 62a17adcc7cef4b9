import ConciergeCore

/// What a customer wrote who may buy: sentence after sentence, as the skill would have heard them.
struct DemoTalk {
    typealias Message = (text: String, at: Timestamp)

    private(set) var messages: [Message] = []
    /// Each signal with the sentence that gave it.
    private(set) var marks: [(signal: String, message: Message)] = []
    /// How many are wanted, when a sentence says so.
    private(set) var scale: String?

    /// The sentences that say something of the lead.
    var quotes: [String] {
        let earning = Set(marks.map(\.message.text))
        return messages.map(\.text).filter(earning.contains)
    }

    init(
        _ talk: DemoStock.Past.Talk, with person: DemoPerson, of product: String, _ quantity: Int,
        at: Timestamp
    ) {
        for (index, said) in talk.says.enumerated() {
            let words = person.said(said.texts) ?? ""
            if words.contains("{quantity}") { scale = person.locale == "en" ? "\(quantity)" : "\(quantity)台" }
            let text = words.replacing("{product}", with: product)
                .replacing("{quantity}", with: "\(quantity)")
            let message = (text, at.adding(.minutes(index)))
            messages.append(message)
            marks += said.signals.map { ($0, message) }
        }
    }
}
