import SkillKit
import Testing

@testable import ClientManagement

struct ReviewTests {
    /// One thing that goes wrong, the signal it gives, and its points.
    static let troubles: [(String, Int, @Sendable (inout Client, inout Records) -> Void)] = [
        (
            "silence", 20,
            { client, records in
                records.contact.last = ago(25)
                records.orders = []
                client.stage = "pre_close"
            }
        ),
        (
            "silence", 30,
            { client, records in
                records.contact.last = ago(70)
                records.orders = []
                client.stage = "pre_close"
            }
        ),
        (
            "unanswered", 15,
            { _, records in
                records.contact.waitingSince = Timestamp(milliseconds: now.milliseconds - 5 * 3_600_000)
            }
        ),
        ("unanswered", 35, { _, records in records.contact.waitingSince = ago(2) }),
        (
            "open_tickets", 6,
            { _, records in records.tickets = [.init(id: "T1", status: "open", created: ago(3))] }
        ),
        (
            "escalated_tickets", 25,
            { _, records in records.tickets = [.init(id: "T1", status: "escalated", created: ago(3))] }
        ),
        ("low_survey", 15, { _, records in records.surveys = [.init(id: "S1", score: 3, at: ago(9))] }),
        ("sentiment", 15, { _, records in records.contact.moods = moods([0.5, 0.1, -0.3, -0.3, -0.4]) }),
        (
            "falling_orders", 15,
            { _, records in
                records.orders = [
                    .init(id: "A", product: "P", amount: 90_000, paid: ago(120), shipped: nil),
                    .init(id: "B", product: "P", amount: 20_000, paid: ago(20), shipped: nil),
                ]
            }
        ),
        (
            "scope_questions", 15,
            { _, records in
                records.contact.scopeQuestions = [1, 2, 3].map { .init(at: ago($0), words: "包含吗") }
            }
        ),
        ("no_decision_maker", 10, { client, _ in client.entries["decision_maker"] = nil }),
        ("no_next_step", 8, { client, _ in client.commitments = [] }),
        (
            "overdue_commitments", 12,
            { client, _ in
                client.commitments.append(.init(id: "c0", what: "报价", who: nil, due: ago(1), done: nil))
            }
        ),
        (
            "renewal_near", 25,
            { client, records in
                client.renewal = Calendar.adding(days: 20, to: now)
                records.contact.last = ago(18)
            }
        ),
    ]

    @Test(arguments: troubles.indices)
    func `each trouble gives its signal with its points and nothing else`(index: Int) throws {
        let (id, points, spoil) = Self.troubles[index]
        var (client, records) = settled()
        spoil(&client, &records)
        let review = Review(client, records, try settings())
        #expect(review.client.signals.map(\.id) == [id])
        #expect(review.client.risk == points)
    }

    @Test func `a client in good order has no signal`() throws {
        let (client, records) = settled()
        let review = Review(client, records, try settings())
        #expect(review.client.signals == [])
        #expect(review.client.level == "calm")
        #expect(review.next.what == .agreed("提交验收清单"))
    }

    @Test func `evidence stands where it can be looked up`() throws {
        let (client, records) = sliding()
        let signals = Review(client, records, try settings()).client.signals
        #expect(signals.first { $0.id == "escalated_tickets" }?.references == ["tickets/T7"])
        #expect(signals.first { $0.id == "low_survey" }?.references == ["surveys/S3"])
    }

    @Test func `crossing the threshold is told once, and again after it was calm`() throws {
        let (client, records) = sliding()
        let data = try settings()
        let first = Review(client, records, data)
        #expect(first.isNewlyAtRisk)
        let second = Review(first.client, records, data)
        #expect(!second.isNewlyAtRisk)
        var calm = settled()
        calm.client.isNotified = true
        let after = Review(calm.client, calm.records, data)
        #expect(!after.client.isNotified)
    }

    @Test func `while staff enter what they know nobody is told, the next review tells`() throws {
        let (client, records) = sliding()
        let data = try settings()
        var entered = Review(client, records, data)
        entered.holdNotice()
        #expect(!entered.isNewlyAtRisk && entered.isHeld && !entered.client.isNotified)
        #expect(Review(entered.client, records, data).isNewlyAtRisk)
        var calm = settled()
        calm.client.signals = entered.client.signals
        #expect(!Review(calm.client, calm.records, data).isNewlyAtRisk)
    }

