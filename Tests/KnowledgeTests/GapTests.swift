import ConciergeCore
import Testing

@testable import Knowledge

@Suite struct GapTests {
    private func gap(
        _ id: String, _ question: String, count: Int64 = 1, customer: String = "u1", day: Int = 1
    ) -> Value {
        [
            "id": .text(id), "question": .text(question), "language": .text(WrittenLanguage.of(question)),
            "count": .int(count), "customer": .text(customer), "first_at": .text("2026-03-0\(day)"),
            "last_at": .text("2026-03-0\(day)"),
        ]
    }

    @Test func `what means the same stands together, the most asked first`() throws {
        let groups = GapGroup.groups(of: [
            gap("1", "支持货到付款吗"), gap("2", "能开专票吗", count: 2, customer: "u1", day: 1),
            gap("3", "请问可以开专票吗？", customer: "u2", day: 3), gap("4", "能发到肯尼亚吗", count: 2, day: 2),
            gap("5", "你们能不能开专用发票", customer: "u2", day: 2), gap("6", "Do you ship to Kenya?"),
            gap("7", "can you ship to kenya please"),
        ])
        #expect(groups.map(\.ids) == [["2", "5", "3"], ["4"], ["6", "7"], ["1"]])
        let first = try #require(groups.first)
        #expect(first.question == "能开专票吗" && first.questions.count == 3)
        #expect((first.count, first.customers) == (4, 2))
        #expect((first.firstAt, first.lastAt, first.language) == ("2026-03-01", "2026-03-03", "zh"))
        #expect(first.value["count"] == 4)
    }

    @Test(arguments: [
        ("有现货吗", "库存还有多少", true), ("how long is the warranty", "保修多久", true),
        ("支持货到付款吗", "支持分期付款吗", false), ("坏了保修吗", "保修多久", false), ("能退货吗", "有现货吗", false),
        ("火星发货吗", "火星 发貨吗？", true), ("可以货到付款吗", "支持货到付款吗？", true), ("能货到付款不", "支持货到付款吗", true),
        ("do you take PayPal", "can I pay with paypal?", true),
        ("do you take PayPal", "do you take checks", false),
    ])
    func `other words may mean the same, and nearly the same words something else`(
        a: String, b: String, isOne: Bool
    ) {
        let filling = ["能开专票吗", "机器人能上门安装吗", "Do you ship to Kenya?"].map { gap($0, $0) }
        let groups = GapGroup.groups(of: filling + [gap("a", a), gap("b", b, customer: "u2")])
        #expect(groups.contains { Set($0.ids) == ["a", "b"] } == isOne)
        #expect(groups.count == (isOne ? 4 : 5))
    }

    @Test func `many gaps are grouped, and none is lost`() {
        let words = ["开票", "发货", "退款", "保修", "安装", "培训", "租赁", "代理", "认证", "样品"]
        let gaps = (0..<300).map { gap("g\($0)", "\(words[$0 % 10])和\(words[$0 / 10 % 10])行吗") }
        let groups = GapGroup.groups(of: gaps)
        #expect(groups.flatMap(\.ids).sorted() == gaps.compactMap { $0["id"]?.text }.sorted())
        #expect(groups.count <= 100)
    }

    @Test(arguments: ["", "？？？", "🙂", "吗"]) func `a question without words is one all the same`(text: String)
    {
        #expect(
            GapGroup.groups(of: [gap("1", text), gap("2", text, customer: "u2")]).map(\.customers) == [2])
    }
}
