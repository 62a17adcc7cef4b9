@testable import CustomerService
import SkillKit
import Testing

struct SurveyTests {
    private func rules(_ changes: [String: Value] = [:]) throws -> SurveyRules {
        try Fixture.settings(changes).settings.survey
    }

    private func page(_ locale: String) throws -> SurveyPage {
        SurveyPage(try Fixture.settings().settings.page, locale: locale, longestComment: 400)
    }

    @Test func `only a customer's own ticket is asked about, once, and where it was`() throws {
        let own = Ticket(
            id: "T1", at: Timestamp(milliseconds: 0), fields: ["created_by": "customer", "status": "closed"])
        var again = own
        again.status = "reopened"
        let staff = Ticket(id: "T2", at: Timestamp(milliseconds: 0), fields: ["created_by": "li"])
        func objection(
            _ ticket: Ticket, known: Bool = false, here: Bool = true, _ changes: [String: Value] = [:]
        ) throws -> String? {
            SurveyDecision(rules: try rules(changes)).objection(ticket, isKnown: known, hasConversation: here)
        }
        #expect(try objection(own) == nil)
        #expect(try objection(staff) == "staff made the ticket")
        #expect(try objection(own, known: true) == "it was asked about before")
        #expect(try objection(own, here: false) == "it has no conversation to ask in")
        #expect(try objection(again) == "it is 'reopened' again")
        #expect(try objection(own, ["survey.enabled": false]) == "surveys are off (survey.enabled)")
    }

    @Test(arguments: [
        ("5分，很满意", 5), ("5", 5), (" 3 。", 3), ("4 stars", 4), ("给你们打2分，太慢了", 2), ("五分好评", 5), ("4/5", 4),
        ("给五颗星", 5), ("I'd say 3 out of 5", 3), ("四分吧", 4), ("五", 5), ("10分", nil), ("4.5分", nil),
        ("5分钟后再说", nil),
        ("要5台", nil),
        ("P005 4 stars", 4),
    ])
    func `a score in the chat is told from other figures`(_ text: String, _ score: Int?) throws {
        #expect(try rules().scores.read(text, isAsked: true) == score)
    }

    @Test func `the words of the page are scores too`() throws {
        #expect(try rules().scores.read("一", isAsked: true) == 1)
    }

    @Test func `a mere figure is a score only for who was just asked`() throws {
        #expect(try rules().scores.read("5", isAsked: false) == nil)
        #expect(try rules().scores.read("5分", isAsked: false) == 5)
    }

    @Test func `the address is the host's own, or the admin's with the signed part`() throws {
        let own = "http://127.0.0.1/survey/abc"
        #expect(try rules().address(host: own, token: "abc") == own)
        #expect(
            try rules(["survey.base_url": "https://survey.example.com/"]).address(host: own, token: "abc")
                == "https://survey.example.com/abc")
    }

    @Test func `the page asks in the customer's language, and shows nothing that was not escaped`() throws {
        let chinese = try page("zh-CN").form(subject: "<b>机器&人</b>")
        #expect(
            chinese.html.contains("<html lang=\"zh\">")
                && chinese.html.contains("“&lt;b&gt;机器&amp;人&lt;/b&gt;”满意吗？"))
        #expect(chinese.html.contains("name=\"score\" value=\"5\" required><b>5</b>五"))
        #expect(chinese.html.contains("name=\"comment\" maxlength=\"100\""))
        #expect(!chinese.html.contains("<script"))
        let english = try page("en-GB").form(subject: "robot")
        #expect(english.html.contains("How was &quot;robot&quot;?"))
    }

    @Test func `a form without a score comes back with what was written`() throws {
        let page = try page("en").form(subject: "robot", comment: "<slow>", isIncomplete: true)
        #expect(page.status == 422)
        #expect(page.html.contains("Choose first") && page.html.contains(">&lt;slow&gt;</textarea>"))
    }

    @Test func `who answered is thanked, who answers again is told so, and one that is over says so`() throws
    {
        #expect(try page("en").received(score: 4).html.contains("4 of 5"))
        #expect(try page("zh").already(score: 2).html.contains("已评 2"))
        #expect(try page("en").expired().status == 410)
    }
}
