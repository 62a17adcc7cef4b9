import ConciergeCore
import Glibc
import Testing
import Unix

@testable import Knowledge

@Suite struct FolderTests {
    private static let good =
        "faq:\n  - { id: a, question: q a, answer: answer a }\n  - { id: b, question: q b, answer: answer b }\n"

    @Test func `only what was changed is read again`() throws {
        let folder = try KnowledgeFolder(["faq.yaml": Self.good, "guide.md": "# A\nb\n"])
        defer { folder.remove() }
        var folders = folder.folders()
        #expect(folders.read().read == ["\(folder.path)/faq.yaml", "\(folder.path)/guide.md"])
        #expect(folders.read().read == [])
        try folder.write("guide.md", "# A\nc\n")
        try folder.write("more.md", "x")
        try Files.remove(folder.path + "/faq.yaml")
        let reading = folders.read()
        #expect(reading.read == ["\(folder.path)/guide.md", "\(folder.path)/more.md"])
        #expect(reading.gone == ["\(folder.path)/faq.yaml"])
        #expect(reading.base.answers.isEmpty && reading.base.sections.map(\.text) == ["c", "x"])
    }

    @Test func `a link that leads nowhere is named`() throws {
        let folder = try KnowledgeFolder(["faq.yaml": Self.good])
        defer { folder.remove() }
        try #require(symlink("nowhere.yaml", folder.path + "/dead.yaml") == 0)
        var folders = folder.folders()
        #expect(
            folders.read().problems.map { folder.local($0).said } == [
                "warning dead.yaml: this link leads nowhere; mend it, or remove it"
            ])
    }

    @Test(arguments: ["faq: [", "faq:\n  - { id: a, question: q a }\n", "{}\n---\n{}"])
    func `a bad file keeps its last good version, says so, and the rest goes on`(bad: String) throws {
        let folder = try KnowledgeFolder(["faq.yaml": Self.good, "guide.md": "# A\nb\n"])
        defer { folder.remove() }
        var folders = folder.folders()
        let before = folders.read().base
        try folder.write("faq.yaml", bad)
        try folder.write("guide.md", "# A\nc\n")
        var reading = folders.read()
        #expect(reading.kept == ["\(folder.path)/faq.yaml"] && reading.read == ["\(folder.path)/guide.md"])
        #expect(reading.base.answers == before.answers && reading.base.sections.map(\.text) == ["c"])
        #expect(reading.problems.count == 1)
        #expect(reading.problems.allSatisfy { $0.message.hasSuffix("; the file's last good version stays") })
        try folder.write("faq.yaml", "faq: []\n")
        reading = folders.read()
        #expect(reading.problems == [] && reading.base.answers.isEmpty)
    }

    @Test func `a file that was never good gives what is good of it`() throws {
        let text = Self.good + "  - { id: c }\n"
        let folder = try KnowledgeFolder(["faq.yaml": text])
        defer { folder.remove() }
        var folders = folder.folders()
        let reading = folders.read()
        #expect(reading.base.answers.map(\.id) == ["a", "b"])
        #expect(reading.kept == [])
        try folder.write("faq.yaml", "faq:\n  - { id: d, question: q d, answer: answer d }\n  - { id: e }\n")
        #expect(folders.read().base.answers.map(\.id) == ["d"])
    }

    @Test func `a change counts once it lies still`() throws {
        let folder = try KnowledgeFolder(["faq.yaml": Self.good])
        defer { folder.remove() }
        var folders = folder.folders()
        _ = folders.read()
        var looks = [folders.haveChanged(), !folders.areSettled]
        #expect(looks == [false, false])
        try folder.write("faq.yaml", "faq: []\n")
        looks = [folders.haveChanged(), !folders.areSettled]
        #expect(looks == [false, true])
        try folder.write("guide.md", "x\n")
        looks = [folders.haveChanged(), folders.haveChanged(), folders.haveChanged()]
        #expect(looks == [false, true, true])
        _ = folders.read()
        looks = [folders.haveChanged(), !folders.areSettled]
        #expect(looks == [false, false])
    }

    @Test func `what is new, other and gone is told apart; what only moved is none of them`() throws {
        let folder = try KnowledgeFolder(["faq.yaml": Self.good, "guide.md": "# A\nb\n"])
        defer { folder.remove() }
        var folders = folder.folders()
        let old = folders.read().base
        try folder.write("faq.yaml", "# moved\n" + Self.good)
        #expect(folders.read().base.difference(from: old).isEmpty)
        try folder.write(
            "faq.yaml",
            "faq:\n  - { id: c, question: q c, answer: answer c }\n  - { id: b, question: q b, answer: other }\n"
        )
        let difference = folders.read().base.difference(from: old)
        #expect(difference.answers.put.map(\.id) == ["c", "b"] && difference.answers.removed == ["a"])
        #expect(
            difference.sections.isEmpty && !difference.haveIntentsChanged && !difference.haveProductsChanged)
        try folder.write("intents/x.yaml", "- a b\n- c d\n")
        #expect(folders.read().base.difference(from: old).haveIntentsChanged)
    }

    @Test func `a folder that was named and is not there is a warning where it was named`() throws {
        var configuration = Configuration()
        configuration.knowledge = ["/nowhere/of/ours"]
        var folders = KnowledgeFolders(configuration)
        #expect(folders.read().problems == [])
        configuration.sources.record(
            .root / "knowledge" / 0, at: Place(file: "config.yaml", line: 1, column: 13))
        folders = KnowledgeFolders(configuration)
        #expect(
            folders.read().problems.map(\.said) == [
                "warning config.yaml:1:13: knowledge '/nowhere/of/ours' is not there; make it, or take it out of the list"
            ])
    }

    @Test func `a pipe holds nobody up, and a file below two folders is read once`() throws {
        let folder = try KnowledgeFolder(["faq.yaml": Self.good])
        defer { folder.remove() }
        #expect(mkfifo(folder.path + "/pipe.yaml", 0o600) == 0)
        var configuration = folder.configuration
        configuration.knowledge.append(folder.path + "/faq.yaml")
        var folders = KnowledgeFolders(configuration)
        let reading = folders.read()
        #expect(reading.base.answers.count == 2)
        #expect(
            reading.problems.map { folder.local($0).said } == [
                "error pipe.yaml: not a regular file; put a file there that this user may read"
            ])
    }

    @Test(arguments: [
        "faq:\n  - { question: \"a\\0b c\", answer: d e }\n",
        "faq:\n  - question: \(String(repeating: "长", count: 400_000))\n    answer: d e\n",
        "faq:\n  - { question: 🙂🙂, answer: 👍 好的 }\n", "faq:\n  - { question: مرحبا بك, answer: أهلا }\n",
        "\u{feff}faq:\r\n  - question: a b\r\n    answer: c d\r\n",
        "faq:\n" + (1...70).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
    ])
    func `odd files end in an answer or a problem with its place`(text: String) throws {
        let reading = try KnowledgeFolder.read(["faq.yaml": text])
        #expect(reading.base.answers.count == 1 || reading.problems.contains { $0.isError && $0.line > 0 })
    }

    @Test func `a Markdown file that is not UTF-8 is refused`() throws {
        let folder = try KnowledgeFolder()
        defer { folder.remove() }
        let latin = try Descriptor(folder.path + "/latin.md", 0o101)
        try latin.write([0x63, 0x61, 0x66, 0xe9, 10])
        var folders = folder.folders()
        #expect(
            folders.read().problems.map { folder.local($0).said } == [
                "error latin.md: this is not UTF-8; save it as UTF-8"
            ])
    }
}
