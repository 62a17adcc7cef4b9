@testable import Recommendation
import SkillKit
import Testing

@Suite struct TallyCacheTests {
    @Test func `counts are read anew after a while, and when the clock was set back`() {
        let (cache, start) = (TallyCache(keeps: .seconds(60)), Timestamp(milliseconds: 1_000_000))
        let made = [0, 59, 60, -600].enumerated().map { number, seconds in
            cache.tally(of: "P1", at: start + .seconds(seconds)) { Ranking.Tally(made: Double(number)) }.made
        }
        #expect(made == [0, 0, 2, 3])
        #expect(cache.tally(of: "P2", at: start) { Ranking.Tally(made: 9) }.made == 9)
    }
}
