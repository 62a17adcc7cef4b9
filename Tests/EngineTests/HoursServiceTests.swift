import ConciergeCore
@testable import Engine
import Testing

struct HoursServiceTests {
    private let service = HoursService(
        hours: OpeningHours(BusinessHours()) { _ in 8 * 3600 }, now: Timestamp(seconds: 1_773_194_400))

    @Test func `tells what the clocks of the business show, now or at a moment`() throws {
        let now: Value = ["year": 2026, "month": 3, "day": 11, "hour": 10, "minute": 0, "weekday": 2]
        #expect(try service.answer(["op": "local"]) == now)
        let later: Value = .timestamp(Timestamp(seconds: 1_773_194_400 + 86_400))
        #expect(try service.answer(["op": "local", "at": later])["day"] == 12)
    }

    @Test func `counts open time, and knows when that never comes`() throws {
        let next = Timestamp(seconds: 1_773_194_400 + 9 * 3600 + 15 * 3600)
        #expect(try service.answer(["op": "after", "seconds": .int(9 * 3600)]) == .timestamp(next))
        var never = BusinessHours()
        never.days = Array(repeating: [], count: 7)
        let closed = HoursService(hours: OpeningHours(never) { _ in 0 }, now: next)
        #expect(try closed.answer(["op": "after", "seconds": 60]) == .null)
    }

    @Test(
        arguments: [
            (["op": "open"], "op: local or after was expected"),
            (["op": "local", "when": 1], "when: unknown; known are 'op', 'at'"),
            (["op": "local", "at": "now"], "at: a timestamp was expected"),
            (["op": "after"], "seconds: a number from 0 to 31622400 was expected"),
        ] as [(Value, String)])
    func `a request ignores nothing`(request: Value, complaint: String) {
        let error = #expect(throws: ServiceError.self) { try service.answer(request) }
        #expect(error?.description == complaint)
    }
}
