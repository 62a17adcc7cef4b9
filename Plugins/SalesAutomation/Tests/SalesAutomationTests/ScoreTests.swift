import SkillKit
import Testing

@testable import SalesAutomation

@Suite struct ScoreTests {
    private func points(_ messages: [Message]) -> [Int] {
        var score = Score(cap: 100)
        return messages.map { message in
            _ = score.add(message, Samples.settings.signals, at: Samples.now)
            return score.points
        }
    }

    @Test(
        arguments: [
            ("价格", 20), ("多少钱", 20), ("交期", 15), ("发货", 15), ("优惠", 25), ("折扣", 25),
            ("How much is it?", 20), ("what is the LEAD TIME", 15), ("any discount?", 25), ("价格和交期", 35),
            ("价格、发货、折扣", 60), ("你好", 0), ("不要优惠", 0), ("no discount please", 0), ("有没有优惠", 25),
            ("discounted", 0),
        ])
    func `words that show interest score`(text: String, expected: Int) {
        #expect(points([Message(text)]) == [expected])
    }

    @Test func `five turns about price, delivery and discount reach a hundred`() {
        let messages = [
            Message("工业机器人多少钱", intent: "price_inquiry", customerTurns: 1), Message("交期多久", customerTurns: 2),
            Message("有优惠吗", customerTurns: 3), Message("价格再说一下", customerTurns: 4),
            Message("我要下单", intent: "purchase", customerTurns: 5),
        ]
        #expect(points(messages) == [20, 35, 60, 60, 100])
    }

    @Test func `without an intent to buy eighty is the most, and that is enough`() {
        #expect(points([Message("价格 交期 优惠", customerTurns: 5)]) == [80])
        #expect(Samples.settings.threshold == 80 && Samples.settings.attainable == 100)
    }

    @Test func `each signal counts once, with what gave it`() {
        var score = Score(cap: 100)
        let first = score.add(Message("多少钱"), Samples.settings.signals, at: Samples.now)
        #expect(first.map(\.cue) == ["'多少钱'"])
        #expect(score.add(Message("价格"), Samples.settings.signals, at: Samples.now).isEmpty)
        #expect(score.marks == [Mark(signal: "price", points: 20, message: "多少钱", at: Samples.now)])
    }

    @Test func `points stay between nothing and the cap`() {
        var score = Score(cap: 30)
        score.marks = [Mark(signal: "a", points: 50, message: "", at: Samples.now)]
        #expect(score.points == 30)
        score.marks.append(Mark(signal: "b", points: -90, message: "", at: Samples.now))
        #expect(score.points == 0)
    }

    @Test func `the admin's own synonyms leave the seed words standing`() {
        let settings = Samples.settings {
            $0["signals"] = [["signal": "price", "points": 20, "words": ["价格"], "synonyms": ["zh": ["咋卖"]]]]
        }
        for text in ["价格", "咋卖"] {
            var score = Score(cap: 100)
            _ = score.add(Message(text), settings.signals, at: Samples.now)
            #expect(score.points == 20)
        }
    }
}
