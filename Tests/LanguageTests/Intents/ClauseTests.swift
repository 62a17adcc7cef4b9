import Testing

@testable import Language

@Suite struct ClauseTests {
    @Test(arguments: [
        ("你好，多少钱？顺便问下发票", ["你好,", "多少钱?", "顺便问下发票"]), ("多少钱\n能开发票吗", ["多少钱 ", "能开发票吗"]),
        ("how much is it\nwhere is my order", ["how much is it ", "where is my order"]),
        ("预算1,000.50元，急", ["预算1,000.50元,"]), ("多少钱", ["多少钱"]), ("", []), ("\n\n", []),
    ])
    func `divides a message at marks, lines and connecting words`(text: String, clauses: [String]) {
        let folded = FoldedText(text)
        #expect(Clauses.of(folded).map { folded[$0] } == clauses)
    }
}
