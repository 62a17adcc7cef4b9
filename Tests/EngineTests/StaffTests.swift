import ConciergeCore
@testable import Engine
import Testing
import Threads

struct StaffTests {
    /// A house with one skill that keeps its answer until the test gives it.
    static func slow() throws -> (house: House, calls: Mailbox<SkillCall>) {
        let calls = Mailbox<SkillCall>()
        let manifest = Manifest.make("slow") { $0.writes = ["slow.seen": .text] }
        return (try House([Stage(manifest: manifest, skill: Scripted { calls.put($0) })]), calls)
    }

    static func first(_ house: House, _ calls: Mailbox<SkillCall>) throws -> String {
        let turn = house.say("first", conversation: "c1")
        try #require(calls.take()).complete(.success(.answer("hello")))
        return try #require(turn.take()).get().answer.conversation
    }

    @Test func `a takeover while a turn waits makes drafts of its answers`() throws {
        let (house, calls) = try Self.slow()
        let id = try Self.first(house, calls)
        let turn = house.say("second", conversation: id)
        let call = try #require(calls.take())
        let taken = try house.engine.takeOver(id, agent: "li")
        #expect(taken.status == .human)
        var patch = Patch.answer("the bot speaks")
        patch.writes = ["slow.seen": "yes"]
        call.complete(.success(patch))
        let outcome = try #require(turn.take()).get()
        #expect(outcome.answer.replies == [])
        #expect(outcome.answer.status == .human)
        #expect(outcome.record?.context["slow.seen"] == "yes")
        let messages = try house.store.read { try $0.messages(conversation: id, after: 0, limit: 50) }
        #expect(messages.map(\.author) == [.customer, .bot, .customer, .draft])
        #expect(throws: ConversationError.held(id, by: "li")) {
            try house.engine.settleDraft(4, in: id, agent: "wang", text: nil, isApproved: true)
        }
        let sent = try house.engine.settleDraft(4, in: id, agent: "li", text: "mended", isApproved: true)
        #expect(sent?.text == "mended")
        let after = try house.store.read { try $0.messages(conversation: id, after: 2, limit: 50) }
        #expect(after.map(\.text) == ["second", "mended"])
    }

    @Test func `closing while a turn waits lets its answers vanish`() throws {
        let (house, calls) = try Self.slow()
        let id = try Self.first(house, calls)
        let turn = house.say("second", conversation: id)
        let call = try #require(calls.take())
        _ = try house.engine.close(id)
        call.complete(.success(.answer("too late")))
        #expect(try #require(turn.take()).get().answer.replies == [])
        let messages = try house.store.read { try $0.messages(conversation: id, after: 0, limit: 50) }
        #expect(messages.map(\.text) == ["first", "hello", "second"])
        let next = try #require(house.say("third", conversation: id).take())
        #expect(throws: TurnFailure.closed(conversation: id)) { try next.get() }
    }

    @Test(arguments: ["c1", "c2"])
    func `erasing while a turn waits leaves nothing of the person, in an old or a new conversation`(
        conversation: String
    ) throws {
        let (house, calls) = try Self.slow()
        _ = try Self.first(house, calls)
        let turn = house.say("second", conversation: conversation)
        let call = try #require(calls.take())
        #expect(try house.engine.erase(customer: "u1"))
        call.complete(.success(.answer("too late")))
        let result = try #require(turn.take())
        #expect(throws: TurnFailure.gone) { try result.get() }
        #expect(try house.store.read { try $0.customer("u1") } == nil)
        #expect(try house.store.read { try $0.conversations(Query()).items } == [])
    }

    @Test func `erasing somebody whose first turn still runs leaves nothing either`() throws {
        let (house, calls) = try Self.slow()
        let turn = house.say("first", conversation: "c1")
        let call = try #require(calls.take())
        #expect(try house.engine.erase(customer: "u1"))
        call.complete(.success(.answer("too late")))
        let result = try #require(turn.take())
        #expect(throws: TurnFailure.gone) { try result.get() }
        #expect(try house.store.read { try $0.customer("u1") } == nil)
        let next = house.say("again", conversation: "c1")
        try #require(calls.take()).complete(.success(.answer("welcome")))
        #expect(try #require(next.take()).get().answer.replies.map(\.text) == ["welcome"])
        #expect(try !house.engine.erase(customer: "nobody"))
    }

    @Test func `agents speak only where they took over, and release gives the bot its voice back`() throws {
        let (house, calls) = try Self.slow()
        let id = try Self.first(house, calls)
        #expect(
            throws: ConversationError.wrongStatus(id, .bot, wanted: "take it over first")
        ) { try house.engine.say("hi", in: id, agent: "li") }
        _ = try house.engine.takeOver(id, agent: "li")
        #expect(try house.engine.say("hi", in: id, agent: "li").author == .agent)
        #expect(throws: ConversationError.held(id, by: "li")) {
            try house.engine.say("hi", in: id, agent: "wang")
        }
        _ = try house.engine.release(id)
        let turn = house.say("and now?", conversation: id)
        try #require(calls.take()).complete(.success(.answer("me again")))
        #expect(try #require(turn.take()).get().answer.replies.map(\.text) == ["me again"])
    }

    @Test func `a handoff queues the conversation, says so to subscribers, and silences offers`() throws {
        let house = try House([
            .answering(.make("host")) { _ throws(SkillFailure) in
                .make { patch in
                    patch.say = [Utterance(.answer, "马上为您转接"), Utterance(.offer, "买一送一")]
                    patch.effects = [.handoff(.init(reason: "asked for a human", competence: "technical"))]
                }
            }
        ])
        let outcome = try house.turn("转人工")
        #expect(outcome.answer.status == .queued)
        #expect(outcome.answer.replies.map(\.text) == ["马上为您转接"])
        let conversation = try house.store.read { try $0.conversation(outcome.answer.conversation) }
        #expect(conversation?.competence == "technical")
        let events = try house.store.read { try $0.events(after: 0, limit: 10) }
        #expect(events.map(\.name) == ["conversation.queued"])
        #expect(events.first?.data == conversation?.value)
        #expect(conversation?.value["reason"] == "asked for a human")
        #expect(conversation?.handoff.queuedAt == house.clock.now())
    }

    @Test func `of several handoffs in one turn the highest priority is heard, the first among equals`()
        throws
    {
        func asking(_ id: String, _ wish: Patch.Handoff) -> Stage {
            .answering(.make(id)) { _ throws(SkillFailure) in .make { $0.effects = [.handoff(wish)] } }
        }
        let house = try House([
            asking("sales", .init(reason: "hot", competence: "sales", priority: 10)),
            asking("service", .init(reason: "asked", priority: 40, note: ["order": "o1"])),
            asking("late", .init(reason: "asked too", priority: 40)),
        ])
        let id = try house.turn("转人工").answer.conversation
        let queued = try #require(try house.store.read { try $0.conversation(id) })
        #expect(queued.handoff.reason == "asked" && queued.competence == nil)
        #expect(queued.handoff.note == ["order": "o1"] && queued.handoff.priority == 40)
        _ = try house.turn("还在吗")
        #expect(try house.store.read { try $0.conversation(id) }?.handoff == queued.handoff)
        #expect(try house.store.read { try $0.events(after: 0, limit: 9) }.count == 1)
    }

    @Test func `a note that nobody would read refuses the skill's part`() throws {
        let house = try House([
            .answering(.make("wordy")) { _ throws(SkillFailure) in
                let note = Value.text(String(repeating: "x", count: PatchCheck.largestNote))
                return .make { $0.effects = [.handoff(.init(reason: "asked", note: ["all": note]))] }
            }
        ])
        let outcome = try house.turn("转人工")
        #expect(outcome.answer.status == .bot)
        #expect(
            outcome.record?.skills.first?.because
                == "its answer was refused: effects[0].note: larger than 16384 bytes as JSON; keep what an agent reads"
        )
    }

    @Test(arguments: [(true, 0), (false, 9 * 3600)])
    func `skills know whether somebody is there, and when again`(isOpen: Bool, later: Int) throws {
        let manifest = Manifest.make("clerk") {
            $0.reads = ["business.open", "business.opens_at?", "conversation.assignee?"].compactMap {
                .init(pattern: $0.replacing("?", with: ""), isOptional: $0.hasSuffix("?"))
            }
        }
        let seen = Mailbox<[String: Value]>()
        let stage = Stage.answering(manifest) { call throws(SkillFailure) in
            seen.put(call.context)
            return Patch()
        }
        let house = try House(
            [stage], settings: { $0.hours = OpeningHours(BusinessHours()) { _ in 8 * 3600 } })
        house.clock.advance(.seconds(later))
        _ = try house.turn("在吗")
        let opens: [String: Value] =
            isOpen ? [:] : ["business.opens_at": .timestamp(Timestamp(seconds: 1_773_277_200))]
        #expect(seen.take() == opens.merging(["business.open": .bool(isOpen)]) { old, _ in old })
    }
}
