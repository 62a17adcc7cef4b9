import SkillKit

/// What a customer wrote, as far as selling is concerned.
struct Message: Sendable {
    var text: String
    var intent: String?
    /// Everything that is wanted, the main thing first.
    var intents: [String] = []
    var customerTurns = 0
    /// The ids of the products it names, in order.
    var products: [String] = []
    /// What is to be bought, in order: a product, how many of it.
    var lines: [Line] = []
    /// How many, of a product that was named before.
    var quantity: Double?

    struct Line: Sendable, Hashable {
        var product: String
        var quantity: Double
    }

    /// The intents left when those that are only spoken of to turn them down are taken out: 不要优惠.
    func without(_ refusable: [Refusable]) -> Message {
        var message = self
        for refusal in refusable where refusal.isRefused(in: text) {
            message.intents.removeAll(where: refusal.intents.contains)
        }
        if let intent, !message.intents.contains(intent) { message.intent = message.intents.first ?? "none" }
        return message
    }

    init(
        _ text: String, intent: String? = nil, all: [String] = [], entities: [Value] = [],
        customerTurns: Int = 0
    ) {
        self.text = text
        self.intent = intent
        intents = [intent].compactMap(\.self) + all.filter { $0 != intent }
        self.customerTurns = customerTurns
        read(entities.filter { !($0["negated"]?.bool ?? false) })
    }

    /// 两台工业机器人和一台输送线: quantities and products go together one by one, or all to the only product.
    private mutating func read(_ entities: [Value]) {
        let found = entities.filter { $0["kind"]?.text == "product" }.compactMap {
            $0["value"]?["id"]?.text
        }
        products = found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        let counts = entities.filter { $0["kind"]?.text == "quantity" }.compactMap(Self.count)
        if products.isEmpty {
            quantity = counts.last
        } else if products.count == counts.count {
            lines = zip(products, counts).map(Line.init)
        } else if products.count == 1, let count = counts.last {
            lines = [Line(product: products[0], quantity: count)]
        }
    }

    /// 至少50台 counts as 50: what is certain.
    private static func count(_ entity: Value) -> Double? {
        let value = entity["value"]
        guard let count = value?["amount"]?.double ?? value?["from"]?.double ?? value?["to"]?.double,
            count > 0
        else { return nil }
        return count
    }
}
