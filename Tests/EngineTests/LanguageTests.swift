import ConciergeCore
import Testing
import Threads

@testable import Engine

@Suite struct LanguageOfTurnTests {
    private func house() throws -> House {
        try House([
            .answering(.make("echo")) { call throws(SkillFailure) in
                .answer(call.context["turn.locale"]?.text ?? "none")
            }
        ])
    }

    @Test func `whoever changes the language is answered in it, until it changes again`() throws {
        let house = try house()
        func locale(_ text: String) throws -> String? { try house.turn(text).answer.replies.first?.text }
        #expect(try locale("工业机器人多少钱") == "zh-CN")
        #expect(try locale("ok") == "zh-CN")
        #expect(try locale("Could you answer in English, please?") == "en")
        #expect(try locale("P001") == "en")
        #expect(try house.store.read { try $0.customer("u1")?.locale } == "en")
        #expect(try locale("好的，谢谢") == "zh-CN")
    }

    @Test func `a first word is enough, and what the channel says stands`() throws {
        let house = try house()
        #expect(try house.turn("hello", customer: "u2").answer.replies.first?.text == "en")
        var inbound = Inbound(channel: "rest", text: "how much is it")
        inbound.customer = "u3"
        inbound.locale = "zh-CN"
        #expect(try house.submit(inbound).take()?.get().answer.replies.first?.text == "zh-CN")
    }

    @Test func `a skill sees what those before it would say`() throws {
        let house = try House([
            .answering(.make("first")) { _ throws(SkillFailure) in .answer("一") },
            .answering(.make("silent")) { _ throws(SkillFailure) in Patch() },
            .answering(.make("last")) { call throws(SkillFailure) in
                .make { $0.because = call.context["turn.said"].map(JSON.text) }
            },
        ])
        let outcome = try house.turn("你好")
        #expect(
            outcome.record?.skills[2].because == #"[{"kind":"answer","priority":0,"skill":"first"}]"#)
        #expect(outcome.record?.context["turn.said"] == nil)
    }

    @Test func `a skill sees who comes after it, and that a human is called already`() throws {
        let house = try House([
            .answering(.make("first")) { _ throws(SkillFailure) in
                .make {
                    $0.effects = [.handoff(.init(reason: "a fault", competence: "technical", priority: 20))]
                }
            },
            .answering(.make("last")) { call throws(SkillFailure) in
                .make {
                    let seen = ["turn.handoff", "turn.skills"].compactMap { call.context[$0].map(JSON.text) }
                    $0.because = seen.joined(separator: " ")
                }
            },
        ])
        let record = try house.turn("你好").record
        #expect(record?.skills[0].because == nil)
        #expect(
            record?.skills[1].because
                == #"{"competence":"technical","priority":20,"reason":"a fault"} ["first","last"]"#)
        #expect(record?.context["turn.handoff"] == nil)
    }
}
