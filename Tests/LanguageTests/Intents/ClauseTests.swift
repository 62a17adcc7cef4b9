import Testing

@testable import Language

@Suite struct ClauseTests {
    /// Behind a clause that only says what is not wanted stands a -.
    private func clauses(_ text: String) -> [String] {
        let folded = FoldedText(text)
        return Clauses.of(folded).map { folded[$0.range] + ($0.isDenied ? "-" : "") }
    }

    @Test(arguments: [
        ("你好，多少钱？顺便问下发票", ["你好,", "多少钱?", "顺便问下发票"]), ("多少钱\n能开发票吗", ["多少钱 ", "能开发票吗"]),
        ("how much is it\nwhere is my order", ["how much is it ", "where is my order"]),
        ("预算1,000.50元，急", ["预算1,000.50元,"]), ("多少钱", ["多少钱"]), ("", []), ("\n\n", []),
    ])
    func `divides a message at marks, lines and connecting words`(text: String, expected: [String]) {
        #expect(clauses(text) == expected)
    }

    @Test(arguments: [
        ("我不是要退货，是想问发票", ["我不是要退货,-", "是想问发票"]), ("我不是要退货是想问发票", ["我不是要退货-", "是想问发票"]),
        ("这不是投诉，就是想问问", ["这不是投诉,-", "就是想问问"]), ("不要红色的，我要蓝色", ["不要红色的,-", "我要蓝色"]),
        ("我要5台，不是3台", ["我要5台,", "不是3台-"]), ("不需要安装，多少钱", ["不需要安装,-", "多少钱"]),
        (
            "I'm not asking for a refund, I want an invoice",
            ["i'm not asking for a refund,-", " i want an invoice"]
        ),
        ("not a complaint, just a question", ["not a complaint,-", " just a question"]),
        ("I don't want a refund but a repair", ["i don't want a refund -", "but a repair"]),
        ("I need 3 to 5 robots, not 10", ["i need 3 to 5 robots,", " not 10-"]),
        (
            "we are not looking for support, we'd like a quote",
            ["we are not looking for support,-", " we'd like a quote"]
        ),
    ])
    func `knows what is only named to be denied`(text: String, expected: [String]) {
        #expect(clauses(text) == expected)
    }

    @Test(arguments: [
        "这不是我要的型号，给我换", "你们不是说今天发货吗，怎么还没到", "要不要预付，几天发货", "不需要发票吗？多少钱", "不想要了，退钱",
        "不用谢，对了多少钱", "机器不转，怎么办", "货没收到，急", "it does not start, please help", "robot stopped, not working",
        "not sure, how much is it", "I can't log in, help", "don't you ship to Berlin? how much",
    ])
    func `takes what only sounds like a denial for what it says`(text: String) {
        #expect(!Clauses.of(FoldedText(text)).contains { $0.isDenied })
    }
}
