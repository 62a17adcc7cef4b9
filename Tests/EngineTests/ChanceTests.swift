import ConciergeCore
@testable import Engine
import Testing

struct ChanceTests {
    @Test func `chance differs from turn to turn`() throws {
        let box = EngineBox()
        let house = try House([
            .answering(.make("dice") { $0.writes = ["dice.thrown": .text] }) { call throws(SkillFailure) in
                let thrown = (0..<3).map { _ in "\(box.value?.random(turn: call.turn) ?? 0)" }
                return .make { $0.writes = ["dice.thrown": .text(thrown.joined(separator: " "))] }
            }
        ])
        box.value = house.engine
        let throwings = try (0..<3).map { _ in try house.turn("throw").record?.context["dice.thrown"]?.text }
        #expect(Set(throwings).count == 3)
    }
}
