import ConciergeCore
import Testing

@testable import Knowledge

/// Learning which question is asked, beside what is served.
@Suite struct LearningTests {
    private static let faq = """
        faq:
          - { id: freight, question: 运费怎么算, questions: [包邮吗, 谁出运费], answer: 满五万免运费。 }
          - { id: invoice, question: 能开专票吗, questions: [发票税率是多少], answer: 开百分之十三的专票。 }
          - { id: hours, question: 几点上班, questions: [周末有人吗], answer: 九点到十八点。 }

        """

    @Test func `what changed is learned again, what did not is not`() throws {
        let folder = try KnowledgeFolder(["faq.yaml": Self.faq])
        defer { folder.remove() }
        let keeper = KnowledgeKeeper()
        #expect(!keeper.learn())
        keeper.serve(folder.configuration)
        #expect(!keeper.learn(isCancelled: { true }))
        #expect(keeper.learn())
        #expect(!keeper.learn())
        #expect(find(keeper, "要不要运费") == "freight")
        try folder.write(
            "faq.yaml", Self.faq + "  - { id: repair, question: 坏了找谁修, questions: [怎么报修], answer: 填写报修单。 }\n")
        _ = keeper.look()
        _ = try #require(keeper.look())
        #expect(find(keeper, "坏了要找谁") == "repair")
        #expect(keeper.learn())
        #expect(find(keeper, "坏了要找谁") == "repair")
    }

    private func find(_ keeper: KnowledgeKeeper, _ text: String) -> String? {
        keeper.hits(for: text, limit: 1, threshold: nil, locale: "zh-CN").first?.id
    }
}
