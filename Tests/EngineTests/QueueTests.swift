import ConciergeCore
@testable import Engine
import Testing
import Threads

extension Stage {
    /// Hands every conversation over to the kind of agent that the customer names.
    static let porter = Stage.answering(.make("porter")) { call throws(SkillFailure) in
        let wanted = call.context["turn.text"]?.text
        return .make {
            $0.effects = [.handoff(.init(reason: "asked", competence: wanted == "anybody" ? nil : wanted))]
        }
    }
}

extension Agent {
    static func make(
        _ id: String, _ competences: [String] = [], capacity: Int64 = 1, _ presence: Presence = .online
    ) -> Agent {
        Agent(id: id, name: id, competences: competences, capacity: capacity, presence: presence)
    }
}

extension House {
    func hire(_ agents: Agent...) throws {
        try engine.changeNow { _ in Change(agents.map(Write.agent), result: ()) }
    }

    func conversation(_ id: String) throws -> Conversation {
        try #require(try store.read { try $0.conversation(id) })
    }

    /// Whom each of them is given to, as soon as all of them are.
    func assignees(_ ids: String...) throws -> [String] {
        try eventually {
            let found = try ids.compactMap { try conversation($0).handoff.assignee }
            return found.count == ids.count ? found : nil
        }
    }

    var told: [Event] { get throws { try store.read { try $0.events(after: 0, limit: 100) } } }
}

@Suite struct QueueTests {
    private static let staff: [Agent] = [
        .make("li", ["technical"], capacity: 2), .make("wang", ["technical", "sales"], capacity: 4),
        .make("zhao", ["billing"], capacity: 9, .away),
    ]

    @Test(
        arguments: [
            ("technical", [:], "li"), ("technical", ["li": 1], "wang"),
            ("technical", ["li": 1, "wang": 2], "li"),
            ("technical", ["li": 1, "wang": 1], "wang"), ("technical", ["li": 2, "wang": 3], "wang"),
            ("technical", ["li": 2, "wang": 4], nil), ("sales", [:], "wang"), (nil, ["li": 1], "wang"),
            // Billing is somebody's, who is away; nobody at all knows of gardens.
            ("billing", [:], nil), ("gardens", [:], "li"),
        ] as [(String?, [String: Int64], String?)])
    func `who is competent and has the least to do for what he can carry is the one`(
        competence: String?, held: [String: Int64], id: String?
    ) {
        #expect(Queue(agents: Self.staff, held: held).agent(for: competence)?.id == id)
    }

    @Test func `conversations go to agents by competence, until these have enough`() throws {
        let house = try House([.porter])
        try house.hire(.make("li", ["technical"]), .make("wang", ["sales"], capacity: 2))
        _ = try house.turn("sales", customer: "u1", conversation: "c1")
        _ = try house.turn("technical", customer: "u2", conversation: "c2")
        _ = try house.turn("anybody", customer: "u3", conversation: "c3")
        #expect(try house.assignees("c1", "c2", "c3") == ["wang", "li", "wang"])
        _ = try house.turn("technical", customer: "u4", conversation: "c4")
        _ = try house.engine.takeOver("c2", agent: "li")
        _ = try house.engine.close("c2")
        #expect(try house.assignees("c4") == ["li"])
    }

    @Test func `who waits longest is first when somebody comes, and waits through a restart`() throws {
        let house = try House([.porter])
        try house.hire(.make("li", ["technical"], .offline), .make("wang", ["sales"]))
        for (number, wanted) in ["technical", "sales", "technical"].enumerated() {
            house.clock.advance(.seconds(60))
            _ = try house.turn(wanted, customer: "u\(number)", conversation: "c\(number)")
        }
        #expect(try house.assignees("c1") == ["wang"])
        house.engine.stop()
        let reopened = try House([.porter], folder: house.folder)
        try reopened.hire(.make("li", ["technical"]))
        #expect(try reopened.assignees("c0") == ["li"])
        #expect(try reopened.conversation("c2").handoff.assignee == nil)
        try reopened.hire(.make("li", ["technical"], capacity: 2))
        #expect(try reopened.assignees("c2") == ["li"])
    }

