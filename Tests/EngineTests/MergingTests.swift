import ConciergeCore
@testable import Engine
import Synchronization
import Testing
import Threads

@Suite struct MergingTests {
    private func merge(_ other: String, into customer: String, _ house: House) throws -> Merge {
        let box = Mailbox<Result<Merge, any Error>>()
        house.engine.merge(other, into: customer, by: "li") { box.put($0.map(\.merge)) }
        return try #require(box.take()).get()
    }

    private func part(_ merge: Merge, _ house: House) throws {
        let box = Mailbox<Result<Merge, any Error>>()
        house.engine.unmerge(merge.id, by: nil) { box.put($0) }
        _ = try #require(box.take()).get()
    }

    private func remembering() throws -> House {
        try House([
            .answering(
                Manifest.make("memory") {
                    $0.reads = [.init(pattern: "turn.text"), .init(pattern: "memory.words")]
                    $0.writes = ["memory.words": .text]
                    $0.on = ["customer.merged", "customer.unmerged"]
                }
            ) { call throws(SkillFailure) in
                let words = call.context["memory.words"]?.text ?? ""
                let heard = call.context["turn.text"]?.text ?? "!"
                return .make {
                    $0.say = [Utterance(.answer, words.isEmpty ? "nothing" : words)]
                    $0.writes = ["memory.words": .text(words + heard)]
                }
            }
        ])
    }

    @Test func `who writes under a merged name is the one he was merged into, until it is undone`() throws {
        let house = try remembering()
        _ = try house.turn("a", customer: "u1")
        _ = try house.turn("b", customer: "u2")
        let merge = try merge("u2", into: "u1", house)
        let answer = try house.turn("c", customer: "u2").answer
        #expect(answer.customer == "u1")
        // The event is a turn of its own, behind the merge.
        let heard: [String: Value] = try house.eventually {
            let context = try house.store.read { try $0.context(customer: "u1") }
            return (context["memory.words"]?.text?.count ?? 0) == 3 ? context : nil
        }
        #expect(Set(heard["memory.words"]?.text ?? "") == ["a", "!", "c"])
        try part(merge, house)
        #expect(try house.turn("d", customer: "u2").answer.replies.map(\.text) == ["b"])
        #expect(try house.turn("d", customer: "u2").answer.customer == "u2")
    }

    @Test func `what was put aside is told in numbers alone`() throws {
        let house = try House([
            .answering(
                Manifest.make("counter") { $0.writes = ["visits.count": .int, "visits.name": .text] }
            ) { _ throws(SkillFailure) in .make { $0.writes = ["visits.count": 1, "visits.name": "Li"] } }
        ])
        for id in ["u1", "u2"] { _ = try house.turn("a", customer: id) }
        _ = try merge("u2", into: "u1", house)
        let events = try house.store.read { try $0.events(after: 0, limit: 10) }
        #expect(events.last?.data["context_aside"] == ["visits.count": 1])
    }

    @Test func `a merge waits for the turns of both, and those behind it find one customer`() throws {
        let arrived = Mailbox<Void>()
        let go = Mailbox<Void>()
        let house = try House([
            .answering(.make("slow")) { call throws(SkillFailure) in
                if call.context["turn.text"] == "wait" {
                    arrived.put(())
                    _ = go.take()
                }
                return .answer("done")
            }
        ])
        _ = try house.turn("hello", customer: "u1")
        let first = house.say("wait", customer: "a2")
        _ = arrived.take()
        // The lane of a2 is entered first, so the merge stands in it when this returns.
        let merged = Mailbox<Result<Merge, any Error>>()
        house.engine.merge("a2", into: "u1", by: nil) { merged.put($0.map(\.merge)) }
        let behind = house.say("hello again", customer: "a2")
        go.put(())
        #expect(try #require(first.take()).get().answer.customer == "a2")
        _ = try #require(merged.take()).get()
        #expect(try #require(behind.take()).get().answer.customer == "u1")
        #expect(try house.store.read { try $0.customer("a2") } == nil)
        #expect(try house.store.read { try $0.conversationCount(customer: "u1") } == 2)
    }

    @Test func `what cannot be merged or undone is named`() throws {
        let house = try remembering()
        for id in ["u1", "u2", "u3"] { _ = try house.turn("a", customer: id) }
        func refusal(_ body: () throws -> Void) -> String {
            do { try body() } catch { return "\(error)" }
            return "nothing"
        }
        #expect(
            refusal { _ = try merge("u1", into: "u1", house) } == "'u1' is one customer already; name another"
        )
        #expect(
            refusal { _ = try merge("u9", into: "u1", house) }
                == "no customer 'u9'; list them with GET /v1/customers")
        #expect(
            refusal { _ = try merge("u1", into: "u9", house) }
                == "no customer 'u9'; list them with GET /v1/customers")
        let first = try merge("u2", into: "u1", house)
        let second = try merge("u1", into: "u3", house)
        #expect(
            refusal { try part(first, house) } == "'u1' was merged into 'u3' since; undo that merge first")
        #expect(house.engine.survivor(of: "u2") == "u3")
        try part(second, house)
        try part(first, house)
        #expect(refusal { try part(first, house) } == "no merge '\(first.id)'; list them with GET /v1/merges")
        #expect(house.engine.survivor(of: "u2") == "u2")
    }

    @Test func `erasing a merged person by the old name leaves nothing, and the name is free again`() throws {
        let house = try remembering()
        _ = try house.turn("a", customer: "u1")
        _ = try house.turn("b", customer: "u2")
        _ = try merge("u2", into: "u1", house)
        #expect(try house.engine.erase(customer: "u2"))
        #expect(try house.store.read { try $0.export(customer: "u1") } == nil)
        #expect(try house.turn("c", customer: "u2").answer.customer == "u2")
    }
}
