import SkillKit
import Testing

@testable import SalesAutomation

@Suite struct LeadTests {
    private let rules = Samples.settings.lead

    private func score(_ points: Int) -> Score {
        Score(marks: [Mark(signal: "s", points: points, message: "m", at: Samples.now)], cap: 100)
    }

    @Test func `sales is told once for each crossing`() {
        var lead = Lead(id: "l1", customer: "u1", at: Samples.now)
        let crossed = [79, 80, 100, 70, 80].map { points in lead.take(score(points), threshold: 80) }
        #expect(crossed == [false, true, false, false, true])
        #expect(lead["intent_score"] == 0.8 && lead.points == 80 && lead.marks.count == 1)
    }

    @Test(arguments: [
        ("new", ["contacted", "qualified", "won"]), ("qualified", ["won"]), ("won", []), ("lost", []),
    ])
    func `a lead is won step by step`(status: String, steps: [String]) {
        var lead = Lead(id: "l1", customer: "u1", at: Samples.now)
        lead["status"] = .text(status)
        #expect(lead.stepsToWon == steps)
        #expect(lead.isOpen == !["won", "lost"].contains(status))
    }

    @Test func `the summary quotes the first and the last`() {
        var lead = Lead(id: "l1", customer: "u1", at: Samples.now)
        for text in ["一", "二", "二", "三", "四"] { lead.quote(text, rules) }
        #expect(lead["conversation_summary"] == "一 / 三 / 四")
        lead.quote(String(repeating: "长", count: 100), rules)
        #expect(lead["conversation_summary"]?.text?.count == 40)
    }

    @Test func `products are listed once, and what is unknown changes nothing`() {
        var lead = Lead(id: "l1", customer: "u1", at: Samples.now)
        lead.note(products: ["P001"])
        lead.note(products: ["P002", "P001"])
        lead.note(["industry": "汽车", "company": nil])
        lead.note(["industry": nil])
        #expect(lead["products"] == ["P001", "P002"] && lead["industry"] == "汽车" && lead["company"] == nil)
        #expect(lead["lead_id"] == "l1" && lead["user_id"] == "u1")
    }

    @Test func `a card shows whether a message says anything new`() {
        var lead = Lead(id: "l1", customer: "u1", at: Samples.now)
        lead.note(products: ["P001"])
        lead.note(["industry": "汽车"])
        let card = LeadCard(.map(LeadCard(lead).value))
        #expect(card?.holds(["industry": "汽车", "company": nil], ["P001"]) == true)
        #expect(card?.holds(["industry": "电子"], []) == false)
        #expect(card?.holds([:], ["P002"]) == false)
    }

    @Test func `what staff made by hand becomes whole and keeps what they wrote`() throws {
        let record = try #require(Record(["id": "l1", "note": "met at the fair", "status": "new"]))
        var lead = Lead(record)
        #expect(!lead.isWhole)
        lead.complete(for: "u1", at: Samples.now)
        #expect(lead.isWhole && lead["note"] == "met at the fair" && lead["user_id"] == "u1")
    }
}
