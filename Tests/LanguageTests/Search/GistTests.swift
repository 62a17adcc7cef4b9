import Testing

@testable import Language

@Suite struct GistTests {
    /// Each pair alone beside what a shop is asked: near duplicates are told among few entries too.
    private func areTold(_ a: String, _ b: String, beside others: [String]) -> Bool {
        let index = KnowledgeIndex(
            ([a, b] + others).enumerated().map {
                .init(id: "\($0)", kind: .question, questions: [$1])
            })
        return index.nearDuplicates().contains { $0.first == "0" && $0.second == "1" }
    }

    private static let shop = ["几点上班", "怎么安装", "有现货吗", "最少订多少", "运费谁出", "能不能上门培训", "how do I track my order"]

    @Test(
        arguments: [
            ("能开专票吗", "你们能开专票吗"), ("能开专票吗", "可以开专票吗"), ("如何重置密码", "怎么重置密码"), ("如何重置密码", "密码怎么重置"),
            ("保修多久", "保修期多久"), ("保修多久", "保修多长时间"), ("支持货到付款吗", "可以货到付款不"), ("请问怎么退货", "你们怎么退货的呢"),
            ("能发到肯尼亚吗", "你们发到肯尼亚行吗"), ("有没有样品", "你们公司有样品吗"), ("是否含税", "含税吗"), ("怎样付款", "咋付款"),
            ("how do I reset my password", "how to reset the password"),
            ("do you ship to Kenya", "can you ship to Kenya?"),
            ("do you take PayPal", "can I pay with paypal?"),
        ], [[], shop])
    func `what is only put differently is told`(pair: (String, String), others: [String]) {
        #expect(areTold(pair.0, pair.1, beside: others))
    }

    @Test(
        arguments: [
            ("支持信用卡吗", "支持货到付款吗"), ("能开专票吗", "能开普票吗"), ("怎么退货", "怎么换货"), ("怎么退货", "能退货吗"), ("保修多久", "交货多久"),
            ("保修多久", "能保修吗"), ("从上海发到北京多少钱", "从北京发到上海多少钱"), ("几点开门", "几点关门"),
            ("有期货吗", "有现货吗"), ("什么时候发货", "怎么发货"), ("机器保修几年", "机器寿命几年"), ("你们在哪", "你是谁"),
            ("do you take PayPal", "do you take checks"), ("how do I return it", "how do I exchange it"),
        ], [[], shop])
    func `what asks for something else is not told`(pair: (String, String), others: [String]) {
        #expect(!areTold(pair.0, pair.1, beside: others))
    }

    @Test(arguments: [
        ("的", true), ("是的", true), ("the", true), ("of the", true), ("机器人", false), ("R6", false),
        ("的士", false), ("", false),
    ])
    func `words that every sentence has are told from names`(text: String, isFiller: Bool) {
        #expect(FoldedText(text).isFiller == isFiller)
    }
}
