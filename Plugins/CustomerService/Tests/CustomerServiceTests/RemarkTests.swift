@testable import CustomerService
import SkillKit
import Testing

struct RemarkTests {
    struct Case: Sendable {
        var text: String
        var intent: String?
        var confidence = 1.0
        var named: Set<String> = []
        var mood = "neutral"
        var isQueued = false
        var remark: Remark?
    }

    @Test(arguments: [
        Case(text: "好的", intent: "thanks", remark: .assent),
        Case(text: "Hmm…", intent: "none", remark: .assent),
        Case(text: "不要优惠，不关心价格", intent: "price_inquiry", remark: .refusal),
        Case(
            text: "No discount please, I don't care about the price", intent: "discount_inquiry",
            remark: .refusal),
        Case(text: "不用了，先不买", intent: "purchase", remark: .refusal),
        Case(text: "太贵了，不考虑", intent: "complaint", mood: "negative", remark: .refusal),
        Case(text: "先不买，我要投诉", intent: "complaint", remark: nil),
        Case(text: "第二", intent: "purchase", remark: .riddle),
        Case(text: "2.", intent: "purchase", remark: .riddle),
        Case(text: "3台", intent: "purchase", remark: nil),
        Case(text: "不用推荐了", intent: "thanks", remark: .refusal),
        Case(text: "有优惠吗", intent: "discount_inquiry", remark: nil),
        Case(text: "不要优惠，价格多少", intent: "price_inquiry", remark: nil),
        Case(text: "我们不做汽车零部件，我们是食品行业", intent: "product_inquiry", named: ["industry"], remark: .statement),
        Case(text: "I am the purchasing manager", intent: "none", confidence: 0.5, remark: .statement),
        Case(text: "Acme Foods Ltd", intent: "company_info", named: ["company"], remark: .statement),
        Case(text: "我们做汽车零部件，机器坏了", intent: "technical_support", named: ["industry"], remark: nil),
        Case(text: "我是采购经理", intent: "human_request", confidence: 0.73, remark: nil),
        Case(text: "我们做采购的", intent: "human_request", confidence: 0.73, remark: .statement),
        Case(text: "我们做采购的，转人工", intent: "human_request", confidence: 0.99, remark: nil),
        Case(text: "我不要转人工", intent: "human_request", remark: .refusal),
        Case(text: "5分，很满意", intent: "complaint", confidence: 0.56, mood: "positive", remark: .praise),
        Case(text: "我想问一下", intent: "none", remark: .opening),
        Case(text: "I have a question.", intent: "thanks", confidence: 0.8, remark: .opening),
        Case(text: "在吗", intent: "greeting", isQueued: true, remark: .chasing),
        Case(text: "怎么还没人来", intent: "order_status", confidence: 0.47, isQueued: true, remark: .chasing),
        Case(text: "还没人来修，机器坏了", intent: "technical_support", isQueued: true, remark: nil),
        Case(text: "在吗", intent: "greeting", remark: nil),
        Case(text: "asdkjh qwe", intent: "none", remark: .riddle),
        Case(text: "开票给分公司", intent: "billing", confidence: 0.3, remark: .riddle),
        Case(text: "开票给分公司", intent: "billing", confidence: 0.9, remark: nil),
        Case(text: "你们能造火箭去火星吗", intent: "none", remark: nil),
        Case(text: "what is the cat called", intent: "none", remark: nil),
    ])
    func `what tells, agrees or declines is told from what asks`(_ given: Case) throws {
        let inquiry = Inquiry.make(given.text, given.intent) {
            $0.confidence = given.confidence
            $0.sentiment = given.mood
            $0.status = given.isQueued ? "queued" : "bot"
            let named = given.named.sorted()
            $0.entities = { named.map { ["kind": .text($0)] } }
        }
        #expect(try Listening(Fixture.remarks).hear(inquiry).remark == given.remark)
    }
}