    @Test(arguments: [[100, 200, 300], [190, 280, 370], [185]])
    func `who bought and falls silent is falling, however long it lasts`(days: [Int]) throws {
        var (client, records) = settled()
        client.entries["cadence"] = nil
        records.orders = days.reversed().map {
            .init(id: "O\($0)", product: "P", amount: 30_000, paid: ago($0), shipped: nil)
        }
        let signals = Review(client, records, try settings()).client.signals
        #expect(signals.first { $0.id == "falling_orders" }?.points == 25)
    }

    @Test func `who buys as ever is not falling`() throws {
        var (client, records) = settled()
        client.entries["cadence"] = nil
        records.orders = [390, 300, 210, 120, 30].map {
            .init(id: "O\($0)", product: "P", amount: 30_000, paid: ago($0), shipped: nil)
        }
        let signals = Review(client, records, try settings()).client.signals
        #expect(!signals.contains { $0.id == "falling_orders" })
    }

    @Test func `who never bought and went away is no work`() throws {
        var records = Records(now: now)
        let client = Client(id: "u9", stage: "pre_close", at: ago(200))
        records.contact.last = ago(89)
        #expect(try Review(client, records, settings()).client.risk > 0)
        records.contact.last = ago(91)
        let review = Review(client, records, try settings())
        #expect(review.isDormant && review.client.risk == 0)
    }

    @Test func `a signal that stays keeps the day it is due`() throws {
        let (client, records) = sliding()
        let data = try settings()
        let first = Review(client, records, data)
        var later = records
        later.now = Calendar.adding(days: 1, to: now)
        let second = Review(first.client, later, data)
        let due = { (review: Review) in review.client.signals.first { $0.id == "falling_orders" }?.due }
        #expect(due(first) == Calendar.adding(days: 5, to: now))
        #expect(due(second) == due(first))
    }

    @Test func `a weighty signal comes before what was agreed, a light one after it`() throws {
        var (client, records) = settled()
        records.tickets = [.init(id: "T1", status: "open", created: ago(3))]
        let data = try settings()
        #expect(Review(client, records, data).next.what == .agreed("提交验收清单"))
        records.tickets = [.init(id: "T1", status: "escalated", created: ago(3))]
        guard case .signal(let signal) = Review(client, records, data).next.what else {
            Issue.record("the escalated ticket is not next")
            return
        }
        #expect(signal.id == "escalated_tickets")
        client.commitments = []
        client.entries["owner"] = nil
        #expect(Review(client, records, data).next.who == nil)
    }
}

struct NextStepTests {
    private func next(_ change: (inout Client, inout Records) -> Void) throws -> NextStep {
        var (client, records) = settled()
        change(&client, &records)
        return Review(client, records, try settings()).next
    }

    private func promised(_ what: String, in days: Int) -> Client.Commitment {
        .init(id: what, what: what, who: nil, due: Calendar.adding(days: days, to: now), done: nil)
    }

    @Test func `what is due first comes first, and what is overdue before all`() throws {
        let next = try next { client, _ in
            client.commitments = [promised("later", in: 9), promised("missed", in: -20)]
            client.renewal = Calendar.adding(days: 44, to: now)
        }
        #expect(next.what == .overdue("missed", since: ago(20)))
        #expect(next.who == "li" && next.due == now)
    }

    @Test func `the record alone gives the next step that the review gave`() throws {
        var (client, records) = sliding()
        client.renewal = Calendar.adding(days: 20, to: now)
        let data = try settings()
        for commitments in [client.commitments, []] {
            client.commitments = commitments
            let review = Review(client, records, data)
            records.now = now
            var document = review.client.document
            document["id"] = "u1"
            let stored = Client(try #require(Record(.map(document))), now: now)
            #expect(
                NextStep(stored, stored.signals, owner: review.next.who, now: now, data.rules) == review.next)
        }
    }

