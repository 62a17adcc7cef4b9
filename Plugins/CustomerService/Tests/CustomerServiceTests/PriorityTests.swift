@testable import CustomerService
import SkillKit
import Testing

struct PriorityTests {
    struct Case: Sendable {
        var text: String
        var intent = "technical_support"
        var sentiment = "neutral"
        var tier: String?
        var contact = 1
        var priority: Priority
    }

    @Test(arguments: [
        Case(text: "怎么校准", priority: .normal),
        Case(text: "发票抬头怎么改", intent: "billing", priority: .low),
        Case(text: "机器无法开机", priority: .high),
        Case(text: "机器无法开机", sentiment: "negative", priority: .urgent),
        Case(text: "我们停产了", priority: .urgent),
        Case(text: "the line down since noon", priority: .urgent),
        Case(text: "我们停产了", intent: "billing", priority: .urgent),
        Case(text: "很急", priority: .high),
        Case(text: "This is urgent", priority: .high),
        Case(text: "这个不急", priority: .normal),
        Case(text: "not urgent at all", priority: .normal),
        Case(text: "怎么校准", tier: "VIP", priority: .high),
        Case(text: "怎么校准", contact: 2, priority: .high),
        Case(text: "我们停产了", sentiment: "negative", tier: "VIP", contact: 9, priority: .urgent),
    ])
    func `a priority follows from words, mood, tier and repeated contact`(_ given: Case) throws {
        let inquiry = Inquiry.make(given.text, given.intent) {
            $0.sentiment = given.sentiment
            $0.tier = given.tier
        }
        #expect(
            try PriorityRules(Fixture.priority).judge(inquiry, contact: given.contact).priority
                == given.priority)
    }

    @Test func `only rules that changed something are told`() throws {
        let inquiry = Inquiry.make("停产了，很急", "technical_support") { $0.sentiment = "negative" }
        #expect(try PriorityRules(Fixture.priority).judge(inquiry).because == "standstill")
    }
}
