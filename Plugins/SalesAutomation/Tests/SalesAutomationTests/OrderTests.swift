import SkillKit
import Testing

@testable import SalesAutomation

@Suite struct OrderTests {
    private static let before = Order(lines: [
        .init(product: "A", quantity: 3), .init(product: "B", quantity: 2),
    ])

    private func line(_ product: String, _ quantity: Double) -> Order.Line {
        Order.Line(product: product, quantity: quantity)
    }

    private func message(
        _ change: Message.Change?, _ lines: [(String, Double)] = [], products: [String] = [],
        quantity: Double? = nil, denied: [String] = []
    ) -> Message {
        var message = Message("…")
        message.change = change
        message.lines = lines.map { line($0, $1) }
        message.products = products + lines.map(\.0)
        (message.quantity, message.denied) = (quantity, denied)
        return message
    }

    @Test func `what is added goes to its line, or becomes one`() {
        var order = Self.before
        #expect(order.take(message(.add, [("A", 1)]), about: "A", isAdding: false) == .changed)
        #expect(order.take(message(.add, [("C", 4)]), about: "C", isAdding: false) == .changed)
        #expect(order.lines == [line("A", 4), line("B", 2), line("C", 4)])
        #expect(order.take(message(.add, [("D", 1), ("A", 4)]), about: "A", isAdding: false) == .doubtful)
        #expect(order.lines == [line("A", 4), line("B", 2), line("C", 4)])
    }

    @Test func `a line is set, and only one that is there`() {
        var order = Self.before
        #expect(order.take(message(.replace, [("B", 6)]), about: "B", isAdding: false) == .changed)
        #expect(order.lines == [line("A", 3), line("B", 6)])
        #expect(order.take(message(.replace, [("C", 6)]), about: "C", isAdding: false) == .doubtful)
        #expect(order.lines == [line("A", 3), line("B", 6)])
    }

    @Test func `what is taken away, or turned down, is gone`() {
        var order = Self.before
        #expect(order.take(message(.remove, [("A", 1)]), about: "A", isAdding: false) == .changed)
        #expect(order.take(message(nil, denied: ["B"]), about: "A", isAdding: false) == .changed)
        #expect(order.lines == [line("A", 2)])
        #expect(order.take(message(.remove, [("A", 9)]), about: "A", isAdding: false) == .doubtful)
        #expect(order.take(message(.remove, products: ["A"]), about: "A", isAdding: false) == .changed)
        #expect(order.lines.isEmpty)
    }

    @Test func `a number alone is of one product or of none`() {
        var order = Self.before
        #expect(order.take(message(.add, quantity: 1), about: "B", isAdding: false) == .doubtful)
        #expect(order.take(message(nil, quantity: 1), about: "C", isAdding: true) == .changed)
        #expect(order.lines == Self.before.lines + [line("C", 1)])
        var single = Order(lines: [line("A", 3)])
        #expect(single.take(message(.add, quantity: 1), about: "A", isAdding: false) == .changed)
        #expect(single.lines == [line("A", 4)])
    }

    @Test func `other goods put the first aside until both are wanted`() {
        var order = Self.before
        #expect(order.take(message(nil, [("C", 5)]), about: "C", isAdding: false) == .beside)
        #expect(order.lines == [line("C", 5)] && order.aside == Self.before.lines)
        var both = Message("…")
        both.isTogether = true
        #expect(order.take(both, about: "C", isAdding: false) == .changed)
        #expect(order.lines == Self.before.lines + [line("C", 5)] && order.aside.isEmpty)
    }

    @Test func `what is said of some old and some new goods may mean two things`() {
        var order = Self.before
        #expect(order.take(message(nil, [("A", 1), ("C", 1)]), about: "C", isAdding: false) == .doubtful)
        #expect(order == Self.before)
        #expect(
            order.take(message(nil, [("A", 1), ("B", 1), ("C", 1)]), about: "C", isAdding: false) == .said)
        #expect(order.quantity == 3)
    }

    @Test(
        arguments: [
            (["approximate": true, "from": 2, "to": 3], false), (["from": 2, "to": 3], false),
            (["to": 10], false), (["from": 50], true), (["amount": 4], true),
        ] as [([String: Value], Bool)])
    func `only a number is exact`(value: [String: Value], isExact: Bool) {
        let entity: Value = ["kind": "quantity", "value": .map(value)]
        let message = Message("…", entities: [Samples.product("P001"), entity])
        #expect(message.lines.map(\.isExact) == [isExact])
    }

    @Test(
        arguments: [
            ("我买了3台，第2台坏了", "purchase", true), ("第二台怎么用", "technical_support", true),
            ("旧的坏了，想买3台", "purchase", false), ("我想买3台", "purchase", false), ("3台没坏了", "purchase", false),
            ("有人受伤了，想买3台", "purchase", true),
        ])
    func `who tells of a fault buys nothing`(text: String, intent: String, isFault: Bool) {
        let settings = Samples.settings {
            $0["faults"] = [
                "intents": ["technical_support"], "intent": "after_sales", "words": ["坏了"], "unless": ["想买"],
                "dangers": ["受伤"],
            ]
            $0["lead"] = ["sells": ["purchase"]]
        }
        let message = Message(
            text, intent: intent, entities: [Samples.product("P001"), Samples.quantity(3)]
        ).heard(by: settings.hearing)
        #expect(message.isFault == isFault)
        #expect(message.lines.isEmpty == isFault)
        #expect(message.intents.contains("purchase") == (intent == "purchase" && !isFault))
    }
}
