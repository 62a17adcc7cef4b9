import ConciergeCore
import Testing
import Unix

@testable import Knowledge

@Suite struct WritingTests {
    @Test(arguments: [
        "九点到六点", "yes", "null", "1.0", "- a", "a: b", "# no", "a #b", "'quoted'", "two\nlines", "\n leading",
        "trailing \n",
        "tab\there", "{ a }", "\u{7}", "  ", "'", "\"", "*x", "a\n\n  b\n", "第一：先。\n\n# 标题\n- 项",
    ])
    func `every answer is read back as it was given`(text: String) throws {
        var both = Bilingual(plain: text)
        (both.zh, both.en) = (text, "x" + text)
        let entry = NewAnswer(question: text, answer: both)
        let reading = try KnowledgeFolder.read(["a.yaml": AnswerFile.text([entry, entry], heading: "# h")])
        let read = try #require(reading.base.answers.first)
        #expect(read.questions == [text])
        #expect(read.answer == both)
    }

    private static let entry: NewAnswer = {
        var entry = NewAnswer(question: "开专票吗", answer: Bilingual(plain: "可以"))
        entry.paraphrases = ["能开专票吗"]
        return entry
    }()

    private func append(to text: String?) throws -> String {
        let folder = try KnowledgeFolder(text.map { ["answered.yaml": $0] } ?? [:])
        defer { folder.remove() }
        let path = folder.path + "/answered.yaml"
        do throws(Problem) { try AnswerFile(path).append([Self.entry], heading: "# ours") } catch {
            throw folder.local(error)
        }
        return try Files.text(path)
    }

    @Test(
        arguments: [
            (nil, "# ours\nfaq:\n  - question: 开专票吗\n    questions:\n      - 能开专票吗\n    answer: 可以\n"),
            (
                "# mine\nfaq:\n- question: a b # why\n  answer: c d\n\n",
                "# mine\nfaq:\n- question: a b # why\n  answer: c d\n- question: 开专票吗\n  questions:\n    - 能开专票吗\n  answer: 可以\n\n"
            ),
            (
                "faq:\n    - { question: a b, answer: c d }\n\n# of products\nproducts: []",
                "faq:\n    - { question: a b, answer: c d }\n    - question: 开专票吗\n      questions:\n        - 能开专票吗\n      answer: 可以\n\n# of products\nproducts: []\n"
            ),
            (
                "faq:\n  - question: a b\n    answer: |\n      c d\n\n      e",
                "faq:\n  - question: a b\n    answer: |\n      c d\n\n      e\n  - question: 开专票吗\n    questions:\n      - 能开专票吗\n    answer: 可以\n"
            ),
        ] as [(String?, String)])
    func `an answer is added behind the last; the rest stays as it was written`(
        before: String?, after: String
    ) throws {
        #expect(try append(to: before) == after)
    }

    @Test func `of answers that are added at once none is lost`() async throws {
        let folder = try KnowledgeFolder([:])
        defer { folder.remove() }
        let path = folder.path + "/answered.yaml"
        try await withThrowingTaskGroup { group in
            for number in 0..<20 {
                group.addTask {
                    let entry = NewAnswer(question: "问题\(number)", answer: Bilingual(plain: "答案"))
                    try AnswerFile(path).append([entry], heading: "# ours")
                }
            }
            try await group.waitForAll()
        }
        let questions = KnowledgeFile(path: path, name: "answered.yaml").read().answers.map(\.question)
        #expect(Set(questions).count == 20)
    }

    @Test(arguments: [
        (
            "faq: [{ question: a b, answer: c d }]\n",
            "answered.yaml: its 'faq' is no list that can grow; begin each entry on a line of its own with '- question: '"
        ),
        (
            "products: []\n",
            "answered.yaml: its 'faq' is no list that can grow; begin each entry on a line of its own with '- question: '"
        ),
        ("faq: [", "answered.yaml:2:1: a value is missing here; write it, or close the '['"),
    ])
    func `a file that cannot grow is left alone`(text: String, said: String) {
        let problem = #expect(throws: Problem.self) { try append(to: text) }
        #expect(problem?.description == said)
    }

    @Test func `answers come from YAML, JSON and Markdown`() throws {
        let folder = try KnowledgeFolder([
            "list.yaml": "- { question: 一 二, answer: 三 四 }\n", "map.json": "{\"a b\": \"c d\"}",
            "faq.yaml": "faq:\n  - { id: x, question: e f, questions: [g], answer: h i }\n",
            "guide.md": "lost\n# 怎么退\n七天内。\n\n- 未拆封\n## 运费\n我们出\n",
        ])
        defer { folder.remove() }
        func read(_ name: String) -> [String] {
            ForeignAnswers(path: "\(folder.path)/\(name)").answers.map {
                "\($0.line) \($0.entry.entryID.prefix(2)) \($0.entry.question) \($0.entry.answer.localized("zh"))"
            }
        }
        #expect(read("list.yaml") == ["1 q- 一 二 三 四"])
        #expect(read("map.json") == ["1 q- a b c d"])
        #expect(read("faq.yaml") == ["2 x e f h i"])
        #expect(read("guide.md") == ["2 q- 怎么退 七天内。\n\n- 未拆封", "6 q- 运费 我们出"])
        #expect(
            ForeignAnswers(path: "\(folder.path)/guide.md").problems.map(\.message) == [
                "this stands under no heading; write the question above it as '# …'"
            ])
    }
}
