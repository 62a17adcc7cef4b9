import ConciergeCore
@testable import Engine
import Testing
import Threads

@Suite struct ReturnTests {
    private func answering() -> Stage {
        .answering(.make("bot")) { _ throws(SkillFailure) in .answer("here I am") }
    }

    private func isBack(_ house: House) throws -> Bool {
        try house.eventually { try house.conversation("c1").status == .bot ? true : nil }
    }

    @Test func `the bot goes on when a human has said nothing for long enough`() throws {
        let house = try House([answering()])
        _ = try house.turn("a", conversation: "c1")
        _ = try house.engine.takeOver("c1", agent: "li")
        house.clock.advance(.seconds(29 * 60))
        _ = try house.engine.say("moment", in: "c1", agent: "li")
        house.clock.advance(.seconds(29 * 60))
        #expect(try house.turn("b", conversation: "c1").answer.replies == [])
        let draft = try #require(
            try house.store.read { try $0.messages(conversation: "c1", after: 4, limit: 1) }.first)
        _ = try house.engine.settleDraft(
            draft.sequence, in: "c1", agent: "li", text: nil, isApproved: true)
        house.clock.advance(.seconds(29 * 60))
        // Asked too early it does nothing: a draft that was sent was a human's word.
        house.engine.returnToBot("c1")
        #expect(try house.engine.say("so?", in: "c1", agent: "li").author == .agent)
        house.clock.advance(.seconds(30 * 60))
        #expect(try isBack(house))
        let last = try #require(try house.told.last)
        #expect(last.name == "conversation.returned" && last.data["agent"] == "li")
        #expect(try house.conversation("c1").handoff == Handoff())
        #expect(try house.turn("c", conversation: "c1").answer.replies.map(\.text) == ["here I am"])
    }

    @Test func `a restart in between forgets nothing`() throws {
        let house = try House([answering()])
        _ = try house.turn("a", conversation: "c1")
        _ = try house.engine.takeOver("c1", agent: "li")
        house.engine.stop()
        let reopened = try House([answering()], folder: house.folder)
        #expect(try reopened.conversation("c1").status == .human)
        reopened.clock.advance(.seconds(30 * 60))
        #expect(try isBack(reopened))
    }

    @Test func `who waited for a human and heard none waits for another, from the same place`() throws {
        let caller = Stage.answering(.make("bot")) { _ throws(SkillFailure) in
            .make { $0.effects = [.handoff(Patch.Handoff(reason: "asked for"))] }
        }
        let house = try House([caller])
        _ = try house.turn("a human, please", conversation: "c1")
        let queuedAt = try house.conversation("c1").handoff.queuedAt
        _ = try house.engine.takeOver("c1", agent: "li")
        house.clock.advance(.seconds(30 * 60))
        let isWaiting = try house.eventually {
            try house.conversation("c1").status == .queued ? true : nil
        }
        #expect(isWaiting)
        let conversation = try house.conversation("c1")
        #expect(conversation.agent == nil && conversation.handoff.queuedAt == queuedAt)
        #expect(conversation.handoff.reason == "asked for")
    }

    /// Author and text of all that stands there.
    private func thread(_ house: House) throws -> [String] {
        try house.store.read { try $0.messages(conversation: "c1", after: 0, limit: 99) }.map {
            "\($0.author.rawValue): \($0.text)"
        }
    }

    @Test func `what nobody answered the bot answers when it has the conversation again`() throws {
        let house = try House([answering()])
        _ = try house.turn("a", conversation: "c1")
        _ = try house.engine.takeOver("c1", agent: "li")
        _ = try house.turn("b", conversation: "c1")
        _ = try house.engine.release("c1")
        #expect(
            try thread(house) == ["customer: a", "bot: here I am", "customer: b", "bot: here I am"])
        _ = try house.engine.takeOver("c1", agent: "li")
        _ = try house.engine.say("yes?", in: "c1", agent: "li")
        _ = try house.turn("c", conversation: "c1")
        house.clock.advance(.seconds(30 * 60))
        #expect(try isBack(house))
        #expect(
            try thread(house).suffix(3) == ["agent: yes?", "customer: c", "bot: here I am"])
        // What a human answered stays answered.
        _ = try house.engine.takeOver("c1", agent: "li")
        _ = try house.turn("d", conversation: "c1")
        _ = try house.engine.say("done", in: "c1", agent: "li")
        _ = try house.engine.release("c1")
        #expect(try thread(house).suffix(2) == ["draft: here I am", "agent: done"])
    }

    @Test func `words to which nothing is known to say wait for another human`() throws {
        let house = try House(
            [.answering(.make("bot")) { _ throws(SkillFailure) in Patch() }],
            settings: { $0.fallback = Localized([:]) })
        _ = try house.turn("a", conversation: "c1")
        _ = try house.engine.takeOver("c1", agent: "li")
        _ = try house.engine.say("yes?", in: "c1", agent: "li")
        _ = try house.turn("b", conversation: "c1")
        house.clock.advance(.seconds(30 * 60))
        let isWaiting = try house.eventually {
            try house.conversation("c1").status == .queued ? true : nil
        }
        #expect(isWaiting)
        #expect(try house.conversation("c1").handoff.queuedAt != nil)
    }

    @Test func `nobody takes from a colleague unless he means to`() throws {
        let house = try House([answering()])
        _ = try house.turn("a", conversation: "c1")
        _ = try house.engine.takeOver("c1", agent: "li")
        #expect(throws: ConversationError.taken("c1", by: "li")) {
            try house.engine.takeOver("c1", agent: "wang")
        }
        #expect(try house.engine.takeOver("c1", agent: "li").agent == "li")
        #expect(try house.engine.takeOver("c1", agent: "wang", force: true).agent == "wang")
    }

    @Test func `zero is never, and what was released or closed does not come back`() throws {
        let house = try House([answering()], settings: { $0.returnsAfter = .zero })
        _ = try house.turn("a", conversation: "c1")
        #expect(try house.engine.takeOver("c1", agent: "li").handoff.returnsAt == nil)
        #expect(try house.engine.release("c1").handoff == Handoff())
        _ = try house.engine.takeOver("c1", agent: "li")
        #expect(try house.engine.close("c1").handoff.returnsAt == nil)
    }

    @Test func `skills read what a human said`() throws {
        let seen = Mailbox<[String]>()
        let manifest = Manifest.make("reader") {
            $0.reads.append(.init(pattern: "conversation.recent", isOptional: true))
        }
        let house = try House([
            .answering(manifest) { call throws(SkillFailure) in
                let recent = call.context["conversation.recent"]?.list ?? []
                seen.put(recent.map { "\($0["author"]?.text ?? ""): \($0["text"]?.text ?? "")" })
                return Patch()
            }
        ])
        _ = try house.turn("a", conversation: "c1")
        _ = try house.engine.takeOver("c1", agent: "li")
        _ = try house.engine.say("十台以上九折", in: "c1", agent: "li")
        _ = try house.engine.release("c1")
        _ = try house.turn("b", conversation: "c1")
        _ = seen.take()
        #expect(try #require(seen.take()).last == "agent: 十台以上九折")
    }

    @Test func `what skills tell the staff is an event, and a line of the log without its data`() throws {
        let lines = Mailbox<String>()
        let stage = Stage.answering(.make("seller")) { _ throws(SkillFailure) in
            .make {
                $0.effects = [
                    .notify(competence: "sales", text: "a hot\nlead", data: ["token": "hunter2"])
                ]
            }
        }
        let house = try House([stage], log: { if $0 == .notice { lines.put($1) } })
        let turn = try house.turn("五十台").answer.turn
        #expect(lines.take() == "skill 'seller' for 'sales', turn \(turn): a hot lead")
        let event = try #require(try house.told.first)
        #expect(event.name == "notice" && event.source == "seller" && event.customer == "u1")
        #expect(event.data == ["competence": "sales", "text": "a hot\nlead", "data": ["token": "hunter2"]])
    }
}
