@testable import CustomerService
import SkillKit
import Testing

struct RoutingTests {
    private let routing: Routing
    private let listening: Listening

    init() throws {
        routing = try Routing(.map(Fixture.routing))
        listening = try Listening(Fixture.remarks)
    }

    private func judge(_ inquiry: Inquiry, _ lookup: Lookup, mayAskBack: Bool = false) -> Routing.Verdict {
        routing.judge(
            inquiry, routing.fits(inquiry), lookup, listening.hear(inquiry), mayAskBack: mayAskBack)
    }

    @Test func `a human request goes before a VIP, a VIP before a fault, a fault before the rest`() {
        func priority(_ intents: [String], issue: String? = nil, tier: String? = nil) -> Int? {
            let inquiry = Inquiry.make("", intents.first) {
                $0.intents = intents
                $0.issue = issue
                $0.tier = tier
            }
            return judge(inquiry, .nothing(best: nil)).handoff?.priority
        }
        #expect(priority(["human_request"], issue: "technical", tier: "VIP") == 40)
        #expect(priority(["technical_support"], issue: "technical", tier: "VIP") == 39)
        #expect(priority(["price_inquiry"], issue: "simple", tier: "VIP") == 30)
        #expect(priority(["technical_support"], issue: "technical") == 20)
        #expect(priority(["complaint"]) == 15)
        #expect(priority(["price_inquiry"], issue: "simple") == 5)
    }

    @Test
    func `what was answered goes to nobody, but a VIP, and a complaint for which there is no very answer`() {
        func verdict(_ intent: String, tier: String? = nil) -> Routing.Verdict {
            judge(.make("", intent) { $0.tier = tier }, .found(.example))
        }
        #expect(verdict("price_inquiry").handoff == nil)
        #expect(verdict("price_inquiry").route == "auto")
        #expect(verdict("price_inquiry", tier: "VIP").handoff?.text == "vip")
        #expect(verdict("complaint").handoff == nil)
        #expect(judge(.make("", "complaint"), .found(.near)).handoff?.text == "complaint")
        #expect(judge(.make("", "complaint"), .found(.near)).opensTicket)
    }

    @Test func `another skill's answer is an answer`() {
        let inquiry = Inquiry.make("", "price_inquiry") {
            $0.said = [.init(skill: "sales", kind: "answer", priority: 60)]
        }
        let verdict = judge(inquiry, .nothing(best: 0.2))
        #expect(verdict.handoff == nil)
        #expect(!verdict.isGap)
    }

    @Test func `a fault goes to engineers and opens a ticket, a question nobody can answer is a gap`() {
        let fault = judge(
            .make("机器怎么不动", "technical_support") { $0.issue = "technical" }, .nothing(best: 0.31))
        #expect(fault.route == "technical")
        #expect(fault.handoff?.competence == "technical")
        #expect(fault.handoff?.why("en") == "technical")
        #expect(fault.opensTicket && fault.isGap)
    }

    @Test func `a fault with a complaint goes to engineers, and is a complaint all the same`() {
        let inquiry = Inquiry.make("", "complaint") {
            $0.intents = ["complaint", "technical_support"]
            $0.issue = "technical"
        }
        #expect(judge(inquiry, .nothing(best: nil)).handoff?.competence == "technical")
        #expect(judge(inquiry, .found(.near)).handoff?.text == "complaint")
    }

    @Test func `a fault that is told is no question for the list of questions`() {
        let fault = judge(
            .make("机器人无法开机，你们什么破东西", "technical_support") { $0.issue = "technical" }, .nothing(best: nil))
        #expect(fault.opensTicket && !fault.isGap)
    }

    @Test func `what a later skill answers is left to it, where there is one`() {
        func verdict(_ text: String, _ intent: String, following: [String] = ["recommendation"])
            -> Routing
            .Verdict
        {
            judge(
                .make(text, intent) { $0.skills = { ["customer-service"] + following } }, .nothing(best: nil))
        }
        #expect(verdict("最近有什么新品", "new_products").leftTo == "recommendation")
        #expect(verdict("最近有什么新品", "new_products").handoff == nil)
        #expect(!verdict("好的，推荐一下配套的", "product_inquiry").isGap)
        #expect(verdict("please recommend something", "product_inquiry").handoff == nil)
        #expect(verdict("最近有什么新品", "new_products", following: []).handoff != nil)
        #expect(verdict("你们推荐的坏了，我要投诉", "complaint").leftTo == nil)
    }

    @Test func `a VIP's handoff knows that nothing is left to be done`() {
        let inquiry = Inquiry.make("", "price_inquiry") { $0.tier = "VIP" }
        #expect(judge(inquiry, .found(.example)).handoff?.isAnswered == true)
        #expect(judge(inquiry, .nothing(best: nil)).handoff?.isAnswered == false)
    }

    @Test func `a search that failed is handed over, and is no gap`() {
        let verdict = judge(.make("", "delivery_inquiry"), .failed("no index"))
        #expect(verdict.handoff != nil)
        #expect(!verdict.isGap)
    }

