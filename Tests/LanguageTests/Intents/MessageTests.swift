import Testing

@testable import Language

/// What a message of several clauses wants.
@Suite struct MessageTests {
    private static let model: IntentModel = {
        let returns = [
            "我要退货", "退货怎么退", "想退款", "申请退货", "货不对要退", "I want a refund", "asking for a refund", "return it",
        ]
        let hello = ["你好", "您好", "在吗", "早上好", "hello", "hi there", "good morning", "谢谢"]
        var trainer = IntentTrainer()
        trainer.nets = 0
        var model = trainer.train(
            IntentModelTests.set(IntentModelTests.sentences + [("returns", returns), ("manners", hello)]))
        model.courtesies = ["manners"]
        return model
    }()

    private func read(_ text: String) -> (main: String, all: [String]) {
        let (main, all) = Self.model.readMessage(FoldedText(text))
        return (main.name, all)
    }

    @Test(arguments: [
        ("你好，多少钱一台？发票什么时候寄", ["manners", "price", "billing"]), ("发票什么时候寄？多少钱一台", ["billing", "price"]),
        ("多久能发货；多少钱；开发票", ["delivery", "price", "billing"]),
        ("send the invoice. how much is it? I want a refund", ["billing", "price", "returns"]),
    ])
    func `wants one after another, in the order in which it was said`(text: String, all: [String]) {
        #expect(read(text).all == all)
    }

    @Test func `the last wish of a long message is heard`() {
        let story = String(repeating: "今天天气不错，我喜欢猫。", count: 800)
        #expect(read(story + "多少钱一台？").all == ["price"])
    }

    @Test(arguments: [
        ("我不是要退货，是想问发票什么时候寄", ["billing"]), ("我不是要退货是想问发票什么时候寄", ["billing"]),
        ("发票什么时候寄，不是要退货", ["billing"]),
        ("I'm not asking for a refund, I need an invoice", ["billing"]), ("不需要发票，多少钱一台", ["price"]),
    ])
    func `what is only named to be denied is not wanted`(text: String, all: [String]) {
        #expect(read(text).all == all)
        #expect(read(text).main == all[0])
    }

    @Test(arguments: ["我不要退货", "不需要发票", "不需要发票，你好"])
    func `a message that does nothing but deny speaks of what it denies`(text: String) {
        #expect(["returns", "billing"].contains(read(text).main))
    }

    @Test func `whoever says hello and asks wants what he asks, whatever the greeting is called`() {
        #expect(read("你好，你好，早上好，您好，多少钱").main == "price")
        #expect(read("你好").main == "manners")
        var strict = Self.model
        strict.courtesies = []
        #expect(strict.readMessage(FoldedText("你好，你好，早上好，您好，多少钱")).main.name == "manners")
    }

    @Test func `courtesies are kept in its file`() throws {
        #expect(try #require(IntentModel(bytes: Self.model.bytes)).courtesies == ["manners"])
    }
}
