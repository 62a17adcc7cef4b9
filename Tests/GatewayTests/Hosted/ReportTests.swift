import ConciergeCore
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
            said.detail == "query: 'from' and 'to' must be in this order, at most three years apart")
        #expect(try host.ask("GET", "/v1/report?by=week").status == 400)
    }
}
