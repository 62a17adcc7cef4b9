import Testing

@testable import Language

/// What was typed without spaces, or by its sound.
@Suite struct RespellingTests {
    @Test(arguments: [
        ("howmuchisit", "how much is it"), ("HowMuchIsR6?", "how much is r6?"),
        ("whereismyorder", "where is my order"),
        ("whre is my odrer", "where is my order"), ("hwo mcuh is it", "how much is it"),
        ("Whta's teh pirce?", "what's the price?"), ("i need an invoce", "i need an invoice"),
        ("waht is the delivry time", "what is the delivery time"), ("my ordder", "my order"),
        ("dingdan dao na le", "订单到哪了"), ("dao na le", "到哪了"),
        ("duoshaoqian", "多少钱"), ("jiqiren duoshaoqian", "机器人多少钱"), ("zenmemai", "怎么卖"),
        ("kai fapiao", "开发票"),
        ("nihao, how much is it", "你好, how much is it"), ("wo yao mai jiqiren", "我要买机器人"),
        ("R6 duoshaoqian", "r6 多少钱"), ("duo shao qian", "多少钱"), ("nihao,zai ma", "你好,在吗"),
        ("ni hao a", "你好 a"), ("zai ma, how much", "在吗, how much"),
    ])
    func `is read as it was meant`(text: String, meant: String) {
        #expect(FoldedText(text).respelled.string == meant)
    }

    @Test(arguments: [
        "", "installation", "production", "payload", "confirmation", "therefore", "women", "manage",
        "change the invoice",
        "can you", "ip65", "xr-200", "https://example.com/reset", "k.ramanathan", "norlanda", "多少钱", "gyjqr",
        "abcdefghijkl",
        "form", "from a to z", "quite", "water tank", "the rest", "compliant", "pork loin", "chap",
        "the trial", "sock", "oder", "were", "dose", "causal", "an ant", "IPR-200 ORD-ER",
        "mai", "ma ma", "hao are you",
    ])
    func `what is written well, or is neither, stays`(text: String) {
        #expect(FoldedText(text).respelled == FoldedText(text))
    }

    @Test func `every character still knows where it stood, and every line where it begins`() {
        let text = FoldedText("howmuchisit\n\nduoshaoqian\nok")
        let respelled = text.respelled
        #expect(respelled.string == "how much is it 多少钱 ok")
        #expect(respelled.lineStarts.map { respelled[$0..<respelled.count] } == ["多少钱 ok", "ok"])
        #expect(respelled.origins.count == respelled.count)
        #expect(respelled.origins == respelled.origins.sorted())
        #expect(respelled.original(15..<18).lowerBound == 13)
    }

    @Test func `a long text takes no longer than its length`() {
        let text = FoldedText(String(repeating: "howmuchisit", count: 2000), longest: 20_000)
        #expect(text.respelled == text)
        #expect(FoldedText(String(repeating: "howmuchisit ", count: 1000)).respelled.count == 14_999)
    }
}