    @Test func `the way to a renewal is made up for step by step, and names whose it is`() throws {
        var client = settled().client
        client.commitments = []
        client.renewal = Calendar.adding(days: 44, to: now)
        let data = try settings()
        let plan = RenewalPlan(client, data.rules, now: now)
        #expect(plan.steps.map { Calendar.days(from: now, to: $0.due) } == [0, 7, 14, 37])
        let first = Review(client, settled().records, data).next
        #expect(first.what == .renewal(plan.steps[0]) && first.who == "li" && first.due == now)
        try client.commit(["id": "renewal-60", "done": "2026-03-11"], data, id: "c9")
        let second = Review(client, settled().records, data).next
        guard case .renewal(let step) = second.what else {
            Issue.record("the next step towards the renewal is not next")
            return
        }
        #expect(step.id == "renewal-45" && second.due == now)
    }

    @Test func `a renewal far away is no next step`() throws {
        let next = try next { client, _ in
            client.commitments = []
            client.entries["decision_maker"] = "x"
            client.renewal = Calendar.adding(days: 300, to: now)
        }
        guard case .signal(let signal) = next.what else {
            Issue.record("the light signal is not next")
            return
        }
        #expect(signal.id == "no_next_step")
    }
}

struct StageTests {
    private func review(_ stage: String, _ change: (inout Client, inout Records) -> Void) throws -> Review {
        var client = Client(id: "u1", stage: stage, at: ago(1))
        if stage != "pre_close" { client.moves = [arrived(in: stage, from: "pre_close", at: ago(1))] }
        var records = Records(now: now)
        records.contact.last = ago(1)
        change(&client, &records)
        return Review(client, records, try settings())
    }

    private func order(_ id: String, paid: Int, shipped: Int? = nil) -> Records.Order {
        .init(id: id, product: "P001", amount: 1000, paid: ago(paid), shipped: shipped.map(ago))
    }

    @Test func `a paid order ends the time before the close`() throws {
        let review = try review("pre_close") { $1.orders = [order("O1", paid: 0)] }
        #expect(review.client.stage == "onboarding")
        #expect(
            review.moves == [
                Client.Move(
                    from: "pre_close", to: "onboarding", at: now, facts: ["paid_orders": 1],
                    references: ["orders/O1"])
            ])
    }

    @Test func `without evidence no stage moves`() throws {
        #expect(try review("pre_close") { _, _ in }.moves == [])
        #expect(
            try review("active_delivery") { $1.orders = [order("O1", paid: 400, shipped: 390)] }.moves == [])
    }

    @Test func `years of orders lead through the stages, each move with its own evidence`() throws {
        let review = try review("pre_close") { client, records in
            records.orders = [400, 200, 10].map { order("O\($0)", paid: $0, shipped: $0 - 5) }
            client.entries["decision_maker"] = "x"
        }
        #expect(
            review.moves.map(\.to) == ["onboarding", "active_delivery", "stabilization", "retention_growth"])
        #expect(review.moves.last?.facts["days_since_first_order"] == 400)
        // Each on the day of its evidence, not of the review.
        #expect(review.moves.map(\.at) == [ago(400), ago(395), ago(200), ago(200)])
    }

    @Test func `an escalation leads back from growth to delivery, and its settling forward again`() throws {
        let data = try settings()
        let (client, records) = sliding()
        let back = Review(client, records, data)
        #expect(back.client.stage == "active_delivery")
        #expect(back.moves.first?.references == ["tickets/T7"])
        var calm = settled()
        calm.client.stage = back.client.stage
        calm.client.moves = back.client.moves
        calm.records.orders = records.orders + [order("O3", paid: 5)]
        #expect(
            Review(calm.client, calm.records, data).moves.map(\.to) == ["stabilization", "retention_growth"])
    }

    @Test func `what staff moved is recorded and holds for a month`() throws {
        let data = try settings()
        let first = try review("pre_close") { $1.orders = [order("O1", paid: 3)] }
        var client = first.client
        client.stage = "pre_close"
        let second = Review(client, first.records, data)
        #expect(second.client.stage == "pre_close")
        #expect(second.client.moves.last?.facts == [:])
        var later = first.records
        later.now = Calendar.adding(days: 31, to: now)
        #expect(Review(second.client, later, data).client.stage == "onboarding")
    }

    @Test func `a client survives its document`() throws {
        let (client, records) = sliding()
        let review = Review(client, records, try settings())
        var document = review.client.document
        document["id"] = "u1"
        let record = try #require(Record(.map(document)))
        #expect(Client(record, now: now).document == review.client.document)
    }
}
