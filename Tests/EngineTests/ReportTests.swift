import ConciergeCore
@testable import Engine
import Foundation
import Testing
import Threads

@Suite struct ReportTests {
    private static let surveys = CollectionDeclaration(
        name: "surveys",
        fields: [
            "score": .init(type: .int), "channel": .init(type: .text, isIndexed: true),
            "sent_at": .init(type: .timestamp), "answered_at": .init(type: .timestamp, isIndexed: true),
            "good": .init(type: .bool),
        ])

    private static func measure(_ name: String, _ change: (inout Measure) -> Void = { _ in }) -> Measure {
        var measure = Measure(
            name: name, title: Localized(["en": name]), heading: .service, collection: "surveys")
        change(&measure)
        return measure
    }

    /// Every way in which a measure can be made of documents.
    private static let measures = [
        measure("all"), measure("good") { $0.conditions = ["good": [true]] },
        measure("happy") {
            $0.conditions = ["score": [4, 5]]
            $0.summary = .share
        },
        measure("total") {
            $0.amount = .field("score")
            $0.summary = .sum
        },
        measure("mean") {
            $0.amount = .field("score")
            $0.summary = .mean
        },
        measure("median") {
            $0.amount = .field("score")
            $0.summary = .median
        },
        measure("wait") {
            $0.amount = .minutes(later: "answered_at", earlier: "sent_at")
            $0.summary = .mean
            $0.at = "answered_at"
        },
        measure("unscored") { $0.conditions = ["score": [.null]] },
    ]

    private func house() throws -> House {
        try House(
            [
                .answering(
                    Manifest.make("service") {
                        $0.collections = [Self.surveys]
                        $0.report = Self.measures
                    }
                ) { call throws(SkillFailure) in
                    switch call.context["turn.text"]?.text {
                    case "help": .make { $0.effects = [.handoff(.init(reason: "asked"))] }
                    default: .answer("yes")
                    }
                }
            ], settings: { $0.hours = OpeningHours(BusinessHours()) { _ in 8 * 3600 } })
    }

    private static let first = "2026-03-10T20:00:00Z"

    private func survey(_ id: String, _ hours: Int64, _ body: [String: Value]) -> Write {
        let at = (Timestamp(Self.first) ?? Timestamp(seconds: 0)).adding(.seconds(hours * 3600))
        return .document(
            Document(collection: "surveys", id: id, customer: nil, body: body, at: at), expecting: 0)
    }

    private func report(_ house: House, _ channel: String? = nil, by grouping: Report.Grouping? = nil) throws
        -> [String: (total: Report.Figure, parts: [String])]
    {
        let start = try #require(Timestamp("2026-03-10T00:00:00Z"))
        let report = try house.engine.report(
            .init(from: start, to: start.adding(.seconds(7 * 86_400)), channel: channel, by: grouping))
        return Dictionary(
            uniqueKeysWithValues: report.lines.map { line in
                let parts = line.parts.map { "\($0.key) \($0.figure.value.map { "\($0)" } ?? "-")" }
                return (line.name, (line.total, parts))
            })
    }

    @Test func `documents add up as their measure says, in the period and nowhere else`() throws {
        let house = try house()
        let answered = try #require(Timestamp(Self.first)).adding(.seconds(90))
        try house.engine.changeNow { [self] _ in
            Change(
                [
                    survey("s1", 0, ["score": 5, "channel": "webchat", "good": true]),
                    survey(
                        "s2", 1,
                        [
                            "score": 2, "channel": "rest", "good": false,
                            "sent_at": .timestamp(answered.adding(.seconds(-90))),
                            "answered_at": .timestamp(answered),
                        ]), survey("s3", 30, ["score": 4, "channel": "rest"]), survey("s4", 31, [:]),
                    survey("early", -24, ["score": 1]), survey("late", 200, ["score": 1]),
                ], result: ())
        }
        let all = try report(house, by: .day)
        #expect(all["all"]?.total == .init(value: 4, count: 4))
        // 20:00 UTC is the next day in Shanghai.
        #expect(all["all"]?.parts == ["2026-03-11 2.0", "2026-03-12 2.0"])
        #expect(all["good"]?.total == .init(value: 1, count: 1))
        #expect(all["happy"]?.total == .init(value: 0.5, count: 4))
        #expect(all["total"]?.total == .init(value: 11, count: 3))
        #expect(all["mean"]?.total == .init(value: 11.0 / 3, count: 3))
        #expect(all["median"]?.total == .init(value: 4, count: 3))
        #expect(all["wait"]?.total == .init(value: 1.5, count: 1))
        #expect(all["unscored"]?.total == .init(value: 1, count: 1))
        #expect(try report(house, "rest")["mean"]?.total == .init(value: 3, count: 2))
        #expect(try report(house, by: .channel)["total"]?.parts == ["rest 6.0", "webchat 5.0"])
        #expect(try report(house, "wechat")["mean"]?.total == .init(value: nil, count: 0))
    }

