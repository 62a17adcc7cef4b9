import SkillKit
import Testing

@testable import SalesAutomation

@Suite struct FocusTests {
    @Test(arguments: [
        ("不要优惠，不关心价格", "price_inquiry", "none"),
        ("No discount please, I don't care about the price", "discount_inquiry", "none"),
        ("有没有优惠", "discount_inquiry", "discount_inquiry"),
        ("不要优惠，介绍一下", "product_inquiry", "product_inquiry"), ("我不是要买", "purchase", "none"),
        ("我要买", "purchase", "purchase"), ("嗯这个那个", "purchase", "none"), ("要不要买再说", "purchase", "purchase"),
        ("价格不重要，交期多久", "price_inquiry", "none"), ("the price doesn't matter", "price_inquiry", "none"),
        ("I don't want a discount and I don't care about the price", "discount_inquiry", "none"),
    ])
    func `what is only turned down is not wanted`(_ text: String, _ intent: String, _ wanted: String) {
        #expect(Message(text, intent: intent).heard(by: Samples.settings.hearing).intent == wanted)
    }

    @Test(arguments: [
        ("I don't want to buy", true), ("Do not BUY it", true), ("不买了", true),
        ("I am the buyer at Acme", false),
        ("I want to buy it", false),
    ])
    func `only what is spoken of is turned down`(text: String, isRefused: Bool) {
        let message = Message(text, intent: "purchase").heard(by: Samples.settings.hearing)
        #expect(message.isRefused == isRefused)
    }

    @Test(arguments: [
        ("价格不重要，交期多久", "交期多久"), ("价格不重要但交期要快", "交期要快"), ("Price? Delivery!", "Price? Delivery!"),
        ("the price doesn't matter, which is fastest", " which is fastest"),
        ("the price doesn't matter for distribution", ""), ("价格不重要，但是交期要快", "交期要快"),
        ("the price doesn't matter But when does it ship", " when does it ship"),
    ])
    func `what does not matter is not heard`(text: String, heard: String) {
        #expect(Samples.settings.hearing.heard(text) == heard)
    }

    @Test(
        arguments: [
            ("2.5台", ["amount": 2.5]), ("0台", ["amount": 0]), ("-5台", ["amount": -5]),
            ("999999台", ["amount": 999_999]),
        ] as [(String, [String: Value])])
    func `a quantity that nobody orders is not taken`(text: String, value: [String: Value]) {
        let entity: Value = ["kind": "quantity", "value": .map(value), "start": value["start"] ?? 0]
        let message = Message(text, entities: [Samples.product("P001"), entity])
            .heard(by: Samples.settings.hearing)
        #expect(message.isOdd && message.lines.isEmpty && message.quantity == nil)
        var focus = Focus(nil, conversation: "c1")
        focus.follow(Message("…", entities: [Samples.product("P001"), Samples.quantity(3)]))
        focus.follow(message)
        #expect(focus.lines.isEmpty && focus.quantity == nil)
    }

    @Test func `one is a quantity where something is bought`() {
        let entities = [Samples.product("P001")]
        let buy = Message("I want to buy one robot", intent: "purchase", entities: entities)
        #expect(buy.heard(by: Samples.settings.hearing).lines == [.init(product: "P001", quantity: 1)])
        let ask = Message("I want to buy one robot", intent: "price_inquiry", entities: entities)
        #expect(ask.heard(by: Samples.settings.hearing).lines.isEmpty)
    }

    @Test func `the quantity of several lines is that of all`() {
        let focus = focus(after: [
            message([
                Samples.quantity(2), Samples.product("P001"), Samples.quantity(1), Samples.product("P002"),
            ])
        ])
        #expect(focus.quantity == 3)
    }

    private func message(_ entities: [Value]) -> Message { Message("…", entities: entities) }

    private func focus(after messages: [Message]) -> Focus {
        messages.reduce(into: Focus(nil, conversation: "c1")) { $0.follow($1) }
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
            ([[Samples.product("P001"), Samples.quantity(5)], [Samples.product("P002")]], [("P001", 5)]),
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
        before.isOffered = true
        (before.isAdding, before.isAsked) = (true, true)
        before.order.aside = [.init(product: "P002", quantity: 2, isExact: false)]
        #expect(Focus(.map(before.value), conversation: "c1") == before)
        #expect(Focus(.map(before.value), conversation: "c2") == Focus(nil, conversation: "c2"))
    }

    @Test func `not understood in a row is counted, understood begins anew`() {
        var focus = Focus(nil, conversation: "c1")
        var unclear = message([])
        unclear.isUnclear = true
        focus.follow(unclear)
        focus.follow(unclear)
        #expect(focus.unclear == 2)
        focus.follow(message([]))
        #expect(focus.unclear == 0)
    }
}
