import SkillKit

/// What a conversation is about so far: kept from turn to turn, forgotten with the next conversation.
struct Focus: Sendable, Hashable {
    let conversation: String
    var product: String?
    /// How many pieces in all.
    var quantity: Double?
    var order = Order()
    /// More of it is wanted, and how many was not said.
    var isAdding = false
    /// They were asked how many.
    var isCounting = false
    /// They were asked whether what was put aside is wanted too.
    var isAsked = false
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
        order.lines = Message.Line.list(kept["lines"])
        order.aside = Message.Line.list(kept["aside"])
        isAdding = kept["adding"]?.bool ?? false
        isCounting = kept["counting"]?.bool ?? false
        isAsked = kept["asked"]?.bool ?? false
        introduced = kept["introduced"].flatMap { [String]($0) } ?? []
        unclear = kept["unclear"]?.int.map(Int.init) ?? 0
        marks = (kept["marks"]?.list ?? []).compactMap(Mark.init)
        isOffered = kept["offered"]?.bool ?? false
    }

    var value: [String: Value] {
        var map: [String: Value] = ["conversation": .text(conversation)]
        map["product"] = product.map(Value.text)
        map["quantity"] = quantity.map(Value.double)
        if !order.lines.isEmpty { map["lines"] = .list(order.lines.map(\.value)) }
        if !order.aside.isEmpty { map["aside"] = .list(order.aside.map(\.value)) }
        if isAdding { map["adding"] = true }
        if isCounting { map["counting"] = true }
        if isAsked { map["asked"] = true }
        if !introduced.isEmpty { map["introduced"] = introduced.value }
        if unclear > 0 { map["unclear"] = .int(Int64(unclear)) }
        if !marks.isEmpty { map["marks"] = .list(marks.map(\.value)) }
        if isOffered { map["offered"] = true }
        return map
    }

    var lines: [Message.Line] { order.lines }

    /// Takes in what a message says of products and quantities.
    @discardableResult
    mutating func follow(_ message: Message) -> Order.Step {
        isCounting = false
        unclear = message.isUnclear ? unclear + 1 : 0
        guard !message.isFault else { return .none }
        if let named = message.products.last {
            // Another product: how many of it is not known yet.
            if product.map({ $0 != named }) ?? false { quantity = nil }
            product = named
        }
        if message.isOdd { (quantity, order) = (nil, Order()) }
        var step = order.take(message, about: product, isAdding: isAdding)
        if step == .none, lines.isEmpty, let product, let count = message.quantity ?? quantity {
            order.lines = [Message.Line(product: product, quantity: count, isExact: !message.isVague)]
            step = .said
        }
        isAdding = step == .none && (message.change == .add && !lines.isEmpty && message.products.count == 1)
        isAsked = step == .beside
        if step == .changed || step == .said, product.map({ !order.has($0) }) ?? true {
            product = lines.last?.product ?? product
        }
        if lines.isEmpty {
            quantity = message.isVague || message.isOdd ? nil : message.quantity ?? quantity
        } else {
            quantity = product.map { order.has($0) } ?? true ? order.quantity : nil
        }
        return step
    }
}

extension Message.Line {
    static func list(_ value: Value?) -> [Self] {
        (value?.list ?? []).compactMap { line in
            guard let product = line["product"]?.text, let quantity = line["quantity"]?.double else {
                return nil
            }
            return Self(
                product: product, quantity: quantity, isExact: !(line["about"]?.bool ?? false))
        }
    }

    var value: Value {
        let line: [String: Value] = ["product": .text(product), "quantity": .double(quantity)]
        return .map(isExact ? line : line.merging(["about": true]) { $1 })
    }
}
