import ConciergeCore
import Testing

@testable import Knowledge

@Suite struct MarkdownTests {
    private func cut(_ text: String) -> [Section] {
        var cutter = MarkdownCutter(text, file: KnowledgeFile(path: "knowledge/guide.md", name: "guide.md"))
        return cutter.sections()
    }

    @Test func `sections nest by their headings, and each keeps its own text only`() {
        let sections = cut(
            """
            Before.

            # 安装 #
            First.
            ## Power `230V`
            Plug.

            Wait.
            ## 网络
            # Use
            Go.
            """)
        #expect(
            sections.map(\.id) == ["guide.md", "guide.md#安装", "guide.md#安装/Power 230V", "guide.md#Use"])
        #expect(sections.map(\.text) == ["Before.", "First.", "Plug.\n\nWait.", "Go."])
        #expect(sections.map(\.place.line) == [1, 3, 5, 10])
        #expect(sections[2].headings == ["安装", "Power 230V"])
    }

    @Test(arguments: [
        "```sh\n# no heading\n```", "~~~\n# no\n```\n# no\n~~~", "````\n```\n# no\n````", "    # indented",
        "#tag", "| a | b |\n| --- | --- |\n| # | 2 |", "- a\n---\nb", "> quoted\n---\nb",
    ])
    func `code, tables and lists are left whole`(text: String) {
        let sections = cut("# T\n\(text)\n")
        #expect(sections.map(\.id) == ["guide.md#T"])
        #expect(sections.map(\.text) == [text])
    }

    @Test func `an underlined line is a heading`() {
        let sections = cut("Title\n=====\na\n\nBelow\n---\nb\n")
        #expect(sections.map(\.id) == ["guide.md#Title", "guide.md#Title/Below"])
        #expect(sections.map(\.text) == ["a", "b"])
    }

    @Test func `front matter is no text`() {
        #expect(cut("---\ntitle: x\n# no\n---\n# A\nb\n").map(\.id) == ["guide.md#A"])
        #expect(cut("---\nonly a line\n").map(\.text) == ["---\nonly a line"])
    }

    @Test func `headings that are the same get a number`() {
        #expect(cut("# A\n1\n# A\n2\n# A\n3\n").map(\.id) == ["guide.md#A", "guide.md#A-2", "guide.md#A-3"])
    }

    @Test(arguments: ["", "\n\n", "# A\n# B\n", "\u{feff}"]) func `where nothing is said there is no section`(
        text: String
    ) {
        #expect(cut(text).isEmpty)
    }

    @Test func `a long section is cut between its paragraphs, and never in code`() {
        let paragraph = String(repeating: "一段话。", count: 200)
        let code = "```\n\(String(repeating: "line\n\n", count: 900))```"
        let sections = cut(
            "# A\n" + [paragraph, paragraph, paragraph, code, paragraph].joined(separator: "\n\n"))
        #expect(sections.map(\.id) == ["guide.md#A", "guide.md#A-2", "guide.md#A-3"])
        #expect(
            sections.map(\.text) == ["\(paragraph)\n\n\(paragraph)", "\(paragraph)\n\n\(code)", paragraph])
        #expect(sections.allSatisfy { $0.headings == ["A"] })
        #expect(sections.map(\.place.line) == [1, 6, 1811])
    }

    @Test func `lines may end as on Windows`() {
        #expect(cut("\u{feff}# A\r\nb\r\nc\r\n").map(\.text) == ["b\nc"])
    }
}
