@testable import Recommendation
import SkillKit
import Testing

/// The same numbers again and again.
private struct Loaded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state
    }
}

@Suite struct RankingTests {
    private func choice(_ count: Int, prices: [Double] = []) -> Selection.Choice {
        Selection.Choice(
            source: .popular, anchor: "汽车",
            candidates: (0..<count).map {
                Selection.Candidate(
                    product: Product(
                        id: "P\($0)", name: "p\($0)", price: prices.indices.contains($0) ? prices[$0] : nil),
                    agreements: 0)
            })
    }

    private func order(
        _ choice: Selection.Choice, _ tallies: [String: Ranking.Tally] = [:],
        with settings: Settings = settings(), seed: UInt64 = 1
    ) throws -> [String] {
        var random = Loaded(state: seed)
        return try Ranking(settings).order(choice, tallies, using: &random).map(\.candidate.product.id)
    }

    @Test func `with nothing known the shop's own order holds`() throws {
        #expect(try order(choice(5)) == ["P0", "P1", "P2"])
        #expect(try order(choice(2)) == ["P0", "P1"])
    }

    @Test func `what others took comes in, what they left falls out`() throws {
        let tallies = ["P4": Ranking.Tally(made: 40, credit: 10), "P1": Ranking.Tally(made: 400)]
        #expect(try order(choice(5), tallies) == ["P0", "P2", "P4"])
    }

    @Test func `a few offers are no proof`() throws {
        #expect(try order(choice(4), ["P0": Ranking.Tally(made: 1)]) == ["P1", "P2", "P3"])
        #expect(try order(choice(4), ["P3": Ranking.Tally(made: 100, credit: 5)]) == ["P0", "P1", "P2"])
    }

    @Test func `price counts as much as it is told to`() throws {
        let dear = choice(4, prices: [10, 10, 10, 1000])
        #expect(try order(dear) == ["P0", "P1", "P2"])
        #expect(try order(dear, with: settings("ranking.price_weight", 0.5)) == ["P0", "P1", "P3"])
    }

    @Test func `an offer must promise something beside what they came for`() throws {
        let ranking = try Ranking(settings("ranking.least_worth", 0.01))
        var choice = choice(2, prices: [100, 100])
        let ranked = choice.candidates.map { Ranking.Ranked(candidate: $0, isExplored: false) }
        #expect(ranking.isWorthwhile(ranked, of: choice, [:]))
        // Twelve of two hundred, by the prior of its source.
        choice.beside = 1199
        #expect(ranking.isWorthwhile(ranked, of: choice, [:]))
        choice.beside = 1201
        #expect(!ranking.isWorthwhile(ranked, of: choice, [:]))
        #expect(ranking.isWorthwhile(ranked, of: choice, ["P0": Ranking.Tally(made: 20, credit: 10)]))
    }

    @Test
    func
        `exploring changes the last place only, in no more offers than told, and is the same for the same seed`()
        throws
    {
        let settings = settings("ranking.exploration", 0.1)
        let orders = try (0..<2000).map { try order(choice(6), with: settings, seed: UInt64($0)) }
        #expect(try orders == (0..<2000).map { try order(choice(6), with: settings, seed: UInt64($0)) })
        #expect(orders.allSatisfy { Array($0.prefix(2)) == ["P0", "P1"] && $0.count == 3 })
        let explored = orders.count { $0.last != "P2" }
        #expect(explored > 50 && explored < 200)
    }
}