    @Test func `the host measures conversations, answers and humans by itself`() throws {
        let house = try house()
        _ = try house.turn("hi", customer: "u1")
        _ = try house.turn("hi again", customer: "u1")
        let talk = try house.turn("help", customer: "u2").answer.conversation
        house.clock.advance(.seconds(240))
        _ = try house.engine.takeOver(talk, agent: "li")
        house.clock.advance(.seconds(60))
        _ = try house.engine.say("I am here", in: talk, agent: "li")
        house.clock.advance(.seconds(120))
        _ = try house.engine.release(talk)
        house.clock.advance(.seconds(600))
        let now = try report(house)
        #expect(now["conversations"]?.total == .init(value: 2, count: 2))
        #expect(now["turns"]?.total.value == 3)
        #expect(now["answered_without_human"]?.total == .init(value: 0.5, count: 2))
        #expect(now["human_first_answer"]?.total == .init(value: 5, count: 1))
        #expect(now["agent_minutes"]?.total == .init(value: 3, count: 1))
        let waiting = try house.turn("help", customer: "u3").answer.conversation
        house.clock.advance(.seconds(600))
        #expect(try report(house)["agent_minutes"]?.total == .init(value: 3, count: 1))
        _ = try house.engine.close(waiting)
        #expect(try report(house)["agent_minutes"]?.total == .init(value: 3, count: 1))
        #expect(try report(house, "rest")["conversations"]?.total.value == 3)
        #expect(try report(house, "wechat")["conversations"]?.total.value == 0)
        #expect(try report(house, "wechat")["answered_without_human"]?.total.value == nil)
        #expect(try report(house, "rest")["orders"] == nil)
    }

    @Test func `orders count from the day on which they were paid, unless they were given back`() throws {
        let house = try house()
        let at = try #require(Timestamp(Self.first))
        @Sendable func order(_ id: String, _ amount: Double?, _ status: String, _ hours: Int64) -> Write {
            var order = Order(
                id: id, customer: "u1", product: "P1", quantity: 1, status: status, createdAt: at)
            order.amount = amount
            order.paidAt = at.adding(.seconds(hours * 3600))
            return .order(order)
        }
        try house.engine.changeNow { _ in
            Change(
                [
                    order("o1", 10.5, "paid", 0), order("o2", nil, "paid", 0), order("o3", 99, "refunded", 0),
                    order("o4", 99, "paid", -48),
                ], result: ())
        }
        let lines = try report(house)
        #expect(lines["orders"]?.total == .init(value: 2, count: 2))
        #expect(lines["revenue"]?.total == .init(value: 10.5, count: 1))
    }

    /// A catalogue that is priced in these.
    private struct Prices: KnowledgeSource {
        let currencies: [String]

        func hits(for text: String, limit: Int, threshold: Double?, locale: String) -> [KnowledgeHit] { [] }
        func product(_ id: String, locale: String) -> Value? { nil }
        func products(named text: String, limit: Int, locale: String) -> [Value] { [] }
        func products(_ query: ProductQuery, locale: String) -> Page<Value>? { nil }
        func products(_ query: ProductQuery, inOrderOf ids: [String], locale: String) -> [Value] { [] }
        func scripts(for intent: String, given values: [String: Value]?, locale: String) -> [Value] { [] }
    }

    @Test(arguments: [["CNY"], ["CNY", "USD"]])
    func `what is paid is told with what the catalogue is priced in`(currencies: [String]) throws {
        let house = try House([], knowledge: Prices(currencies: currencies))
        let start = house.clock.now().adding(.seconds(-60))
        let request = Report.Request(
            from: start, to: start.adding(.seconds(3600)), channel: nil, by: nil)
        #expect(try house.engine.report(request).currencies.isEmpty)
        var order = Order(
            id: "o1", customer: "u1", product: "P1", quantity: 1, status: "paid", createdAt: start)
        order.amount = 99.5
        order.paidAt = house.clock.now()
        try house.engine.changeNow { [order] _ in Change([.order(order)], result: ()) }
        let report = try house.engine.report(request)
        #expect(report.currencies == currencies)
        #expect(report.lines.first { $0.name == "revenue" }?.unit == "money")
    }
}
