import SkillKit
import Testing

@testable import SalesAutomation

@Suite struct FocusTests {
    @Test(arguments: [
        ("不要优惠，不关心价格", "price_inquiry", "none"),
        ("No discount please, I don't care about the price", "discount_inquiry", "none"),
        ("有没有优惠", "discount_inquiry", "discount_inquiry"),
        ("不要优惠，介绍一下", "product_inquiry", "product_inquiry"),
    ])
    func `what is only turned down is not wanted`(_ text: String, _ intent: String, _ wanted: String) {
        #expect(Message(text, intent: intent).without(Samples.settings.refusable).intent == wanted)
    }

    private func message(_ entities: [Value]) -> Message { Message("…", entities: entities) }

    private func focus(after messages: [Message]) -> Focus {
        messages.reduce(into: Focus(nil, conversation: "c1")) { $0.follow($1, isUnclear: false) }
    }

    @Test(
        arguments: [
            ([[Samples.product("P001"), Samples.quantity(3)]], [("P001", 3)]),
            (
                [
                    [
                        Samples.quantity(2), Samples.product("P001"), Samples.quantity(3),
                        Samples.product("P002"),
                    ]
                ], [("P001", 2), ("P002", 3)]
            ),
            ([[Samples.product("P001")], [Samples.quantity(5)]], [("P001", 5)]),
            ([[Samples.quantity(5)], [Samples.product("P001")]], [("P001", 5)]),
            ([[Samples.product("P001"), Samples.quantity(5)], [Samples.product("P002")]], []),
            ([[Samples.product("P001"), Samples.quantity(5)], [Samples.quantity(7)]], [("P001", 7)]),
            ([[Samples.product("P001"), Samples.product("P002"), Samples.quantity(5)]], []),
            ([[Samples.quantity(5)]], []), ([[]], []),
            ([[["kind": "product", "negated": true, "value": ["id": "P001"]], Samples.quantity(5)]], []),
            ([[Samples.product("P001"), ["kind": "quantity", "value": ["from": 50]]]], [("P001", 50)]),
        ] as [([[Value]], [(String, Double)])])
    func `quantities belong to products`(turns: [[Value]], lines: [(String, Double)]) {
        #expect(
            focus(after: turns.map(message)).lines == lines.map { Message.Line(product: $0, quantity: $1) })
    }

    @Test func `it is kept from turn to turn and forgotten with the next conversation`() {
        var before = focus(after: [message([Samples.product("P001"), Samples.quantity(3)])])
        before.marks = [Mark(signal: "price", points: 20, message: "价格", at: Samples.now)]
        before.unclear = 1
        #expect(Focus(before.value, conversation: "c1") == before)
        #expect(Focus(before.value, conversation: "c2") == Focus(nil, conversation: "c2"))
    }

    @Test func `not understood in a row is counted, understood begins anew`() {
        var focus = Focus(nil, conversation: "c1")
        focus.follow(message([]), isUnclear: true)
        focus.follow(message([]), isUnclear: true)
        #expect(focus.unclear == 2)
        focus.follow(message([]), isUnclear: false)
        #expect(focus.unclear == 0)
    }
}
