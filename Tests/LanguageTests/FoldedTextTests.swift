import Testing

@testable import Language

@Suite struct FoldedTextTests {
    @Test(arguments: [
        ("ＡＢＣ１２３", "abc123"), ("這個機器人多少錢？", "这个机器人多少钱?"), ("  a\u{3000} b\t\n", "a b"),
        ("Crème BRÛLÉE Ÿ", "creme brulee y"), ("e\u{301}", "e"), ("👍🏽❤️", "👍❤"), ("\u{202E}abc\u{200B}", "abc"),
        ("《报价》、“急”", "<报价>,\"急\""), ("ПРИВЕТ", "привет"), ("", ""), ("\0\0a\0", "a"), ("ſ", "s"), ("À", "a"),
    ])
    func `brings a text to its common spelling`(text: String, expected: String) {
        #expect(FoldedText(text).string == expected)
    }

    @Test func `keeps where each scalar stood`() {
        let text = FoldedText(" 報 \u{200B} 價 ABC")
        #expect(text.string == "报 价 abc")
        #expect(text.original(0..<1) == 1..<2)
        #expect(text.original(2..<3) == 5..<6)
        #expect(text.original(4..<7) == 7..<10)
        #expect(text.original(7..<7) == 10..<10)
    }

    @Test func `knows where lines began, and is one spelling all the same`() {
        let text = FoldedText("\n多少钱\r\n\n  发票\n")
        #expect(text.string == "多少钱 发票")
        #expect(text.lineStarts.filter { $0 > 0 && $0 < text.count } == [4])
    }

    @Test func `reads no further than it may`() {
        let text = FoldedText(String(repeating: "价", count: 50), longest: 7)
        #expect(text.count == 7)
    }
}
