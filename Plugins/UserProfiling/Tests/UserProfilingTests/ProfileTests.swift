import SkillKit
import Testing

@testable import UserProfiling

@Suite struct ProfileTests {
    private func statement(_ value: Value, _ confidence: Double = 1) -> Statement {
        Statement(field: "industry", value: value, confidence: confidence)
    }

    private func take(_ statement: Statement, _ profile: inout Profile, _ message: String = "m") -> Bool {
        profile.take(statement, clearFrom: 0.7, from: Samples.origin(message))
    }

    @Test func `a value keeps where it comes from`() {
        var profile = Profile(nil)
        #expect(profile.messageCount == 0)
        #expect(take(statement("汽车零部件"), &profile, "我们做汽车零部件的"))
        #expect(profile["industry"] == "汽车零部件")
        #expect(
            profile.source("industry")
                == [
                    "value": "汽车零部件", "message": "我们做汽车零部件的", "turn": "t1", "at": .time(Samples.now),
                    "confidence": 1.0, "pinned": false,
                ])
    }

    @Test func `a later clear statement replaces an earlier one, an unclear one does not`() {
        var profile = Profile(nil)
        #expect(take(statement("汽车"), &profile))
        #expect(!take(statement("电子", 0.5), &profile))
        #expect(take(statement("食品", 0.7), &profile))
        #expect(profile["industry"] == "食品")
    }

    @Test func `something unclear is better than nothing`() {
        var profile = Profile(nil)
        #expect(take(statement("汽车", 0.5), &profile))
        #expect(take(statement("电子", 0.5), &profile))
        #expect(!take(statement("电子", 1), &profile))
    }

    @Test func `what has no value is not pinned, and may be released`() {
        var profile = Profile(nil)
        func pin(_ isPinned: Bool) -> Bool { profile.pin("role", isPinned, from: Samples.origin("li")) }
        #expect(!pin(true))
        #expect(profile.fields.isEmpty)
        #expect(pin(false))
        profile.set("role", "厂长", confidence: 1, from: Samples.origin("li"))
        #expect(pin(true))
        #expect(profile.isPinned("role"))
    }

    @Test func `a sum of money says nothing of how many`() {
        var profile = Profile(nil)
        let count = Statement(field: "purchase_scale", value: "200台", confidence: 1)
        let sum = Statement(field: "purchase_scale", value: "50万", confidence: 1, isAmount: true)
        #expect(take(sum, &profile) && take(count, &profile) && !take(sum, &profile))
        #expect(profile["purchase_scale"] == "200台")
    }

    @Test func `a card comes back as it was written`() {
        var profile = Profile(nil)
        profile["message_count"] = 7
        profile["paid_orders"] = 2
        profile["totals_at"] = .time(Samples.now)
        profile.set("tier", "gold", confidence: 1, from: Samples.origin("staff"), isPinned: true)
        var card = Card(profile)
        card.interests = ["机器人": 1]
        #expect(Card(.map(card.value)) == card)
        #expect(card.pins == ["tier"] && card.saved == 7 && card.paidOrders == 2)
    }

    @Test(arguments: [
        ("tier", ["silver", "VIP", "gold", "standard"] as [String]?), ("type", ["new", "existing"]),
        ("journey_stage", ["awareness", "consideration", "decision", "purchase", "service"]),
        ("company", nil),
    ])
    func `what a field can be is what the rules know`(field: String, values: [String]?) {
        #expect(Samples.settings.values(of: field) == values)
    }

    @Test func `what is pinned stays until it is released`() {
        var profile = Profile(nil)
        profile.set("industry", "电子", confidence: 1, from: Samples.origin("staff"), isPinned: true)
        #expect(!take(statement("汽车"), &profile))
        let isWithdrawnWhilePinned = profile.withdraw("industry")
        #expect(!isWithdrawnWhilePinned)
        _ = profile.pin("industry", false, from: Samples.origin("staff"))
        #expect(take(statement("汽车"), &profile))
        let isWithdrawn = profile.withdraw("industry")
        #expect(isWithdrawn)
        #expect(profile["industry"] == nil && profile.source("industry") == nil)
    }

    @Test func `what staff changed in the document is pinned`() {
        var profile = Profile(nil)
        #expect(take(statement("汽车"), &profile))
        #expect(profile.adoptCorrections(from: Samples.origin("x")) == [])
        profile["industry"] = "电子"
        profile["role"] = "厂长"
        #expect(profile.adoptCorrections(from: Samples.origin("x")) == ["industry", "role"])
        #expect(profile.isPinned("industry") && !take(statement("汽车"), &profile))
    }
}
