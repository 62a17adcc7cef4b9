import Testing

@testable import Language

/// What is learned from questions and their paraphrases.
struct MatcherTests {
    private static let entries = Array(Shop.chinese.prefix(36))
    private static let documents = entries.map(\.document)
    private static let learned: KnowledgeIndex = {
        var index = KnowledgeIndex(documents)
        Matcher(documents).map { index.adopt($0) }
        return index
    }()

    private func found(_ index: KnowledgeIndex) -> (first: Int, three: Int) {
        let places = Self.entries.flatMap { entry in
            entry.heldOut.map { question in
                index.search(FoldedText(question), limit: 3).firstIndex { $0.id == entry.document.id }
            }
        }
        return (places.count { $0 == 0 }, places.count { $0 != nil })
    }

    @Test func `what was learned finds more of what strangers ask`() {
        let (nearest, learned) = (found(KnowledgeIndex(Self.documents)), found(Self.learned))
        #expect(learned.first > nearest.first)
        #expect(learned.first >= 40)
        #expect(learned.three >= 50)
    }

    @Test(arguments: [
        ("开机之前要查什么", "section"), ("接地电阻", "section"), ("怎么退钱", "refund"), ("密码忘了怎么办", "password"),
        ("when do you open", "hours"),
    ])
    func `sections stand beside questions that were learned`(text: String, id: String) {
        let documents: [KnowledgeIndex.Document] = [
            .init(id: "password", kind: .question, questions: ["如何重置密码"], text: "请访问登录页。"),
            .init(id: "hours", kind: .question, questions: ["工作时间"], text: "周一至周五 9:00-18:00"),
            .init(id: "refund", kind: .question, questions: ["退款政策"], text: "请查看我们的退款政策页面"),
            .init(
                id: "section", kind: .section, questions: ["安装手册", "电源"],
                text: "控制柜需要三相380V电源,接地电阻小于4欧。开机前检查急停。"),
        ]
        var index = KnowledgeIndex(documents)
        Matcher(documents).map { index.adopt($0) }
        #expect(index.search(FoldedText(text), limit: 1).first?.id == id)
    }

    @Test func `learning is the same every time`() {
        let again = Matcher(Self.documents)
        for question in Self.entries.flatMap(\.heldOut) {
            let text = FoldedText(question)
            #expect(again?.scores(text) == Self.learned.learned?.matcher.scores(text))
        }
    }

    @Test func `what changed since is found by its new questions, and is to be learned anew`() {
        var index = Self.learned
        #expect(index.isLearned)
        index.update(.init(id: "section", kind: .section, questions: ["说明"], text: "正文"))
        #expect(index.isLearned)
        index.update(.init(id: "moq", kind: .question, questions: ["量子纠缠怎么测"], text: "用贝尔不等式。"))
        #expect(!index.isLearned)
        #expect(index.search(FoldedText("量子纠缠要怎么测"), limit: 1).first?.id == "moq")
        #expect(!index.search(FoldedText("最小起订量是多少"), limit: 3).contains { $0.isExact })
        index.compact()
        #expect(!index.isLearned)
        Matcher(index.documents).map { index.adopt($0) }
        #expect(index.isLearned)
    }

    @Test func `what is learned of documents that are gone does no harm`() {
        var index = KnowledgeIndex([.init(id: "moq", kind: .question, questions: ["别的问题"], text: "别的答案")])
        Matcher(Self.documents).map { index.adopt($0) }
        #expect(index.search(FoldedText("最小起订量是多少"), limit: 3).allSatisfy { $0.id == "moq" && !$0.isExact })
        #expect(!index.isLearned)
    }

    @Test func `neither one question is learned, nor too many, nor sections`() {
        let question = { (number: Int) in
            KnowledgeIndex.Document(id: "\(number)", kind: .question, questions: ["问题\(number)"])
        }
        #expect(Matcher([question(1)]) == nil)
        #expect(Matcher((0...Matcher.mostQuestions).map(question)) == nil)
        #expect(Matcher([.init(id: "a", kind: .section), .init(id: "b", kind: .section)]) == nil)
        #expect(Matcher([question(1), question(2)], isCancelled: { true }) == nil)
        #expect(Matcher([question(1), question(2)]) != nil)
    }

    @Test(arguments: ["", " ", "的", "😀", "\0", "שלום", "?", "a"])
    func `anything can be learned and asked`(text: String) {
        let documents = ["x", "y"].map {
            KnowledgeIndex.Document(id: $0, kind: .question, questions: [text, text + $0], text: text)
        }
        var index = KnowledgeIndex(documents)
        Matcher(documents).map { index.adopt($0) }
        _ = index.search(FoldedText(text), limit: 3)
        #expect(index.search(FoldedText(text + "y"), limit: 1).first?.id == "y")
    }
}
