import SkillKit

/// What a conversation is about so far: kept from turn to turn, forgotten with the next conversation.
struct Focus: Sendable, Hashable {
    let conversation: String
    var product: String?
    var quantity: Double?
    var lines: [Message.Line] = []
    /// What the customer was told about already.
    var introduced: [String] = []
    /// How often in a row the customer was not understood.
    var unclear = 0
    /// Signals from before there was a lead.
    var marks: [Mark] = []

    init(_ kept: Value?, conversation: String) {
        self.conversation = conversation
        guard let kept, kept["conversation"]?.text == conversation else { return }
        product = kept["product"]?.text
        quantity = kept["quantity"]?.double
        lines = (kept["lines"]?.list ?? []).compactMap { line in
            guard let product = line["product"]?.text, let quantity = line["quantity"]?.double else {
                return nil
            }
            return Message.Line(product: product, quantity: quantity)
        }
        introduced = kept["introduced"].flatMap { [String]($0) } ?? []
        unclear = kept.integer("unclear")
        marks = (kept["marks"]?.list ?? []).compactMap(Mark.init)
    }

    var value: Value {
        var map: [String: Value] = ["conversation": .text(conversation)]
        map["product"] = product.map(Value.text)
        map["quantity"] = quantity.map(Value.double)
        if !lines.isEmpty {
            map["lines"] = .list(
                lines.map { ["product": .text($0.product), "quantity": .double($0.quantity)] })
        }
        if !introduced.isEmpty { map["introduced"] = introduced.value }
        if unclear > 0 { map["unclear"] = .int(Int64(unclear)) }
        if !marks.isEmpty { map["marks"] = .list(marks.map(\.value)) }
        return .map(map)
    }

    /// Takes in what a message says of products and quantities.
    mutating func follow(_ message: Message, isUnclear: Bool) {
        unclear = isUnclear ? unclear + 1 : 0
        if let named = message.products.last {
            // Another product: how many of it is not known yet.
            if product.map({ $0 != named }) ?? false { (quantity, lines) = (nil, []) }
            product = named
        }
        if let count = message.quantity { quantity = count }
        if !message.lines.isEmpty {
            lines = message.lines
            quantity = message.lines.last?.quantity
        } else if let product, let quantity {
            lines = [Message.Line(product: product, quantity: quantity)]
        }
    }
}
