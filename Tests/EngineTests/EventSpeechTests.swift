import ConciergeCore
@testable import Engine
import Testing
import Threads

/// What a skill says in an event, and where it is heard.
struct EventSpeechTests {
    /// Says something of each kind when a note is made; a note names its conversation.
    private func house(speaks kinds: [Utterance.Kind], noting place: String) throws -> House {
        let notes = CollectionDeclaration(name: "notes", fields: ["conversation": .init(type: .text)])
        return try House([
            .answering(
                .make("speaker") {
                    $0.collections = [notes]
                    $0.on = ["note.created"]
                    $0.reads += [.init(pattern: "conversation.status", isOptional: true)]
                }
            ) { call throws(SkillFailure) in
                guard call.context["turn.kind"] == "event" else {
                    guard call.context["turn.text"] == "note" else { return .answer("ok") }
                    return .make {
                        $0.store = [
                            .init(collection: "notes", id: "n", action: .put(["conversation": .text(place)]))
                        ]
                    }
                }
                return .make { $0.say = kinds.map { Utterance($0, $0.rawValue) } }
            }
        ])
    }

    private func heard(_ house: House, in id: String) throws -> [String] {
        _ = try house.eventually { try house.isIdle ? true : nil }
        return try house.store.read { try $0.messages(conversation: id, after: 0, limit: 100) }
            .filter { $0.author == .bot }.map(\.text)
    }

    @Test func `an event of a document is heard in the conversation that the document names`() throws {
        let house = try house(speaks: [.answer], noting: "one")
        _ = try house.turn("hello", conversation: "one")
        _ = try house.turn("note", conversation: "two")
        #expect(try heard(house, in: "one") == ["ok", "answer"])
        #expect(try house.store.read { try $0.messages(conversation: "two", after: 0, limit: 9) }.count == 1)
    }

    @Test func `a closed conversation still hears an event's notices, nothing else, and stays closed`() throws
    {
        let house = try house(speaks: [.answer, .question, .offer, .notice], noting: "one")
        _ = try house.turn("hello", conversation: "one")
        _ = try house.engine.close("one")
        _ = try house.turn("note", conversation: "two")
        #expect(try heard(house, in: "one") == ["ok", "notice"])
        #expect(try house.store.read { try $0.conversation("one") }?.status == .closed)
    }

    @Test func `a document that names another customer's conversation is not heard there`() throws {
        let house = try house(speaks: [.notice], noting: "theirs")
        _ = try house.turn("hello", customer: "u2", conversation: "theirs")
        _ = try house.turn("note", conversation: "mine")
        #expect(try heard(house, in: "theirs") == ["ok"])
    }
}