    @Test func `what is unclear is asked back once, then handed over`() {
        let inquiry = Inquiry.make("", "price_inquiry") { $0.isUnclear = true }
        #expect(judge(inquiry, .nothing(best: nil), mayAskBack: true).handoff == nil)
        #expect(judge(inquiry, .nothing(best: nil), mayAskBack: false).handoff?.priority == 5)
    }

    @Test func `with routing 'any' nobody's competence is asked for`() throws {
        var value = Fixture.routing
        value["routing"] = "any"
        let routing = try Routing(.map(value))
        let fault = Inquiry.make("", "technical_support") { $0.issue = "technical" }
        let verdict = routing.judge(fault, routing.fits(fault), .nothing(best: nil), .init())
        #expect(verdict.handoff != nil && verdict.handoff?.competence == nil)
    }

    @Test func `who asks for a human about a fault gets an engineer`() {
        let inquiry = Inquiry.make("", "human_request") { $0.issue = "technical" }
        #expect(judge(inquiry, .nothing(best: nil)).handoff?.competence == "technical")
        #expect(judge(inquiry, .nothing(best: nil)).route == "human")
    }

    @Test func `thanks of a VIP call nobody`() {
        #expect(judge(.make("", "thanks") { $0.tier = "VIP" }, .settled).handoff == nil)
    }

    @Test func `a VIP's fault goes to engineers, and before others`() {
        let fault = judge(.make("机器报警", "technical_support") { $0.tier = "VIP" }, .nothing(best: nil))
        #expect(fault.handoff?.competence == "technical" && fault.handoff?.text == "technical")
        #expect(fault.handoff?.priority == 39)
        let complaint = judge(.make("", "complaint") { $0.tier = "VIP" }, .nothing(best: nil))
        #expect(complaint.handoff?.text == "complaint" && complaint.handoff?.priority == 34)
    }

    @Test func `what is near an answer does not settle a fault, the very answer does`() {
        let fault = Inquiry.make("机器报警，无法运行", "technical_support")
        #expect(routing.fits(fault).areInsistent)
        #expect(judge(fault, .found(.near)).opensTicket)
        #expect(judge(fault, .withheld(title: "报警E34怎么办", score: 0.62)).opensTicket)
        #expect(!judge(fault, .withheld(title: "报警E34怎么办", score: 0.62)).isGap)
        #expect(judge(fault, .found(.example)).handoff == nil)
        #expect(judge(fault, .nothing(best: nil), mayAskBack: true).handoff?.why("zh") == "故障（报警）")
    }

    @Test func `who wants to buy meets a colleague, where no skill sells`() throws {
        var value = Fixture.routing
        let selling: Value = [
            "name": "buying", "when": ["intent": ["purchase"], "without": ["sales-automation"]],
            "route": "general",
            "priority": 8, "text": "general", "despite": "near",
        ]
        value["routes"] = .list([selling] + (value["routes"]?.list ?? []))
        let routing = try Routing(.map(value))
        func isInsisting(_ skills: [String]) -> Bool {
            routing.fits(.make("我要买机器人", "purchase") { $0.skills = { skills } }).areInsistent
        }
        #expect(isInsisting(["customer-service"]))
        #expect(!isInsisting(["sales-automation", "customer-service"]))
    }

    @Test func `danger goes before everything, and supervisors are told`() {
        let danger = judge(
            .make("Someone got hurt by your robot", "human_request") { $0.tier = "VIP" }, .found(.example))
        #expect(danger.escalates && danger.opensTicket)
        #expect(danger.handoff?.text == "danger" && danger.handoff?.competence == "technical")
        #expect(danger.handoff?.why("en") == "danger (got hurt)")
    }

    @Test func `nobody complains in a good mood`() throws {
        let pleased = Inquiry.make("5分，很满意", "complaint") { $0.sentiment = "positive" }
        #expect(judge(pleased, .settled).handoff == nil)
        #expect(try Fixture.settings().settings.tickets.isComplaint(pleased) == false)
    }

    @Test func `who declines a human is not handed over`() {
        #expect(judge(.make("我不要转人工", "human_request"), .settled).handoff == nil)
    }

    @Test func `channels restrict platforms, and nothing else`() throws {
        let desk = try Fixture.settings(["channels": ["whatsapp"]]).settings.desk
        #expect(["whatsapp", "webchat", "rest", "terminal"].allSatisfy(desk.serves))
        #expect(!["wechat", "wecom", "telegram"].contains(where: desk.serves))
        #expect(try Fixture.settings().settings.desk.serves("wechat"))
    }
}

extension Lookup.Answer {
    static let example = Lookup.Answer(
        title: "工作时间", text: "周一至周五", source: "faq.yaml:3", score: 0.98, isExact: true, priority: 80)

    static var near: Self {
        var answer = example
        answer.isExact = false
        return answer
    }
}
