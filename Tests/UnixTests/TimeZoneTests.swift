import Testing

@testable import Unix

@Suite struct TimeZoneTests {
    @Test(arguments: [
        ("Asia/Shanghai", 1_773_194_400, 8 * 3600), ("UTC", 1_773_194_400, 0),
        // New York on the eve of summer time 2026, and the second it began.
        ("America/New_York", 1_772_953_199, -5 * 3600), ("America/New_York", 1_772_953_200, -4 * 3600),
        ("Asia/Kolkata", 1_773_194_400, 19_800),
    ])
    func `knows how far a zone is ahead`(zone: String, at: Int64, offset: Int64) throws {
        #expect(try #require(TimeZone(named: zone)).offset(at: at) == offset)
    }

    @Test(arguments: ["Mars/Olympus", "", "../../../etc/passwd", "zone.tab"])
    func `does not know what is no zone`(zone: String) { #expect(TimeZone(named: zone) == nil) }

    @Test func `a cut table is none`() throws {
        let bytes = try Files.read("/usr/share/zoneinfo/America/New_York")
        for length in stride(from: 0, to: bytes.count - 100, by: 61) {
            #expect(TimeZone(table: Array(bytes[..<length])) == nil)
        }
    }
}
