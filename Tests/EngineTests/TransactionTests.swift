import ConciergeCore
@testable import Engine
import Foundation
import Synchronization
import Testing
import Threads

/// Counts a customer's messages in a document, the way a skill does: read through the service, put in the patch.
struct Counting: Skill {
    /// Called between the read and the put.
    var between: @Sendable (Int64) -> Void = { _ in }
    let services: EngineBox

    static let manifest = Manifest.make("counting") {
        $0.reads.append(.init(pattern: "customer.id"))
        $0.collections = [
            CollectionDeclaration(
                name: "tallies", fields: ["count": .init(type: .int, isIndexed: true, isWritable: true)])
        ]
        $0.requires = ["sk.store/1"]
    }

    func begin(_ call: SkillCall) {
        guard let engine = services.value, let customer = call.context["customer.id"]?.text else { return }
        do {
            let old = try engine.answer(
                "sk.store/1", skill: "counting", turn: call.turn,
                request: ["op": "get", "collection": "tallies", "id": .text(customer)])
            let count = old["count"]?.int ?? 0
            between(count)
            call.complete(
                .success(
                    .make { patch in
                        patch.store = [
                            .init(
                                collection: "tallies", id: customer, action: .put(["count": .int(count + 1)]))
                        ]
                        patch.say = [Utterance(.answer, "\(count + 1)")]
                    }))
        } catch { call.complete(.failure(.failed("\(error)"))) }
    }

    func cancel(turn: UInt64) {}
    func stop() {}
}

/// Hands the engine to a skill that was made before it.
final class EngineBox: Sendable {
    private let engine = Mutex<Engine?>(nil)
    var value: Engine? {
        get { engine.withLock { $0 } }
        set { engine.withLock { $0 = newValue } }
    }
}

struct TransactionTests {
    static func house(folder: URL? = nil, between: @escaping @Sendable (Int64) -> Void = { _ in }) throws
        -> House
    {
        let box = EngineBox()
        let house = try House(
            [Stage(manifest: Counting.manifest, skill: Counting(between: between, services: box))],
            folder: folder)
        box.value = house.engine
        return house
    }

    @Test func `the same message id gives the recorded answer and no second effect, also after a restart`()
        throws
    {
        let house = try Self.house()
        let first = try house.turn("你好", id: "m1").answer
        var again = try house.turn("something else", id: "m1").answer
        #expect(again.repeated)
        again.repeated = false
        #expect(again == first)
        house.engine.stop()
        let reopened = try Self.house(folder: house.folder)
        let third = try reopened.turn("你好", id: "m1").answer
        #expect(third.repeated)
        #expect(third.turn == first.turn)
        #expect(try reopened.document("tallies", "u1")?.body["count"] == 1)
    }

    @Test func `a message sent again after its conversation was closed has no second effect`() throws {
        let house = try Self.house()
        let first = try house.turn("你好", id: "m1").answer
        _ = try house.engine.close(first.conversation)
        #expect(try house.turn("你好", id: "m1").answer.turn == first.turn)
        #expect(try house.turn("又来了", id: "m2").answer.conversation != first.conversation)
        #expect(try house.document("tallies", "u1")?.body["count"] == 2)
    }

