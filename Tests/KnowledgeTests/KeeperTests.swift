import ConciergeCore
import Synchronization
import Testing
import Unix

@testable import Knowledge

@Suite struct KeeperTests {
    private static let products = "products:\n  - { id: P1, name: { zh: 机器人, en: robot }, price: 10 }\n"

    @Test func `what is served changes at once for all who ask, and observers hear what changed`() throws {
        let folder = try KnowledgeFolder(["products.yaml": Self.products])
        defer { folder.remove() }
        let keeper = KnowledgeKeeper()
        let heard = Mutex<[String]>([])
        keeper.observe { base, difference in
            heard.withLock { $0.append("\(base.products.count) \(difference.summary)") }
        }
        keeper.serve(folder.configuration)
        #expect(keeper.product("P1", locale: "en")?["name"] == "robot")
        #expect(keeper.products(named: "机器人多少钱", limit: 3, locale: "zh-CN").map { $0["id"] } == ["P1"])
        #expect(keeper.look()?.summary == nil)
        #expect(!keeper.isUnsettled)
        try folder.write("products.yaml", Self.products + "  - { id: P2, name: 输送线 }\n")
        #expect(keeper.look()?.summary == nil)
        #expect(keeper.isUnsettled)
        #expect(keeper.product("P2", locale: "zh-CN") == nil)
        let reading = try #require(keeper.look())
        #expect(reading.summary == "\(folder.path)/products.yaml read: products changed")
        #expect(keeper.product("P2", locale: "zh-CN")?["name"] == "输送线")
        #expect(heard.withLock { $0 } == ["1 products changed", "2 products changed"])
    }

