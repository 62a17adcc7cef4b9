import ConciergeCore
import Testing

struct TimestampTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00.000Z", 0), ("2026-03-11T02:00:00.000Z", 1_773_194_400_000),
        ("2000-02-29T23:59:59.999Z", 951_868_799_999), ("1969-12-31T23:59:59.999Z", -1),
        ("1900-03-01T00:00:00.000Z", -2_203_891_200_000), ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
    ])
    func `writes and reads RFC 3339`(text: String, milliseconds: Int64) {
        #expect(Timestamp(milliseconds: milliseconds).description == text)
        #expect(Timestamp(text)?.milliseconds == milliseconds)
    }

    @Test(arguments: [
        ("+10000-01-01T00:00:00.000Z", 253_402_300_800_000), ("-1-12-31T16:00:00.000Z", -62_167_248_000_000),
        ("+285428751-11-12T07:36:32.000Z", 9_007_199_254_740_992_000),
        ("-285424812-02-20T16:23:28.000Z", -9_007_199_254_740_992_000),
    ])
    func `writes also what RFC 3339 has no year for`(text: String, milliseconds: Int64) {
        #expect(Timestamp(milliseconds: milliseconds).description == text)
    }

    @Test(arguments: [
        ("2026-03-11T10:00:00+08:00", "2026-03-11T02:00:00.000Z"), ("2026-03-11", "2026-03-11T00:00:00.000Z"),
        ("2026-03-11 10:00:00.5Z", "2026-03-11T10:00:00.500Z"),
        ("2026-03-11T10:00", "2026-03-11T10:00:00.000Z"),
        ("2026-03-11T00:30:00-01:30", "2026-03-11T02:00:00.000Z"),
        ("2026-03-11T10:00:00.123456Z", "2026-03-11T10:00:00.123Z"),
    ])
    func `reads what people and other programs write`(text: String, same: String) {
        #expect(Timestamp(text)?.description == same)
    }

    @Test(arguments: [
        "", "2026", "2026-13-01", "2026-02-29", "2026-04-31", "2026-00-10", "2026-01-00",
        "2026-03-11T24:00:00Z",
        "2026-03-11T10:60:00Z", "2026-03-11T10:00:00.Z", "2026-03-11T10:00:00+8", "2026-03-11Tx", "yesterday",
        "2026-03-11T10:00:00Zjunk",
    ])
    func `what is no date is nil`(text: String) { #expect(Timestamp(text) == nil) }

    @Test func `every day of four centuries comes back`() {
        for day in stride(from: Int64(-80_000), to: 80_000, by: 1) {
            let timestamp = Timestamp(milliseconds: day * 86_400_000)
            #expect(Timestamp(timestamp.description) == timestamp)
        }
    }
}
