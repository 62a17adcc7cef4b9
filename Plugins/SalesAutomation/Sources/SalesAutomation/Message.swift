import SkillKit

/// What a customer wrote, as far as selling is concerned.
struct Message: Sendable {
    var text: String
    /// What of it counts.
    var heard: String
    var intent: String?
    /// Everything that is wanted, the main thing first.
    var intents: [String] = []
    /// How sure the main thing is.
    var confidence = 1.0
    /// The host asks back what is meant.
    var isUnclear = false
    var customerTurns = 0
    /// The ids of the products it names, in order.
    var products: [String] = []
    /// What is to be bought, in order: a product, how many of it.
    var lines: [Line] = []
    /// How many, of a product that was named before.
    var quantity: Double?
    /// Something was turned down.
    var isRefused = false
    /// It names a quantity that cannot be ordered: 2.5, -5.
    var isOdd = false

    struct Line: Sendable, Hashable {
        var product: String
        var quantity: Double
    }

    init(
        _ text: String, intent: String? = nil, all: [String] = [], entities: [Value] = [],
        customerTurns: Int = 0
    ) {
        self.text = text
        heard = text
        self.intent = intent
        intents = all
        if let intent {
            intents.removeAll { $0 == intent }
            intents.insert(intent, at: 0)
        }
        self.customerTurns = customerTurns
        if !entities.isEmpty { read(entities) }
    }

    /// Whether it says anything of an order.
    var namesOrder: Bool { !products.isEmpty || quantity != nil || isOdd }

    /// 两台工业机器人和一台输送线: quantities and products go together one by one, or all to the only product.
    private mutating func read(_ entities: [Value]) {
        var counts: [Double] = []
        for entity in entities where !(entity["negated"]?.bool ?? false) {
            switch entity["kind"]?.text {
            case "product":
                guard let id = entity["value"]?["id"]?.text, !products.contains(id) else { continue }
                products.append(id)
            case "quantity":
                if let count = count(entity) { counts.append(count) }
            default: continue
            }
        }
        if products.isEmpty {
            quantity = counts.last
        } else if products.count == counts.count {
            lines = zip(products, counts).map(Line.init)
        } else if products.count == 1, let count = counts.last {
            lines = [Line(product: products[0], quantity: count)]
        }
    }

    /// 至少50台 counts as 50: what is certain.
    private mutating func count(_ entity: Value) -> Double? {
        let value = entity["value"]
        guard let count = value?["amount"]?.double ?? value?["from"]?.double ?? value?["to"]?.double else {
            return nil
        }
        guard count > 0, count == count.rounded(), !isBelowZero(entity) else {
            isOdd = true
            return nil
        }
        return count
    }

    private func isBelowZero(_ entity: Value) -> Bool {
        let start = entity.integer("start")
        guard start > 0 else { return false }
        return text.unicodeScalars.dropFirst(start - 1).first.map { "-−负".unicodeScalars.contains($0) }
            ?? false
    }
}