    @Test func `a bad file is told of, and what it said stays`() throws {
        let folder = try KnowledgeFolder(["products.yaml": Self.products, "guide.md": "# A\nb\n"])
        defer { folder.remove() }
        let keeper = KnowledgeKeeper()
        keeper.serve(folder.configuration)
        try folder.write("products.yaml", "products: [")
        try Files.remove(folder.path + "/guide.md")
        _ = keeper.look()
        let reading = try #require(keeper.look())
        #expect(
            reading.summary
                == "\(folder.path)/guide.md gone, \(folder.path)/products.yaml kept as it was: 1 section removed"
        )
        #expect(keeper.product("P1", locale: "zh-CN") != nil)
        #expect(keeper.look()?.summary == nil)
    }

    @Test func `another configuration serves its own folders, and reads nothing twice`() throws {
        let folder = try KnowledgeFolder(["products.yaml": Self.products])
        defer { folder.remove() }
        let keeper = KnowledgeKeeper()
        #expect(keeper.serve(folder.configuration).read.count == 1)
        #expect(keeper.serve(folder.configuration).read == [])
        var other = folder.configuration
        other.knowledge = []
        #expect(keeper.serve(other).gone.count == 1)
        #expect(keeper.product("P1", locale: "zh-CN") == nil)
    }

    @Test func `of the scripts of an intent those are given whose conditions hold`() throws {
        let folder = try KnowledgeFolder([
            "scripts.yaml": """
            sales_scripts:
              - { intent: price_negotiation, script: { zh: 可以谈, en: let us talk }, conditions: { order_amount: "> 100000", tier: "in gold, VIP" } }
              - { intent: price_negotiation, script: 已是最低价 }
              - { intent: purchase, script: 谢谢下单 }
            """
        ])
        defer { folder.remove() }
        let keeper = KnowledgeKeeper()
        keeper.serve(folder.configuration)
        func said(_ values: [String: Value]?, locale: String = "zh-CN") -> [String?] {
            keeper.scripts(for: "price_negotiation", given: values, locale: locale).map { $0["script"]?.text }
        }
        #expect(said(nil, locale: "en") == ["let us talk", "已是最低价"])
        #expect(said(["order_amount": 120_000, "tier": "VIP"]) == ["可以谈", "已是最低价"])
        #expect(said(["order_amount": 120_000]) == ["已是最低价"])
        #expect(
            keeper.scripts(for: "price_negotiation", given: nil, locale: "zh-CN").first?["conditions"] == [
                ["name": "order_amount", "operator": ">", "value": 100_000],
                ["name": "tier", "operator": "in", "value": ["gold", "VIP"]],
            ])
    }

    private static let faq = """
        faq:
          - { id: invoice, question: 能开专票吗, answer: { zh: 可以，请备注税号, en: "Yes, with your tax number" } }
          - { id: hours, question: 工作时间, questions: [你们几点上班], topic: 公司, answer: 周一至周五 9:00-18:00 }

        """

    @Test func `an answer is found with its source, in the language of who asks`() throws {
        let folder = try KnowledgeFolder(["faq.yaml": Self.faq, "guide.md": "# 安装\n## 电源要求\n接 380V 三相电。\n"])
        defer { folder.remove() }
        let keeper = KnowledgeKeeper()
        keeper.serve(folder.configuration)
        func first(_ text: String, threshold: Double? = nil, locale: String = "zh-CN") -> KnowledgeHit? {
            keeper.hits(for: text, limit: 3, threshold: threshold, locale: locale).first
        }
        let hit = try #require(first("能开专票吗？"))
        #expect(hit.id == "invoice" && hit.isAnswer && hit.score == 1 && hit.title == "能开专票吗")
        #expect(hit.answer == "可以，请备注税号" && hit.source == "\(folder.path)/faq.yaml:2:5")
        #expect(first("能开专票吗", locale: "en")?.answer == "Yes, with your tax number")
        #expect(first("几点上班呢")?.id == "hours" && first("几点上班呢")?.topic == "公司")
        let section = try #require(first("电源有什么要求"))
        #expect(section.id == "guide.md#安装/电源要求" && section.source == section.id)
        #expect(section.title == "安装 / 电源要求" && section.answer == "接 380V 三相电。")
        #expect(first("电源有什么要求", threshold: 0)?.isAnswer == true)
        #expect(first("电源有什么要求", threshold: 1)?.isAnswer == false)
        #expect(keeper.hits(for: "", limit: 3, threshold: nil, locale: "zh-CN") == [])
        #expect(keeper.hits(for: "能开专票吗", limit: 0, threshold: nil, locale: "zh-CN") == [])
    }

    @Test func `what is added, changed and taken away is searched so from then on`() throws {
        let folder = try KnowledgeFolder(["faq.yaml": Self.faq])
        defer { folder.remove() }
        let keeper = KnowledgeKeeper()
        keeper.serve(folder.configuration)
        func ids(_ text: String) -> [String] {
            keeper.hits(for: text, limit: 1, threshold: nil, locale: "zh-CN").map(\.id)
        }
        try folder.write("more.yaml", "faq:\n  - { id: train, question: 提供培训吗, answer: 提供，两天 }\n")
        keeper.serve(folder.configuration)
        #expect(ids("提供培训吗") == ["train"] && ids("能开专票吗") == ["invoice"])
        try folder.write("faq.yaml", "# moved down\n" + Self.faq.replacing("能开专票吗", with: "开票要什么资料"))
        keeper.serve(folder.configuration)
        #expect(ids("开票要什么资料") == ["invoice"])
        #expect(
            keeper.hits(for: "你们几点上班", limit: 1, threshold: nil, locale: "zh-CN").map(\.source)
                == ["\(folder.path)/faq.yaml:4:5"])
        try Files.remove(folder.path + "/faq.yaml")
        keeper.serve(folder.configuration)
        #expect(ids("你们几点上班") == [] && ids("提供培训吗") == ["train"])
    }

    @Test func `a question that is asked twice in nearly the same words is told of, with both places`() throws
    {
        let others = ["几点上班", "能开专票吗", "保修多久", "怎么安装", "有现货吗", "支持退货吗"]
        let questions = ["机器人能分期付款吗", "机器人能不能分期付款"] + others
        let folder = try KnowledgeFolder([
            "faq.yaml": "faq:\n" + questions.map { "  - { question: \($0), answer: 请看说明 }\n" }.joined()
        ])
        defer { folder.remove() }
        let keeper = KnowledgeKeeper()
        keeper.serve(folder.configuration)
        #expect(
            keeper.nearDuplicates.map { folder.local($0).said } == [
                "warning faq.yaml:3:5: '机器人能不能分期付款' asks nearly what '机器人能分期付款吗' at faq.yaml:2:5 asks; put them under one answer, or say what tells them apart"
            ])
    }
}
