import SkillKit
import Testing

@testable import SalesAutomation

@Suite struct ScoreTests {
    private func points(_ messages: [Message]) -> [Int] {
        var score = Score(cap: 100)
        return messages.map { message in
            _ = add(message, to: &score)
            return score.points
        }
    }

    private func add(
        _ message: Message, to score: inout Score, _ settings: Settings = Samples.settings
    ) -> [String] {
        settings.fresh(in: message, beside: score.marks.map(\.signal)).map { signal, cue in
            score.add(signal.points, for: signal.name, saying: message.text, at: Samples.now)
            return cue
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
        #expect(add(Message("多少钱"), to: &score) == ["'多少钱'"])
        #expect(add(Message("价格"), to: &score).isEmpty)
        #expect(score.marks == [Mark(signal: "price", points: 20, message: "多少钱", at: Samples.now)])
    }

    @Test func `marks come to the points, between nothing and the cap`() {
        var score = Score(cap: 30)
        let added = [50, -90, 10].map { score.add($0, for: "a", saying: "", at: Samples.now) }
        #expect(added == [30, -30, 10] && score.points == 10)
        #expect(score.marks.map(\.points) == added)
    }

    @Test func `an intent must be sure enough, and a coupon is no discount`() {
        var message = Message("嗯这个", intent: "purchase")
        message.confidence = 0.4
        #expect(points([message, Message("优惠券怎么用")]) == [0, 0])
    }

    @Test func `what is asked back, or is a complaint, shows nothing`() {
        let settings = Samples.settings {
            $0["lead"] = .map(($0["lead"]?.map ?? [:]).merging(["unless": ["投诉"]]) { $1 })
        }
        var unclear = Message("价格")
        unclear.isUnclear = true
        let found = [unclear, Message("投诉价格太高"), Message("价格太高")].map { message in
            settings.fresh(in: message, beside: []).map(\.signal.name)
        }
        #expect(found == [[], [], ["price"]])
    }

    @Test func `the admin's own synonyms leave the seed words standing`() {
        let settings = Samples.settings {
            $0["signals"] = [["signal": "price", "points": 20, "words": ["价格"], "synonyms": ["zh": ["咋卖"]]]]
        }
        for text in ["价格", "咋卖"] {
            var score = Score(cap: 100)
            _ = add(Message(text), to: &score, settings)
            #expect(score.points == 20)
        }
    }
}
