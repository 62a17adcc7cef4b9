import ConciergeCore
import Testing

@testable import Knowledge

/// What is read in part must be what is read whole.
@Suite struct GrowingTests {
    private static let file = KnowledgeFile(path: "faq.yaml", name: "faq.yaml")
    private static let entries = (0..<240).map { number -> String in
        switch number % 4 {
        case 0: "  - question: 第\(number)号怎么装\n    answer: 看第\(number)页\n"
        case 1: "  - { id: e\(number), question: 第\(number)号多重, answer: \(number)公斤 }\n"
        case 2:
            "  - question: q\(number)\n    questions: [Q \(number), 问\(number)]\n    answer: |\n      一行 \(number)\n\n      # 二行\n"
        default: "\n  # a comment\n  - question: 第\(number)号\n    answer: { zh: 是的, en: \"yes \(number)\" }\n"
        }
    }

    private static let text = "# questions\nfaq:\n" + entries.joined()
    private static let before = file.content(of: Array(text.utf8), after: nil)

    private func describe(_ content: FileContent) -> [String] {
        content.answers.map { "\($0.place) \($0.id) \($0.questions) \($0.answer.texts) \($0.keys)" }
            + content.problems.sorted { $0.place < $1.place }.map(\.said)
    }

    private func compare(_ text: String) -> (isPart: Bool, isSame: Bool) {
        let part = Self.file.content(of: Array(text.utf8), after: Self.before)
        let whole = Self.file.content(of: Array(text.utf8), after: nil)
        let grown = Self.file.grown(Self.before, Array(text.utf8), LineTable(Array(text.utf8)))
        return (grown != nil, describe(part) == describe(whole) && part.lines == whole.lines)
    }

    private func replacing(_ old: String, _ new: String) -> String {
        Self.text.replacing(old, with: new, maxReplacements: 1)
    }

    @Test func `a plain list of many questions is known as one`() {
        #expect(Self.before.isPlainList && Self.before.answers.count == 240 && Self.before.problems == [])
        let small = Self.file.content(
            of: Array("faq:\n  - { question: a b, answer: c d }\n".utf8), after: nil)
        #expect(!small.isPlainList && small.lines == [])
    }

    @Test func `any change of lines gives what the whole file gives`() {
        let one = "  - { question: new one, answer: new answer }\n"
        let texts = [
            Self.text, Self.text + one, Self.text + "\n\n# end\n", String(Self.text.dropLast()),
            "# more\n" + Self.text, replacing("看第120页", "看第一百二页"), replacing("看第0页", "看第零页"),
            replacing("faq:\n", "faq:\n" + one), replacing("# questions\n", ""),
            replacing(Self.entries[120], ""), replacing(Self.entries[120], one + one),
            replacing(Self.entries[121], Self.entries[121] + one),
            replacing("      一行 122\n", "      一行\n      两行\n      三行\n"),
            replacing("看第160页", "见 https://example.com"), replacing(Self.entries[239], ""),
            replacing(Self.entries[0], ""),
            replacing("    answer: 看第120页\n", "    answer: 看\n      第120页\n\n"),
            replacing("  - question: 第124号怎么装\n", "  -\n    question: 第124号怎么装\n"),
            replacing("看第120页", "看第一百二页").replacing("看第180页", with: "看第九百页"),
        ]
        let compared = texts.map(compare)
        #expect(compared.map(\.isSame) == texts.map { _ in true })
        #expect(compared.count(where: \.isPart) == texts.count - 3)
    }

    @Test(arguments: [
        ("    answer: 看第120页\n", ""), ("看第120页", "看 &a 第120页"), ("看第120页", "*a"), ("看第120页", "'看第120页"),
        ("  - question: 第120号怎么装", "- question: 第120号怎么装"),
        ("  - question: 第120号怎么装", "   - question: 第120号怎么装"),
        ("看第120页", "看第120页\n---"), ("看第120页", "看第120页\nproducts: []"), ("看第120页", "[看第120页"),
        ("answer: 看第120页", "awnser: 看第120页"),
        ("看第120页", "|"), ("看第120页", "\"a"), ("看第120页", "{ zh: a }"),
        ("  # a comment\n  - question: 第123号", "    - 123"),
    ])
    func `what reaches beyond its entry is read as a whole`(old: String, new: String) {
        #expect(compare(replacing(old, new)).isSame)
    }

    @Test func `lines are told apart at both ends`() {
        func changed(_ old: String, _ new: String) -> String {
            let changes = LineTable(Array(new.utf8)).hashes.changes(
                since: LineTable(Array(old.utf8)).hashes)
            return "\(changes.old) \(changes.new)"
        }
        #expect(changed("a\nb\nc\n", "a\nb\nc\n") == "4..<4 4..<4")
        #expect(changed("a\nb\nc\n", "a\nx\ny\nc\n") == "1..<2 1..<3")
        #expect(changed("a\nb\n", "a\nb\nc\n") == "2..<2 2..<3")
        #expect(changed("a\na\na\n", "a\na\n") == "2..<3 2..<2")
        #expect(changed("", "a") == "0..<1 0..<1")
    }
}
