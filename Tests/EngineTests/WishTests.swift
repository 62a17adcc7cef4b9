import ConciergeCore
import Synchronization
import Testing
import Threads

@testable import Engine

@Suite struct WishTests {
    /// Merges, or parts, on the word of staff, who name the other one.
    private static func registry(in message: Patch.Effect? = nil) -> Stage {
        .answering(
            .make("registry") {
                $0.actions = [
                    "join": .init(input: ["additionalProperties": true]),
                    "part": .init(input: ["additionalProperties": true]),
                ]
                $0.on = ["customer.merged", "customer.unmerged"]
            }
        ) { call throws(SkillFailure) in
            let other = call.context["action.input"]?["other"]?.text ?? ""
            return .make {
                switch call.context["action.name"]?.text {
                case "join": $0.effects = [.merge(other: other)]
                case "part": $0.effects = [.unmerge(other: other)]
                default:
                    $0.effects = (message.map { [$0] } ?? []).filter { _ in call.context["event.name"] == nil
                    }
                }
            }
        }
    }

    private func ask(_ name: String, _ other: String, of customer: String = "u1", _ house: House) throws {
        let box = Mailbox<Result<ErrandOutcome, TurnFailure>>()
        house.engine.run(
            Errand(
                skill: "registry", name: name, kind: .action(input: ["other": .text(other)], by: "li"),
                customer: customer, conversation: nil)
        ) { box.put($0) }
        _ = try #require(box.take()).get()
        _ = try house.engine.settle()
    }

    private func names(_ house: House) throws -> [String] {
        try house.store.read { try $0.events(after: 0, limit: 100) }.map(\.name)
    }

    @Test func `a skill merges two customers on the word of staff, and parts them`() throws {
        let house = try House([Self.registry()])
        for id in ["u1", "u2"] { _ = try house.turn("a", customer: id) }
        try ask("join", "u2", house)
        #expect(house.engine.survivor(of: "u2") == "u1")
        // What is so already is done.
        try ask("join", "u2", house)
        #expect(try names(house) == ["customer.merged"])
        try ask("part", "u2", house)
        #expect(house.engine.survivor(of: "u2") == "u2")
        try ask("part", "u2", house)
        let events = try house.store.read { try $0.events(after: 0, limit: 100) }
        #expect(events.map(\.name) == ["customer.merged", "customer.unmerged"])
        #expect(events.map { $0.data["by"] } == ["registry", "registry"])
        #expect(try house.isIdle)
    }

    @Test func `a wish that cannot be granted is logged and forgotten`() throws {
        let lines = Mailbox<String>()
        let house = try House([Self.registry()], log: { lines.put($1) })
        _ = try house.turn("a", customer: "u1")
        try ask("join", "u9", house)
        #expect(
            lines.take()
                == "skill 'registry', merge of 'u9': no customer 'u9'; list them with GET /v1/customers")
        let left = try house.store.read {
            try $0.dueWakeups(Timestamp(milliseconds: .max), skills: [Wish.host], limit: 1)
        }
        #expect(left.isEmpty)
    }

    @Test(arguments: [Patch.Effect.merge(other: "u2"), .unmerge(other: "u2")])
    func `what a customer says merges nobody`(effect: Patch.Effect) throws {
        let house = try House([Self.registry(in: effect)])
        let trace = try #require(try house.turn("we are one", customer: "u1").record?.skills.first)
        #expect(trace.status == .failed)
        #expect(
            trace.because
                == "its answer was refused: effects[0]: a turn of kind 'message' merges nobody; ask in an action, or when staff moved a document"
        )
    }

    @Test func `nobody is merged with himself`() throws {
        let house = try House([Self.registry()])
        _ = try house.turn("a", customer: "u1")
        #expect(
            throws: TurnFailure.refused(
                skill: "registry",
                reason: "its answer was refused: effects[0].other: 'u1' is this customer; name another")
        ) {
            try ask("join", "u1", house)
        }
    }
}
