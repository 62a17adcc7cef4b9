import SkillKit

/// What a conversation is about so far: kept from turn to turn, forgotten with the next conversation.
struct Focus: Sendable, Hashable {
    let conversation: String
    var product: String?
    /// How many pieces in all.
    var quantity: Double?
    var lines: [Message.Line] = []
    /// What the customer was told about already.
    var introduced: [String] = []
    /// How often in a row the customer was not understood.
    var unclear = 0
    /// Signals from before there was a lead.
    var marks: [Mark] = []
    /// The customer was asked whether a colleague shall see to the order.
    var isOffered = false

    init(_ kept: Value?, conversation: String) {
        self.conversation = conversation
        guard let kept = kept?.map, kept["conversation"]?.text == conversation else { return }
        product = kept["product"]?.text
        quantity = kept["quantity"]?.double
        lines = (kept["lines"]?.list ?? []).compactMap { line in
            guard let product = line["product"]?.text, let quantity = line["quantity"]?.double else {
                return nil
            }
            return Message.Line(product: product, quantity: quantity)
        }
        introduced = kept["introduced"].flatMap { [String]($0) } ?? []
        unclear = kept["unclear"]?.int.map(Int.init) ?? 0
        marks = (kept["marks"]?.list ?? []).compactMap(Mark.init)
        isOffered = kept["offered"]?.bool ?? false
    }

    var value: [String: Value] {
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
        if isOffered { map["offered"] = true }
        return map
    }

    /// Takes in what a message says of products and quantities.
    mutating func follow(_ message: Message) {
        unclear = message.isUnclear ? unclear + 1 : 0
        if let named = message.products.last {
            // Another product: how many of it is not known yet.
            if product.map({ $0 != named }) ?? false { (quantity, lines) = (nil, []) }
            product = named
        }
        if message.isOdd { (quantity, lines) = (nil, []) }
        if !message.lines.isEmpty {
            lines = message.lines
            quantity = lines.reduce(0) { $0 + $1.quantity }
        } else if let count = message.quantity {
            quantity = count
            lines = product.map { [Message.Line(product: $0, quantity: count)] } ?? []
        } else if lines.isEmpty, let product, let quantity {
            lines = [Message.Line(product: product, quantity: quantity)]
        }
    }
}
