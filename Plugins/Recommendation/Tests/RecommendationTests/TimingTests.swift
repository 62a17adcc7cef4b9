@testable import Recommendation
import SkillKit
import Testing

@Suite struct TimingTests {
    @Test(arguments: [(4, false), (5, true), (8, true), (9, false)])
    func `the same topic for three turns counts from turn 5 to turn 8`(turns: Int, offers: Bool) throws {
        var play = try Play()
        play.say(Array(repeating: "机器人", count: turns))
        #expect(play.offers == offers)
    }

    @Test func `an unknown topic is not the same as another unknown one`() throws {
        var play = try Play()
        play.say([nil, nil, nil, nil, nil])
        #expect(play.verdict == .wait(because: "turn 5, no topic for 3 turns and no wish to buy"))
    }

    @Test func `a topic that changed does not count`() throws {
        var play = try Play()
        play.say(["机器人", "机器人", "机器人", "传感器", "机器人"])
        #expect(!play.offers)
    }

    @Test func `a question about price or delivery goes on about what was spoken of`() throws {
        var play = try Play()
        play.say([nil, nil, "机器人"])
        play.say(nil, "price_inquiry")
        play.say("交期", "delivery_inquiry")
        #expect(play.verdict == .offer(.topic, because: "turn 5, '机器人' for 3 turns"))
    }

    @Test(arguments: [(0, true), (2, true), (3, false)])
    func `a wish to buy counts for three turns`(after: Int, offers: Bool) throws {
        var play = try Play()
        play.say([nil, nil, nil, nil])
        play.say("机器人", "purchase")
        for _ in 0..<after { play.say(nil) }
        #expect(play.offers == offers)
    }

    @Test(arguments: [true, false])
    func `a wish to buy may come before turn 5, where that is allowed`(allowed: Bool) throws {
        var play = try Play(settings("purchase_bypasses_minimum", .bool(allowed)))
        play.say("机器人", "purchase")
        #expect(play.offers == allowed)
    }

    @Test func `auto_recommend off is off`() throws {
        var play = try Play(settings("auto_recommend", false))
        play.say("机器人", "purchase")
        #expect(play.verdict == .wait(because: "'auto_recommend' is off"))
    }

    @Test func `after an offer there is a pause, in another conversation too`() throws {
        var play = try Play()
        play.say("机器人", "purchase")
        play.offer(["P2"])
        play.say("传感器", "purchase")
        #expect(play.verdict == .wait(because: "something was offered less than 24 hours ago"))
        play.say("传感器", "purchase") { $0.conversation = "d" }
        #expect(!play.offers)
        play.say("传感器", "purchase") { $0.at = $0.at + .seconds(86_400) }
        #expect(play.offers)
    }

    @Test func `a topic has one offer, however much later`() throws {
        var play = try Play()
        play.say("机器人", "purchase")
        play.offer(["P2"])
        play.say("机器人", "purchase") { $0.at = $0.at + .seconds(90 * 86_400) }
        #expect(play.verdict == .wait(because: "something was offered for '机器人' before"))
    }

    @Test func `after a complaint nothing is offered in that conversation, nor for a week in others`() throws
    {
        var play = try Play()
        play.say(nil, "complaint")
        play.say("机器人", "purchase")
        #expect(play.verdict == .wait(because: "they complained in this conversation"))
        play.say("机器人", "purchase") { $0.conversation = "d" }
        #expect(play.verdict == .wait(because: "they complained"))
        play.say("机器人", "purchase") { $0.at = $0.at + .seconds(8 * 86_400) }
        #expect(play.offers)
    }

    @Test func `after a decline nothing is offered, until they ask themselves`() throws {
        var play = try Play()
        play.say("机器人", "purchase")
        play.offer(["P2"])
        play.say(nil) { $0.declining = "不需要" }
        play.say("传感器", "purchase") {
            $0.conversation = "d"
            $0.at = $0.at + .seconds(365 * 86_400)
        }
        #expect(play.verdict == .wait(because: "they said '不需要'"))
        play.say("传感器") { $0.asking = "推荐" }
        play.say("传感器", "purchase")
        #expect(play.offers)
    }

    @Test func `who says to stop is heard without an offer too`() throws {
        var play = try Play()
        play.say(nil) { $0.refusing = "别推荐" }
        play.say("机器人", "purchase")
        #expect(!play.offers)
    }

    @Test func `no thanks without an offer turns nothing down`() throws {
        var play = try Play()
        play.say(nil) { $0.declining = "不需要" }
        play.say("机器人", "purchase")
        #expect(play.offers)
    }

    @Test(arguments: ["a human holds the conversation", "they wait for a human"])
    func `while a human has the word nothing is offered`(human: String) throws {
        var play = try Play()
        play.say("机器人", "purchase") { $0.human = human }
        #expect(play.verdict == .wait(because: human))
    }

    @Test func `some moments are no moments for an offer`() throws {
        var play = try Play()
        play.say("机器人", "purchase") { $0.intents.append("human_request") }
        #expect(play.verdict == .wait(because: "'human_request' is no moment for an offer"))
        play.say("机器人", "purchase") { $0.sentiment = -0.7 }
        #expect(play.verdict == .wait(because: "they are not in the mood"))
    }

    @Test func `what was looked for in vain is not looked for again, until they want to buy anew`() throws {
        var play = try Play()
        play.say("机器人", "purchase")
        play.thread.isSpent = true
        play.say("机器人")
        #expect(play.verdict == .wait(because: "turn 2, something to offer was looked for already"))
        play.say("机器人", "purchase")
        #expect(play.offers)
    }

    @Test func `what a conversation is about is written anew only when that changes`() throws {
        var play = try Play()
        play.say("机器人")
        let before = play.thread
        play.say("机器人")
        play.say("交期", "delivery_inquiry")
        #expect(play.thread == before)
        play.say("传感器")
        #expect(play.thread != before)
    }

    @Test func `a new conversation counts anew`() throws {
        var play = try Play()
        play.say(["机器人", "机器人", "机器人", "机器人"])
        play.say("机器人") { ($0.conversation, $0.turn) = ("d", 5) }
        #expect(!play.offers)
    }
}
