import SkillKit

/// How a customer hears where the orders are.
struct OrderRules: Sendable {
    let intents: Set<String>
    let most: Int
    let priority: Int
    /// States in which nothing more is to come.
    let done: Set<String>
    let states: [String: Phrase]

    init(_ value: Value) throws {
        intents = value.set("intents")
        most = try value.need("most")
        priority = try value.need("priority")
        done = value.set("done")
        states = try value.need("states")
    }
}

/// Answers from the customer's own orders, and from nobody else's.
struct OrderDesk {
    let settings: Settings
    let turn: Turn
    let inquiry: Inquiry
    private var rules: OrderRules { settings.orders }

    /// nil: the orders say nothing about it.
    func look(_ heard: Listening.Heard) throws -> Lookup? {
        let isAsked = inquiry.intents.contains(where: rules.intents.contains)
        guard isAsked || heard.remark == .riddle else { return nil }
        let number = inquiry.entities().first { $0["kind"]?.text == "order" }?["value"]?.text
        guard isAsked || number != nil else { return nil }
        let orders = try turn.customers.orders()
        guard let found = Self.wanted(orders, number, rules) else {
            return answer([settings.texts("order_unknown", inquiry.locale, ["order": number ?? ""])])
        }
        return found.isEmpty ? nil : answer(try found.map(line))
    }

    private func answer(_ lines: [String]) -> Lookup {
        .found(
            Lookup.Answer(
                title: "orders", text: settings.texts.joined(lines, inquiry.locale), source: "the store",
                score: 1, isExact: false, priority: rules.priority))
    }

    /// The one that is named, else what is under way, else the latest; nil where the one that is named is not among them.
    static func wanted(_ orders: [Record], _ number: String?, _ rules: OrderRules) -> [Record]? {
        if let number {
            return orders.first { $0.id.lowercasedASCII == number.lowercasedASCII }.map { [$0] }
        }
        let underWay = orders.filter { !rules.done.contains($0["status"]?.text ?? "") }
        return Array((underWay.isEmpty ? orders.suffix(1) : underWay.suffix(rules.most)).reversed())
    }

    private func line(_ order: Record) throws -> String {
        let product = order["product"]?.text ?? ""
        let status = order["status"]?.text ?? ""
        let tracking = order["tracking"]?.text.map {
            settings.texts("order_tracking", inquiry.locale, ["tracking": $0])
        }
        return settings.texts(
            "order", inquiry.locale,
            [
                "order": order.id, "quantity": order["quantity"]?.int.map { "\($0)" } ?? "",
                "product": try turn.catalog.product(product)?["name"]?.text ?? product,
                "status": rules.states[status]?.text(inquiry.locale) ?? status, "tracking": tracking ?? "",
            ])
    }
}