    @Test func `a hundred deliveries of one message at once have one effect`() throws {
        let house = try Self.house()
        let waiting = (0..<100).map { _ in house.say("你好", customer: nil, conversation: "c1", id: "m1") }
        let answers = try waiting.map { try #require($0.take()).get().answer }
        #expect(Set(answers.map(\.turn)).count == 1)
        #expect(answers.filter { !$0.repeated }.count == 1)
        let page = try house.store.read { try $0.documents("tallies", Query()) }
        #expect(page.items.map(\.body) == [["count": 1]])
    }

    @Test func `many conversations of one customer at once lose no update`() throws {
        let house = try Self.house()
        let waiting = (0..<60).map { house.say("你好", conversation: "c\($0 % 6)") }
        for turn in waiting { _ = try #require(turn.take()).get() }
        #expect(try house.document("tallies", "u1")?.body["count"] == 60)
    }

    @Test func `a staff change between a skill's read and its commit is not lost`() throws {
        let box = Mutex<House?>(nil)
        let house = try Self.house { count in
            guard count == 1, let house = box.withLock({ $0 }) else { return }
            _ = try? house.engine.changeNow { reader in
                guard var document = try reader.document("tallies", "u1") else {
                    return Change([], result: ())
                }
                let version = document.version
                document.body["count"] = 100
                return Change([.document(document, expecting: version)], result: ())
            }
        }
        box.withLock { $0 = house }
        defer { box.withLock { $0 = nil } }
        _ = try house.turn("one")
        let outcome = try house.turn("two")
        #expect(outcome.record?.reruns == 1)
        #expect(outcome.answer.replies.map(\.text) == ["101"])
        #expect(try house.document("tallies", "u1")?.body["count"] == 101)
    }

    @Test func `a skill reads its own writes, and a late skill's buffer is dropped`() throws {
        let box = EngineBox()
        let put: @Sendable (SkillCall, String) -> Void = { call, word in
            _ = try? box.value?.answer(
                "sk.store/1", skill: "buffer", turn: call.turn,
                request: ["op": "put", "collection": "notes", "id": "n", "document": ["word": .text(word)]])
        }
        let manifest = Manifest.make("buffer") {
            $0.collections = [
                CollectionDeclaration(name: "notes", fields: ["word": .init(type: .text, isIndexed: true)])
            ]
        }
        let skill = Scripted { call in
            put(call, call.context["turn.text"]?.text ?? "")
            guard call.context["turn.text"] != "late" else { return }
            let found = try? box.value?.answer(
                "sk.store/1", skill: "buffer", turn: call.turn,
                request: [
                    "op": "query", "collection": "notes",
                    "filter": ["word": call.context["turn.text"] ?? .null],
                ])
            call.complete(.success(.answer("\(found?["items"]?.list?.count ?? -1)")))
        }
        let house = try House(
            [Stage(manifest: manifest, skill: skill)], settings: { $0.skillDeadline = .milliseconds(30) })
        box.value = house.engine
        #expect(try house.turn("apple").answer.replies.map(\.text) == ["1"])
        #expect(try house.turn("late").record?.skills.first?.status == .late)
        #expect(try house.document("notes", "n")?.body == ["word": "apple"])
    }

    @Test func `host calls of a skill end somewhere, and what it asked before stands`() throws {
        let box = EngineBox()
        let manifest = Manifest.make("eager") {
            $0.collections = [CollectionDeclaration(name: "notes", fields: [:])]
        }
        let house = try House([
            .answering(manifest) { call throws(SkillFailure) in
                for number in 1...1001 {
                    do {
                        _ = try box.value?.answer(
                            "sk.store/1", skill: "eager", turn: call.turn,
                            request: [
                                "op": "put", "collection": "notes", "id": .text("n\(number)"),
                                "document": [:],
                            ])
                    } catch {
                        return .answer("\(number): \(error)")
                    }
                }
                return .answer("no end")
            }
        ])
        box.value = house.engine
        #expect(
            try house.turn("你好").answer.replies.map(\.text) == [
                "1001: 'eager' asked 1000 times in one turn; ask for more at once, or go on in a later turn"
            ])
        #expect(try house.document("notes", "n1000") != nil)
    }

    @Test func `another customer's conversation is refused`() throws {
        let house = try Self.house()
        let conversation = try house.turn("你好", customer: "u1", conversation: "c1").answer.conversation
        let result = try #require(house.say("hi", customer: "u2", conversation: conversation).take())
        #expect(throws: TurnFailure.mismatch(conversation: "c1")) { try result.get() }
    }

    @Test func `stopping under load commits what was taken in and refuses the rest`() throws {
        let house = try Self.house()
        let waiting = (0..<500).map { house.say("你好", customer: "u\($0 % 20)", id: "m\($0)") }
        house.engine.stop()
        let answered = try waiting.filter { try #require($0.take()).isSuccess }.count
        let reopened = try Self.house(folder: house.folder)
        let counts = try reopened.store.read { try $0.documents("tallies", Query()) }.items.map {
            $0.body["count"]?.int ?? 0
        }
        #expect(answered == 500)
        #expect(counts.reduce(0, +) == 500)
        house.engine.submit(Inbound(channel: "rest", text: "late")) { result in
            #expect(throws: TurnFailure.unavailable("the host is stopping; try again when it is back")) {
                try result.get()
            }
        }
    }
}

extension Result {
    var isSuccess: Bool { if case .success = self { true } else { false } }
}
