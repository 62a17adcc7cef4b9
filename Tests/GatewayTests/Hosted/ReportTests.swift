import ConciergeCore
import Engine
import Testing

@testable import Gateway

@Suite struct ReportTests {
    private let host: Host

    init() throws { host = try Host() }

    @Test func `a report is JSON, or CSV for a spreadsheet`() throws {
        _ = try host.turn(["text": "你好", "customer": "u1"])
        let report = try host.ask("GET", "/v1/report?by=channel").json
        let turns = report["measures"]?.list?.first { $0["name"] == "turns" }
        #expect(turns?["value"] == 1)
        #expect(turns?["parts"] == [["key": "rest", "value": 1, "n": 1]])
        #expect(turns?["title"]?["zh"] == "客户轮次")
        let csv = try host.ask("GET", "/v1/report", nil, ["accept": "text/csv"])
        #expect(csv.header("content-type") == "text/csv; charset=utf-8; header=present")
        #expect(csv.text.hasPrefix("heading,source,name,title,unit,key,value,n\r\n"))
        #expect(csv.text.contains("cost,host,turns,turns,number,,1,1\r\n"))
    }

    @Test func `a period without an end or in the wrong order is refused`() throws {
        let said = try host.ask("GET", "/v1/report?from=2026-03-02&to=2026-03-01")
        #expect(said.status == 400)
        #expect(
            said.detail == "query: 'from' must be before 'to'; exchange the two")
        #expect(
            try host.ask("GET", "/v1/report?from=2020-03-02&to=2026-03-01").detail
                == "query: from 'from' to 'to' are more than three years; ask for fewer")
        #expect(try host.ask("GET", "/v1/report?by=week").status == 400)
    }

    @Test func `a channel that nobody wrote on is named, with those that there are`() throws {
        _ = try host.turn(["text": "你好", "customer": "u1", "channel": "kiosk"])
        #expect(try host.ask("GET", "/v1/report?channel=kiosk").status == 200)
        #expect(try host.ask("GET", "/v1/report?channel=wechat").status == 200)
        let said = try host.ask("GET", "/v1/report?channel=shop")
        #expect(said.status == 400 && said.code == "unknown_channel")
        #expect(
            said.detail == "query: nothing was said on channel 'shop' in this period; there are 'kiosk'")
    }

    @Test func `a day is one of the shop's own clocks`() throws {
        let host = try Host(engine: {
            $0.hours = OpeningHours(BusinessHours()) { _ in 8 * 3600 }
        })
        let report = try host.ask("GET", "/v1/report?from=2026-03-01&to=2026-04-01").json
        func moment(_ name: String, _ report: Value) -> Timestamp? {
            report[name]?.text.flatMap(Timestamp.init)
        }
        #expect(moment("from", report) == Timestamp("2026-02-28T16:00:00Z"))
        #expect(moment("to", report) == Timestamp("2026-03-31T16:00:00Z"))
        #expect(report["first_day"] == "2026-03-01" && report["last_day"] == "2026-03-31")
        let exact = try host.ask("GET", "/v1/report?from=2026-03-01T00:00:00Z&to=2026-03-02T00:00:00Z").json
        #expect(
            moment("from", exact) == Timestamp("2026-03-01T00:00:00Z") && exact["last_day"] == "2026-03-02")
    }
}
