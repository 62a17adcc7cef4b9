import SkillKit
import Testing

@testable import UserProfiling

@Suite struct StandingTests {
    @Test(
        arguments: [
            (0, 400, 1, "new"), (1, 400, 1, "existing"), (0, 369, 2, "existing"), (0, 370, 2, "new"),
            (0, 300, 1, "new"),
        ] as [(Int, Int64, Int, String)])
    func `who bought, or came again after a month, is an existing customer`(
        orders: Int, firstSeen: Int64, conversations: Int, type: String
    ) {
        let standing = Standing(
            paidOrders: orders, firstSeen: Timestamp(milliseconds: firstSeen * Samples.day),
            conversations: conversations)
        #expect(standing.type(at: Samples.now, Samples.settings).value == type)
    }

    @Test(
        arguments: [
            (0, nil, "standard"), (49_999, nil, "standard"), (50_000, nil, "silver"), (200_000, nil, "gold"),
            (500_000, nil, "VIP"), (600_000, "silver", "silver"), (0, "vip", "VIP"),
            (0, "platinum", "platinum"),
            (60_000, "", "silver"),
        ] as [(Double, String?, String)])
    func `the amount of twelve months makes the tier, unless it is set from outside`(
        amount: Double, outside: String?, tier: String
    ) {
        let standing = Standing(amount12Months: amount, outsideTier: outside)
        #expect(standing.tier(Samples.settings)?.value == tier)
    }

    @Test(
        arguments: [
            (nil, "greeting", false, "awareness"), ("awareness", "price_inquiry", false, "consideration"),
            ("consideration", "purchase", false, "decision"),
            ("decision", "price_inquiry", false, "decision"),
            ("decision", nil, true, "purchase"), ("purchase", "after_sales", true, "service"),
            ("service", "greeting", true, "service"),
            ("service", nil, true, "purchase"), ("decision", "greeting", true, "purchase"),
        ] as [(String?, String?, Bool, String)])
    func `the journey goes forward`(from: String?, intent: String?, hasBought: Bool, to: String) {
        #expect(Samples.settings.journey.stage(after: from, intent: intent, hasBought: hasBought) == to)
    }
}