    @Test func `what an earlier process left in the queue is given out at the start`() throws {
        let house = try House([.porter])
        _ = try house.turn("technical", conversation: "c1")
        house.engine.stop()
        _ = house.store.commit([Commit([.agent(.make("li", ["technical"]))])])
        #expect(try House([.porter], folder: house.folder).assignees("c1") == ["li"])
    }

    @Test func `who leaves gives back what he has not taken, and keeps what he holds`() throws {
        let house = try House([.porter])
        try house.hire(.make("li", capacity: 2), .make("wang", [], .offline))
        _ = try house.turn("anybody", customer: "u1", conversation: "c1")
        _ = try house.turn("anybody", customer: "u2", conversation: "c2")
        #expect(try house.assignees("c1", "c2") == ["li", "li"])
        _ = try house.engine.takeOver("c1", agent: "li")
        try house.hire(.make("li", capacity: 2, .away))
        _ = try house.eventually { try house.conversation("c2").handoff.assignee == nil ? true : nil }
        try house.hire(.make("wang"))
        #expect(try house.assignees("c2") == ["wang"])
        #expect(try house.conversation("c1").agent == "li")
    }

    @Test func `each step is told, with what the conversation is then`() throws {
        let house = try House([.porter])
        try house.hire(.make("li"))
        _ = try house.turn("anybody", conversation: "c1")
        _ = try house.assignees("c1")
        _ = try house.engine.takeOver("c1", agent: "li")
        house.clock.advance(.seconds(5))
        _ = try house.engine.say("您好", in: "c1", agent: "li")
        _ = try house.engine.say("请讲", in: "c1", agent: "li")
        _ = try house.engine.release("c1")
        _ = try house.engine.close("c1")
        let told = try house.told
        #expect(
            told.map(\.name) == [
                "conversation.queued", "conversation.assigned", "conversation.taken",
                "conversation.answered", "conversation.released", "conversation.closed",
            ])
        #expect(told.allSatisfy { $0.conversation == "c1" && $0.customer == "u1" && $0.source == "host" })
        #expect(told[0].data["reason"] == "asked" && told[0].data["assignee"] == nil)
        #expect(told[1].data["assignee"] == "li")
        #expect(told[2].data["agent"] == "li" && told[2].data["assignee"] == nil)
        #expect(told[3].data["answered_at"] == .timestamp(house.clock.now()))
        #expect(told[4].data["agent"] == "li" && told[4].data["status"] == "bot")
    }

    @Test func `a turn under way when its conversation is given to an agent stands, and does not undo it`()
        throws
    {
        let (house, calls) = try StaffTests.slow()
        let id = try StaffTests.first(house, calls)
        let turn = house.say("second", conversation: id)
        let call = try #require(calls.take())
        try house.hire(.make("li"))
        try house.engine.changeNow { [engine = house.engine] reader in
            let conversation = try #require(try reader.conversation(id))
            return engine.changing(conversation, event: "conversation.queued") {
                $0.status = .queued
                $0.handoff = Handoff(.init(reason: "asked"), at: engine.clock.now())
            }.telling(())
        }
        #expect(try house.assignees(id) == ["li"])
        call.complete(.success(.answer("hello again")))
        #expect(try #require(turn.take()).get().answer.status == .queued)
        #expect(try house.conversation(id).handoff.assignee == "li")
        #expect(try house.conversation(id).customerTurns == 2)
    }

    @Test func `what is urgent comes first, then what is wanted, then who waits longest`() throws {
        let house = try House([
            .answering(.make("porter")) { call throws(SkillFailure) in
                let words = (call.context["turn.text"]?.text ?? "").split(separator: " ").map(String.init)
                return .make {
                    $0.effects = [
                        .handoff(
                            .init(
                                reason: "asked", priority: Int64(words[0]) ?? 0,
                                note: words.count > 1 ? ["priority": .text(words[1])] : [:]))
                    ]
                }
            }
        ])
        for (number, text) in ["5", "20", "40", "20", "5 urgent"].enumerated() {
            _ = try house.turn(text, customer: "u\(number)", conversation: "c\(number)")
            house.clock.advance(.seconds(60))
        }
        var order: [String] = []
        for _ in 0..<5 {
            let next = try #require(try house.store.read { try $0.queued(for: [], orNoneOf: []) })
            order.append(next.id)
            _ = try house.engine.takeOver(next.id, agent: "li")
        }
        #expect(order == ["c4", "c2", "c1", "c3", "c0"])
    }

    @Test func `something more urgent moves up who waits, and goes to who can see to it`() throws {
        let house = try House([
            .answering(.make("porter")) { call throws(SkillFailure) in
                let isDanger = call.context["turn.text"]?.text == "danger"
                return .make {
                    $0.effects = [
                        .handoff(
                            isDanger
                                ? .init(
                                    reason: "danger", competence: "technical", priority: 45,
                                    note: ["ticket": "T1"])
                                : .init(reason: "a price", competence: "sales", priority: 10))
                    ]
                }
            }
        ])
        try house.hire(.make("li", ["technical"], capacity: 2), .make("wang", ["sales"]))
        _ = try house.turn("price", customer: "u1", conversation: "c1")
        #expect(try house.assignees("c1") == ["wang"])
        let before = try house.conversation("c1").handoff.queuedAt
        house.clock.advance(.seconds(60))
        _ = try house.turn("danger", customer: "u1", conversation: "c1")
        let moved = try house.eventually {
            let now = try house.conversation("c1")
            return now.handoff.assignee == "li" ? now : nil
        }
        #expect(moved.status == .queued)
        #expect(moved.competence == "technical")
        #expect(moved.handoff.reason == "danger")
        #expect(moved.handoff.priority == 45)
        #expect(moved.handoff.note == ["ticket": "T1"])
        #expect(moved.handoff.queuedAt == before)
        // What is less urgent changes nothing.
        _ = try house.turn("price", customer: "u1", conversation: "c1")
        #expect(try house.conversation("c1").competence == "technical")
    }

    @Test func `whom no skill answers is promised an answer, and a human is called for it`() throws {
        let house = try House(
            [.answering(.make("mute")) { _ throws(SkillFailure) in Patch() }],
            settings: { $0.fallback = House.promise })
        let outcome = try house.turn("有人吗", customer: "u1", conversation: "c1")
        #expect(outcome.answer.replies.map(\.text) == ["我们已经收到，稍后回复您。"])
        #expect(outcome.answer.status == .queued)
        let handoff = try house.conversation("c1").handoff
        #expect(handoff.reason == "no skill answered")
        #expect(handoff.note == ["message": "有人吗"])
        #expect(try house.told.map(\.name) == ["conversation.queued"])
    }

    @Test func `where nothing is promised nobody is called`() throws {
        let house = try House([.answering(.make("mute")) { _ throws(SkillFailure) in Patch() }])
        #expect(try house.turn("有人吗", conversation: "c1").answer.status == .bot)
        #expect(try house.told.isEmpty)
    }

    @Test func `in the mode of drafts a human approves what the bot would say`() throws {
        let house = try House(
            [
                .answering(.make("clerk")) { _ throws(SkillFailure) in
                    .make { $0.say = [Utterance(.answer, "50000 元"), Utterance(.notice, "工单 T1")] }
                }
            ], settings: { $0.mode = .draft })
        let outcome = try house.turn("多少钱", customer: "u1", conversation: "c1")
        #expect(outcome.answer.replies == [] && outcome.answer.status == .queued)
        #expect(try house.conversation("c1").handoff.reason == "every answer waits for approval")
        func said() throws -> [Message] {
            try house.store.read { try $0.messages(conversation: "c1", after: 0, limit: 9) }
        }
        #expect(try said().map(\.author) == [.customer, .draft, .draft])
        _ = try house.engine.takeOver("c1", agent: "li")
        let sent = try house.engine.settleDraft(2, in: "c1", agent: "li", text: nil, isApproved: true)
        #expect(sent?.text == "50000 元")
        _ = try house.engine.settleDraft(3, in: "c1", agent: "li", text: nil, isApproved: false)
        #expect(try said().map(\.author) == [.customer, .agent])
        _ = try house.engine.release("c1")
        #expect(try house.turn("交期呢", conversation: "c1").answer.status == .queued)
    }
}
