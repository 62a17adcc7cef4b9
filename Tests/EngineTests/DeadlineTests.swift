import ConciergeCore
@testable import Engine
import Synchronization
import Testing
import Threads

struct DeadlineTests {
    @Test func `a skill that never answers is passed over, and cancelled`() throws {
        let cancelled = Mailbox<UInt64>()
        var silent = Scripted { _ in }
        silent.onCancel = { cancelled.put($0) }
        let house = try House(
            [
                Stage(manifest: .make("silent"), skill: silent),
                .answering(.make("lively")) { _ throws(SkillFailure) in .answer("here") },
            ], settings: { $0.skillDeadline = .milliseconds(30) })
        let outcome = try house.turn("你好")
        #expect(outcome.answer.replies.map(\.text) == ["here"])
        #expect(outcome.record?.skills.map(\.status) == [.late, .ran])
        #expect(outcome.record?.skills.first?.because == "no answer before the deadline")
        #expect(cancelled.take() != nil)
    }

    @Test func `a late answer is dropped and counted`() throws {
        let late = Mailbox<SkillCall>()
        let house = try House(
            [Stage(manifest: .make("tardy"), skill: Scripted { late.put($0) })],
            settings: { $0.skillDeadline = .milliseconds(30) })
        #expect(try house.turn("你好").record?.skills.first?.status == .late)
        let call = try #require(late.take())
        call.complete(.success(.answer("sorry!")))
        #expect(
            house.engine.metrics.all.contains {
                $0 == ("concierge_skill_dropped_answers_total{skill=\"tardy\"}", 1)
            })
        let messages = try house.store.read { reader in
            try reader.messages(conversation: house.turn("again").answer.conversation, after: 0, limit: 10)
        }
        #expect(!messages.contains { $0.text == "sorry!" })
    }

    @Test func `an answer from another thread, later, goes into the turn; a second one does not`() throws {
        let house = try House([
            Stage(
                manifest: .make("later"),
                skill: Scripted { call in
                    _ = try? HostThread("answer") {
                        call.complete(.success(.answer("first")))
                        call.complete(.success(.answer("second")))
                    }
                })
        ])
        #expect(try house.turn("你好").answer.replies.map(\.text) == ["first"])
    }

    @Test func `a skill that holds its thread is taken out of service and the others go on`() throws {
        let release = Mailbox<Void>()
        let house = try House(
            [
                Stage(
                    manifest: .make("blocker"),
                    skill: Scripted { call in
                        _ = release.take()
                        call.complete(.success(.answer("much too late")))
                    }),
                .answering(.make("lively")) { _ throws(SkillFailure) in .answer("here") },
            ], workers: 1, settings: { $0.skillDeadline = .milliseconds(30) })
        defer { release.close() }
        let first = try house.turn("你好")
        #expect(first.answer.replies.map(\.text) == ["here"])
        #expect(first.record?.skills.map(\.status) == [.late, .ran])
        let second = try house.turn("再问一下")
        #expect(second.record?.skills.map(\.status) == [.unavailable, .ran])
        #expect(
            second.record?.skills.first?.because
                == "it held a thread past its deadline; restart the host to try it again")
    }

    @Test func `stopping leaves behind a thread that a skill does not give back`() throws {
        let held = Mailbox<Void>()
        let release = Mailbox<Void>()
        let house = try House(
            [
                Stage(
                    manifest: .make("blocker"),
                    skill: Scripted { _ in
                        held.put(())
                        _ = release.take()
                    })
            ], settings: { $0.skillDeadline = .seconds(600) })
        defer { release.close() }
        _ = house.say("你好")
        _ = held.take()
        house.engine.stop(grace: .zero)
        #expect(house.engine.workerCount == 2)
    }

    @Test func `when the whole turn's time is over the rest is skipped and the customer still answered`()
        throws
    {
        let house = try House(
            [
                Stage(manifest: .make("silent"), skill: Scripted { _ in }),
                .answering(.make("lively")) { _ throws(SkillFailure) in .answer("here") },
            ],
            settings: {
                $0.turnDeadline = .milliseconds(30)
                $0.fallback = House.promise
            })
        let outcome = try house.turn("你好")
        #expect(outcome.record?.skills.map(\.status) == [.late, .skipped])
        #expect(outcome.answer.replies.map(\.text) == ["我们已经收到，稍后回复您。"])
    }
}
