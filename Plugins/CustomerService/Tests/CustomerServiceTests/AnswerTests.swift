@testable import CustomerService
import SkillKit
import Testing

struct AnswerTests {
    private let desk: Desk

    init() throws { desk = try Fixture.settings().settings.desk }

    @Test(
        arguments: [
            ("机器人E204报警，无法运行", ["E204"]), ("SRVO-062 and AL.16", ["SRVO062", "AL16"]), ("err e21", ["E21"]),
            ("380V 50台 2026-03-11", []), ("怎么校准", []),
        ] as [(String, Set<String>)])
    func `codes are Latin letters with digits`(_ text: String, _ codes: Set<String>) {
        #expect(Codes(in: text).all == codes)
    }

    @Test func `what is written of one code answers nothing about another`() {
        let asked = Codes(in: "机器人E204报警")
        #expect(!desk.isAbout(asked, "报警E34怎么办"))
        #expect(desk.isAbout(asked, "报警E204怎么办"))
        #expect(desk.isAbout(asked, "机器人怎么复位"))
        #expect(desk.isAbout(Codes(in: "碰撞报警怎么复位"), "报警E34怎么办"))
    }

    @Test func `the very question, a sure score, or the very code is exact`() {
        func isExact(_ title: String, _ score: Double, _ text: String) -> Bool {
            desk.isExact(title, score, for: text, Codes(in: text))
        }
        #expect(isExact("工作时间", 0.7, "工作时间？"))
        #expect(isExact("工作时间", 0.98, "几点上班"))
        #expect(isExact("报警E34怎么办", 0.7, "屏幕上是e34"))
        #expect(!isExact("工作时间", 0.96, "几点上班"))
    }

    @Test func `who asks whether a machine speaks hears the truth, unless he wants a human`() {
        #expect(desk.truth(.make("你是机器人吗？"))?.text == "好")
        #expect(desk.truth(.make("Are you a bot?") { $0.locale = "en" })?.text == "fine")
        #expect(desk.truth(.make("你是机器人吗，转人工")) == nil)
        #expect(desk.truth(.make("你们的机器人怎么样")) == nil)
    }

    @Test func `what the catalogue told is not looked for in the knowledge`() {
        func yields(_ intents: [String], _ priority: Int) -> Bool {
            desk.yields(
                .make("多少钱", intents.first) {
                    $0.intents = intents
                    $0.said = [.init(skill: "sales-automation", kind: "answer", priority: priority)]
                })
        }
        #expect(yields(["price_inquiry"], 60))
        #expect(!yields(["price_inquiry"], 50))
        #expect(!yields(["price_inquiry", "after_sales"], 60))
        #expect(!desk.yields(.make("多少钱", "price_inquiry")))
    }

    @Test func `a long text is cut between characters`() {
        #expect("机器人".cut(bytes: 9) == "机器人")
        #expect("机器人坏了".cut(bytes: 10) == "机器…")
        #expect(String(repeating: "👨‍👩‍👧", count: 400).cut(bytes: 6000).utf8.count <= 6000)
    }

    @Test func `of the orders those under way are told, else the latest, and never another's`() throws {
        let rules = try Fixture.settings().settings.orders
        let orders = ["A1": "delivered", "B2": "shipped", "C3": "paid", "D4": "paid"].sorted {
            $0.key < $1.key
        }
        .compactMap { Record(["id": .text($0.key), "status": .text($0.value)]) }
        #expect(OrderDesk.wanted(orders, nil, rules)?.map(\.id) == ["D4", "C3"])
        #expect(OrderDesk.wanted([orders[0]], nil, rules)?.map(\.id) == ["A1"])
        #expect(OrderDesk.wanted(orders, "b2", rules)?.map(\.id) == ["B2"])
        #expect(OrderDesk.wanted(orders, "X9", rules) == nil)
        #expect(OrderDesk.wanted([], nil, rules)?.isEmpty == true)
    }
}
