import ConciergeCore
@testable import Engine
import Testing

/// Takes the first word for the intent; knows no more of an empty text, and asks back for one.
private struct FirstWord: Understanding {
    func understand(_ text: String, at time: Timestamp, locale: String) -> [String: Value] {
        guard let word = text.split(separator: " ").first else { return [:] }
        var found: [String: Value] = ["intent.name": .text(String(word))]
        if word == "hm" { found["intent.question"] = "price or delivery?" }
        if text.contains("robot") { found["topic"] = "robot" }
        return found
    }
}

@Suite struct UnderstandingTests {
    private func open(_ manifest: Manifest, _ patch: @escaping @Sendable (SkillCall) -> Patch) throws
        -> House
    {
        try House(
            [.answering(manifest) { call throws(SkillFailure) in patch(call) }], understanding: FirstWord())
    }

    private let reader = Manifest.make("reader") {
        $0.reads = [
            .init(pattern: "intent.name", isOptional: true), .init(pattern: "topic", isOptional: true),
        ]
    }

    @Test func `the first skill sees what was understood`() throws {
        let house = try open(reader) { call in .answer(call.context["intent.name"]?.text ?? "nothing") }
        #expect(try house.turn("price of it").answer.replies.map(\.text) == ["price"])
    }

    @Test func `what an earlier message wanted is forgotten`() throws {
        let house = try open(reader) { call in
            .answer(
                "\(call.context["intent.name"]?.text ?? "nothing") \(call.context["topic"]?.text ?? "nothing")"
            )
        }
        #expect(try house.turn("price robot").answer.replies.map(\.text) == ["price robot"])
        #expect(try house.turn("thanks").answer.replies.map(\.text) == ["thanks nothing"])
        #expect(try house.turn("").answer.replies.map(\.text) == ["nothing nothing"])
    }

    @Test func `a skill that knows better writes it anew, for this turn alone`() throws {
        let manifest = Manifest.make("better") { $0.writes = ["intent.name": .text] }
        let house = try open(manifest) { call in
            .make { $0.writes = ["intent.name": "better"] }
        }
        let outcome = try house.turn("price")
        #expect(outcome.record?.context["intent.name"] == "better")
    }

    @Test func `the customer is asked back when no skill has an answer`() throws {
        let house = try open(reader) { call in
            call.context["intent.name"] == "price" ? .answer("50") : .make { _ in }
        }
        #expect(try house.turn("price").answer.replies.map(\.text) == ["50"])
        let reply = try #require(try house.turn("hm").answer.replies.first)
        #expect(reply.kind == .question)
        #expect(reply.text == "price or delivery?")
    }

    @Test func `the topic becomes one of the conversation's`() throws {
        let house = try open(Manifest.make("topics") { $0.reads = [.init(pattern: "conversation.topics")] }) {
            call in
            .answer(
                call.context["conversation.topics"]?.list?.compactMap(\.text).joined(separator: ",") ?? "")
        }
        _ = try house.turn("price of the robot")
        #expect(try house.turn("thanks").answer.replies.map(\.text) == ["robot"])
    }
}
