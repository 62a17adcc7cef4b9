@testable import Recommendation
import SkillKit
import Testing

@Suite struct OutcomeTests {
    private func offered(turns: Int = 0) throws -> Play {
        var play = try Play()
        play.say("机器人", "purchase")
        play.offer(["P2", "P3"])
        for _ in 0..<turns { play.say() }
        return play
    }

    private func reaction(_ play: Play, _ change: (inout Moment) -> Void) -> Memory.Reaction? {
        var moment = Moment(conversation: "c", turn: play.last.turn + 1, at: play.last.at)
        change(&moment)
        return play.memory.reaction(to: moment, play.rules)
    }

    @Test func `a tap is told from a question, and names its product`() throws {
        let play = try offered()
        let tap = try #require(reaction(play) { $0.text = "介绍一下P3" })
        #expect((tap.outcome, tap.product) == (.clicked, "P3"))
        let question = try #require(reaction(play) { $0.products = ["P9", "P2"] })
        #expect((question.outcome, question.product) == (.asked, "P2"))
        #expect(question.because == "they asked about P2")
    }

    @Test(arguments: [(2, true), (3, false)])
    func `a decline is meant for an offer of the last turns`(turnsBetween: Int, isMeant: Bool) throws {
        let reaction = reaction(try offered(turns: turnsBetween)) { $0.declining = "不需要" }
        #expect((reaction?.outcome == .declined) == isMeant)
    }

    @Test func `an answered offer is not answered again, but can still be bought`() throws {
        var play = try offered()
        play.memory.set(.asked, of: "o1")
        #expect(reaction(play) { $0.products = ["P2"] } == nil)
        #expect(play.memory.offer(of: "P2")?.id == "o1")
        play.memory.set(.declined, of: "o1")
        #expect(play.memory.offer(of: "P2") == nil)
    }

    @Test func `nothing follows a decline, and a late purchase counts`() {
        #expect(!Outcome.declined.mayBecome(.accepted))
        #expect(Outcome.expired.mayBecome(.accepted))
        #expect(!Outcome.asked.mayBecome(.clicked))
    }

    @Test func `what is remembered comes back as it was`() throws {
        var play = try offered(turns: 2)
        play.say(nil, "complaint")
        #expect(Memory(play.memory.value) == play.memory)
        #expect(Memory(Memory().value) == Memory())
        #expect(Thread(play.thread.value) == play.thread)
        #expect(Thread(Thread("c").value) == Thread("c"))
    }

    @Test func `what is remembered has an end`() throws {
        var play = try Play()
        for number in 0..<100 {
            play.say("topic \(number)")
            play.offer(["P\(number)"])
        }
        #expect(play.memory.offered.count == 40)
        #expect(play.memory.offered.last == "P99")
        #expect(play.memory.open.count == 5)
    }
}
