import SkillKit
import Testing

@testable import SalesAutomation

@Suite struct StrategyTests {
    private func move(_ facts: [String: Value]) -> String? {
        Samples.settings.strategies.first { $0.when.hold(Facts([:]).adding(facts)) }?.move.rawValue
    }

    @Test(
        arguments: [
            (["tier": "VIP", "any_intent": ["human_request"]], "human_handoff"),
            (["tier": "VIP", "type": "new", "intent": "product_inquiry"], "human_handoff"),
            (["tier": "vip"], "human_handoff"), (["unclear": 2], "human_handoff"),
            (["unclear": 1], "default_reply"),
            (["intents": 3], "human_handoff"), (["intents": 2], "default_reply"),
            (["order_amount": 500_001.0], "human_handoff"), (["order_amount": 500_000.0], "default_reply"),
            (["type": "new", "intent": "product_inquiry"], "detailed_introduction"),
            (["type": "existing", "intent": "product_inquiry"], "default_reply"),
            (["type": "existing", "intent": "new_products"], "personalized_recommendation"),
            (["type": "new", "intent": "new_products"], "default_reply"),
            (["any_intent": ["price_inquiry", "price_negotiation"]], "negotiate"), ([:], "default_reply"),
        ] as [([String: Value], String)])
    func `the first rule that holds decides`(facts: [String: Value], move: String) {
        #expect(self.move(facts) == move)
    }

    @Test(
        arguments: [
            (["tier": ["none_of": ["VIP"]]], ["tier": "gold"], true),
            (["tier": ["none_of": ["VIP"]]], ["tier": "VIP"], false),
            (["tier": ["none_of": ["VIP"]]], [:], true),
            (["stock": ["at_most": 0]], ["stock": 0], true), (["stock": ["at_most": 0]], [:], false),
            (["stock": ["below": 5, "above": 1]], ["stock": 3], true),
            (["stock": ["below": 5, "above": 1]], ["stock": 1], false),
            (["on_sale": [true]], ["on_sale": true], true),
            (["tier": "VIP"], ["tier": "VIP"], true), (["quantity": [5]], ["quantity": 5.0], true),
        ] as [(Value, [String: Value], Bool)])
    func `a condition holds of a value that is known`(written: Value, facts: [String: Value], holds: Bool)
        throws
    {
        #expect(try Conditions(written).hold(Facts([:]).adding(facts)) == holds)
    }

    @Test(
        arguments: [
            (["tier": ["=": "VIP"]], "unknown operator '='; known are none_of above at_least at_most below"),
            (
                ["order_amount": ["above": "much"]],
                "'much' is no number; write digits, or one of complex_amount"
            ),
        ] as [(Value, String)])
    func `what is no condition says why`(written: Value, said: String) {
        let fault = #expect(throws: Conditions.Fault.self) {
            try Conditions(written, limits: ["complex_amount": 1])
        }
        #expect(fault?.message == said)
    }
}
