@testable import CustomerService
import SkillKit
import Testing

struct TicketTests {
    private let now = Timestamp(milliseconds: 1_773_194_400_000)
    private let day = Hours.Local(year: 2026, month: 3, day: 11, hour: 9, minute: 5, weekday: 2)

    private func ticket(_ fields: [String: Value]) -> Ticket { Ticket(id: "T1", at: now, fields: fields) }

    private func match(_ ticket: Ticket, unified: Bool = true, _ inquiry: Inquiry) throws -> Bool {
        let rules = try Fixture.settings(["unified_inbox": .bool(unified)]).settings.tickets
        return TicketMatch(rules).matter(inquiry, among: [ticket], at: now) != nil
    }

    @Test func `a subject is a hundred characters as a person counts them, on one line`() {
        let text = String(repeating: "修👨‍👩‍👧", count: 80)
        #expect(Ticket.subject(of: text, length: 100) == String(repeating: "修👨‍👩‍👧", count: 50))
        #expect(Ticket.subject(of: "一\n二", length: 100) == "一 二")
    }

    @Test func `a ticket's id can be told by telephone`() {
        var random = SystemRandomNumberGenerator()
        #expect(Ticket.newID(on: day, random: &random).wholeMatch(of: /T260311-[2-9A-HJKMNP-TV-Z]{6}/) != nil)
    }

    @Test func `the same conversation, or the same matter, goes on under its ticket`() throws {
        let known = ticket([
            "status": "open", "conversation": "c1", "intent": "technical_support", "channel": "wechat",
        ])
        let elsewhere = Inquiry.make("", "technical_support") { $0.conversation = "c2" }
        #expect(try match(known, .make("", "billing") { $0.conversation = "c1" }))
        #expect(try match(known, elsewhere))
        #expect(try !match(known, .make("", "billing") { $0.conversation = "c2" }))
        #expect(try !match(known, unified: false, elsewhere))
    }

    @Test func `what was resolved lately is opened again, what is closed is not`() throws {
        let inquiry = Inquiry.make("", "technical_support")
        func known(_ status: Value, days: Int64) -> Ticket {
            ticket([
                "status": status, "intent": "technical_support",
                "resolved_at": .time(now - .seconds(86_400 * days)),
            ])
        }
        #expect(try match(known("resolved", days: 6), inquiry))
        #expect(try !match(known("resolved", days: 8), inquiry))
        #expect(try !match(known("closed", days: 1), inquiry))
    }

    @Test func `messages of one visit are one contact, a pause or another conversation makes another`() throws
    {
        let rules = try Fixture.settings().settings.tickets
        func isAgain(_ conversation: String, minutes: Int64) -> Bool {
            let known = ticket(["contact_at": .time(now - .seconds(60 * minutes)), "contact_in": "c1"])
            return rules.isAgain(.make("") { $0.conversation = conversation }, known, at: now)
        }
        #expect(!isAgain("c1", minutes: 29))
        #expect(isAgain("c1", minutes: 30))
        #expect(isAgain("c2", minutes: 1))
    }

    @Test func `a timer names its ticket`() throws {
        let read = try #require(TicketTimer.read(TicketTimer.firstAnswer.name("T1:2")))
        #expect(read.timer == .firstAnswer && read.ticket == "T1:2")
        #expect(TicketTimer.read("ticket.closed") == nil)
    }

    @Test func `when somebody will answer is said in the customer's language`() throws {
        let texts = try Fixture.settings().settings.texts
        #expect(texts.moment(day, "zh-CN") == "3月11日（周三）9:05")
        #expect(texts.moment(day, "en") == "Wed, 3/11, 9:05")
    }
}
