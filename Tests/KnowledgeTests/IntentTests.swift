import ConciergeCore
import Language
import Testing

@testable import Knowledge

@Suite struct IntentTests {
    @Test func `an intent is a file of intents, by its name or by what it says`() throws {
        let reading = try KnowledgeFolder.read([
            "intents/rental.yaml": """
            intent: rent
            label: { zh: 租赁, en: rental }
            issue: general
            aliases: [租赁]
            topic: 租机器人
            replaces: true
            courtesy: true
            examples: { zh: [能租吗, 租一台多少钱], en: [can I rent one] }
            """,
            "intents/visit.yaml": "- 想去你们厂看看\n- can we visit\n",
            "intents/plain.yml": "examples: [一句, another]\n",
        ])
        #expect(reading.problems.allSatisfy { $0.message.contains("ten make it work") })
        let intents = reading.base.intents
        #expect(intents.map(\.intent) == ["plain", "rent", "visit"])
        #expect(intents[1].issue == .general && intents[1].replaces && intents[1].aliases == ["租赁"])
        #expect(intents[1].label.texts == ["zh": "租赁", "en": "rental"] && intents[1].topic == "租机器人")
        #expect(intents.map(\.courtesy) == [nil, true, nil])
        #expect(intents[1].examples.map(\.text) == ["能租吗", "租一台多少钱", "can I rent one"])
        #expect(intents[1].examples.map(\.language) == ["zh", "zh", "en"])
        #expect(intents[2].examples.map(\.language) == ["zh", "en"])
    }

    private static let ten = (0..<10).map { "第\($0)句" }

    private static func list(_ count: Int) -> String { ten.prefix(count).map { "- \($0)\n" }.joined() }

    /// What is said of the number of examples is left out here: there are few in each.
    private static func mistakes(_ files: [String: String], builtIn: HostIntents = host) throws -> [String] {
        try KnowledgeFolder.problems(files, builtIn: builtIn).filter { !$0.contains("ten make it work") }
    }

    /// As the host would bring two intents.
    private static let host: HostIntents = {
        func file(_ intent: String, _ label: String, _ examples: [String]) -> IntentFile {
            var file = IntentFile(intent: intent, place: Place(file: "host/\(intent).yaml"))
            file.label = Localized(["zh": label])
            file.examples = examples.map { .init(text: $0, language: "zh", place: file.place) }
            return file
        }
        let files = [
            file("greeting", "问候", ["你好"]), file("price_inquiry", "价格询问", ["多少钱", "报个价"]),
        ]
        return HostIntents(
            IntentTable(files),
            taught: Dictionary(uniqueKeysWithValues: files.map { ($0.intent, $0.examples.map(\.key)) }))
    }()

    @Test(arguments: [
        (
            "exmaples: [a b, c d]",
            ["error intents/x.yaml:1:1: unknown key 'exmaples'; did you mean 'examples'?"]
        ),
        (
            "issue: hard\nexamples: [a b, c d]",
            [
                "error intents/x.yaml:1:8: 'issue' must be one of simple, general, technical, not the text 'hard'; choose one of them"
            ]
        ),
        (
            "intent: [x]\nexamples: [a b, c d]",
            ["error intents/x.yaml:1:9: 'intent' must be text, not a list; write it in quotes"]
        ),
        (
            "label: x",
            [
                "warning intents/x.yaml:1:1: intent 'x' has no example, too few to be recognised; write ten or more"
            ]
        ),
        ("", ["warning intents/x.yaml:1:1: this is empty; write examples, one a line that starts with '- '"]),
        (
            "label: x\nexamples:\n",
            [
                "warning intents/x.yaml:2:10: no sentence stands here; write some, one a line that starts with '- '"
            ]
        ),
        (
            "examples: { zh: [], fr: [a b] }\n",
            [
                "warning intents/x.yaml:1:17: no sentence stands here; write some, one a line that starts with '- '",
                "error intents/x.yaml:1:21: unknown key 'fr'; known here: zh, en",
            ]
        ),
        (
            "examples: can I rent one\n",
            [
                "error intents/x.yaml:1:11: sentences must be a list; write each on a line that starts with '- '"
            ]
        ),
        (
            "- a b\n- c d\n- [e]\n- f: g\n-\n- 'f g'\n- ？！\n- '...'\n- 👍\n",
            [
                "error intents/x.yaml:3:3: a sentence must be text, not a list; write it in quotes",
                "error intents/x.yaml:4:3: a sentence must be text, not a map; write it in quotes",
                "warning intents/x.yaml:5:2: this sentence is empty; write it out, or take the line out",
                "warning intents/x.yaml:7:3: '？！' holds no word, so nothing is learnt from it; write what customers say, or take it out",
                "warning intents/x.yaml:8:3: '...' holds no word, so nothing is learnt from it; write what customers say, or take it out",
            ]
        ),
        ("- yes\n- 50\n- true\n- 3.5\n", []),
    ])
    func `a mistake is named with its place and mend`(text: String, said: [String]) throws {
        #expect(try Self.mistakes(["intents/x.yaml": text]) == said)
    }

    @Test func `what is wrong in a file of sentences hides none of the others`() throws {
        let reading = try KnowledgeFolder.read([
            "intents/x.yaml": "issue: hard\nlabel: { zh: 甲 }\nexamples: [a b, [c], yes, ？, 50, e: f]\n"
        ])
        #expect(reading.base.intents.map { $0.examples.map(\.text) } == [["a b", "yes", "50"]])
        #expect(reading.base.intents[0].label.texts == ["zh": "甲"] && reading.base.intents[0].issue == nil)
    }

    @Test(arguments: ["examples: [", "exmaples: [a]\n", "intent: { a: b }\nexamples: [a]\n"])
    func `a file of which nothing is left keeps its last good version`(bad: String) throws {
        let folder = try KnowledgeFolder(["intents/x.yaml": "- [a]\n- b c\n"])
        defer { folder.remove() }
        var folders = folder.folders()
        #expect(folders.read().base.intents.map { $0.examples.map(\.text) } == [["b c"]])
        try folder.write("intents/x.yaml", bad)
        let reading = folders.read()
        #expect(reading.kept == ["\(folder.path)/intents/x.yaml"])
        #expect(reading.base.intents.map { $0.examples.map(\.text) } == [["b c"]])
        #expect(
            reading.problems.first { $0.isError }?.message.hasSuffix("; the file's last good version stays")
                ?? false)
    }

    @Test(arguments: [
        (0, "no example, too few to be recognised; write ten or more"),
        (1, "one example, too few to be recognised; write ten or more"),
        (2, "2 examples, hardly enough to be recognised; ten make it work, so write 8 more"),
        (9, "9 examples, hardly enough to be recognised; ten make it work, so write 1 more"),
    ])
    func `too few examples are counted`(count: Int, said: String) throws {
        let file = count == 0 ? "intent: x\n" : Self.list(count)
        let problems = try KnowledgeFolder.problems(["intents/x.yaml": file])
        #expect(problems == ["warning intents/x.yaml:1:1: intent 'x' has \(said)"])
    }

    @Test func `ten examples are enough, in one file or two; the same one twice is one`() throws {
        #expect(try KnowledgeFolder.problems(["intents/x.yaml": Self.list(10)]) == [])
        let more = "intent: x\nexamples: [第0句, 第一句, 第二句]\n"
        #expect(
            try KnowledgeFolder.problems(["intents/x.yaml": Self.list(7), "intents/y.yaml": more]) == [
                "warning intents/x.yaml:1:1: intent 'x' has 9 examples, hardly enough to be recognised; ten make it work, so write 1 more"
            ])
    }

    @Test func `one example is enough for an intent that the host brings`() throws {
        let files = ["intents/greeting.yaml": "- 嗨嗨嗨\n"]
        #expect(try KnowledgeFolder.problems(files, builtIn: Self.host) == [])
        let replaced = ["intents/greeting.yaml": "replaces: true\nexamples: [嗨嗨嗨]\n"]
        #expect(
            try KnowledgeFolder.problems(replaced, builtIn: Self.host) == [
                "warning intents/greeting.yaml:1:1: intent 'greeting' has one example, too few to be recognised; write ten or more"
            ])
    }

    @Test(arguments: ["intent: 问候", "intent: 問候", "intent: GREETING", "intent: Greeting "])
    func `an intent of the host is known by its label and in either case`(intent: String) throws {
        let reading = try KnowledgeFolder.read(
            ["intents/x.yaml": "\(intent)\nexamples: [嗨嗨嗨]\n"], builtIn: Self.host)
        #expect(reading.problems == [] && reading.base.intents.map(\.intent) == ["greeting"])
    }

    @Test func `a name is one name in either case, with either line, and by its file`() throws {
        let reading = try KnowledgeFolder.read(
            [
                "intents/Sample-Request.yaml": Self.list(5), "intents/price-inquiry.yml": "- 啥价\n",
                "intents/z.yaml": "intent: sample_request\nexamples: [a b, c d, e f, g h, i j]\n",
            ], builtIn: Self.host)
        #expect(reading.problems == [])
        #expect(reading.base.intents.map(\.intent) == ["Sample-Request", "price_inquiry", "Sample-Request"])
    }

    @Test(arguments: [
        (
            ["a.yaml": "label: { zh: 租赁 }\nexamples: [a b]", "b.yaml": "aliases: [x, 租賃]\nexamples: [c d]"],
            "warning intents/b.yaml:1:14: '租賃' stands for 'b' here and for 'a' at intents/a.yaml:1:14; give each a label of its own, or make them one intent"
        ),
        (
            ["a.yaml": "examples: [a b]", "b.yaml": "label: A\nexamples: [c d]"],
            "warning intents/b.yaml:1:8: 'A' stands for 'b' here and for 'a' at intents/a.yaml:1:1; give each a label of its own, or make them one intent"
        ),
        (
            ["hello.yaml": "label: 问候\nexamples: [a b]"],
            "warning intents/hello.yaml:1:8: '问候' stands for 'hello' here and for 'greeting' by the host; give each a label of its own, or make them one intent"
        ),
    ])
    func `a label of two intents is named with both places`(files: [String: String], said: String) throws {
        let files = Dictionary(uniqueKeysWithValues: files.map { ("intents/\($0)", $1) })
        let problems = try KnowledgeFolder.problems(files, builtIn: Self.host)
        #expect(problems.filter { !$0.contains("one example") } == [said])
    }

    @Test(arguments: [
        ("我要租", "我要租。"), ("'Hello, World!'", "hello world"), ("能 租吗", "能租吗？"), ("多少錢", "ＤＵＯ shao qian"),
        ("能租吗……", "能租吗"), ("howmuchisit", "How much is it?"),
    ])
    func `an example under two labels is one, however it is written`(one: String, other: String) throws {
        let ten = { (mark: String) in Self.ten.map { "- \($0)\(mark)\n" }.joined() }
        let reading = try KnowledgeFolder.read([
            "intents/a.yaml": "- \(one)\n" + ten("甲"), "intents/b.yaml": "- \(other)\n" + ten("乙"),
        ])
        #expect(
            reading.problems.map(\.said) == [
                "warning intents/b.yaml:1:3: '\(other)' is an example of 'b' here and of 'a' at intents/a.yaml:1:3; keep it under one of them"
            ])
        #expect(reading.base.intents.map(\.examples.count) == [10, 10])
    }

    @Test(arguments: [("能租吗", "不能租吗"), ("50台", "60台"), ("3.5吨", "35吨"), ("👍", "👎")])
    func `another word is another sentence`(one: String, other: String) throws {
        #expect(IntentModel.key(FoldedText(one)) != IntentModel.key(FoldedText(other)))
    }

    @Test func `sentences of marks alone are told apart by these`() {
        #expect(Set(["？？", "。。。", "!", ",,", "-"].map { IntentModel.key(FoldedText($0)) }).count == 5)
        #expect(IntentModel.key(FoldedText("？？")) == IntentModel.key(FoldedText("??")))
    }

    @Test(arguments: [
        "intents/x.yaml", "intents/sub/x.yaml", "intents/a/b/x.yaml", "shop/intents/sub/x.yml",
    ])
    func `a file of intents may lie deeper`(name: String) throws {
        let reading = try KnowledgeFolder.read([name: Self.list(10)])
        #expect(reading.problems == [] && reading.base.intents.map(\.intent) == ["x"])
    }

    @Test(arguments: ["intents", "intents/x.yaml"])
    func `the configuration may name a folder of intents, or one of its files`(name: String) throws {
        let folder = try KnowledgeFolder(["intents/x.yaml": Self.list(10), "intents/sub/y.md": "# y\n"])
        defer { folder.remove() }
        var configuration = Configuration()
        configuration.knowledge = ["\(folder.path)/\(name)"]
        var folders = KnowledgeFolders(configuration)
        let reading = folders.read()
        #expect(reading.problems == [] && reading.base.intents.map(\.intent) == ["x"])
    }

    @Test func `an example under two labels is left out of both, with both places`() throws {
        let reading = try KnowledgeFolder.read([
            "intents/a.yaml": "- 多少钱\n" + Self.list(10),
            "intents/b.yaml": "- 多少钱呀\n- 多少錢\n" + Self.ten.map { "- \($0)甲\n" }.joined(),
        ])
        #expect(
            reading.problems.map(\.said) == [
                "warning intents/b.yaml:2:3: '多少錢' is an example of 'b' here and of 'a' at intents/a.yaml:1:3; keep it under one of them"
            ])
        #expect(
            reading.base.intents.map { $0.examples.map(\.text) } == [
                Self.ten, ["多少钱呀"] + Self.ten.map { $0 + "甲" },
            ])
    }

    @Test func `an example that the host has elsewhere is named, and counts where the admin put it`() throws {
        let reading = try KnowledgeFolder.read(
            ["intents/rental.yaml": "- 多少錢！\n" + Self.list(10), "intents/greeting.yaml": "- 你好\n- 报个价\n"],
            builtIn: Self.host)
        #expect(
            reading.problems.map(\.said) == [
                "warning intents/greeting.yaml:2:3: '报个价' is an example of 'price_inquiry' by the host; here it counts as 'greeting', and no longer there; take it out unless that is meant",
                "warning intents/rental.yaml:1:3: '多少錢！' is an example of 'price_inquiry' by the host; here it counts as 'rental', and no longer there; take it out unless that is meant",
            ])
        let replaced = try KnowledgeFolder.read(
            [
                "intents/rental.yaml": "- 多少钱\n" + Self.list(10),
                "intents/price_inquiry.yaml":
                    "replaces: true\nexamples: [\(Self.ten.map { $0 + "乙" }.joined(separator: ", "))]\n",
            ],
            builtIn: Self.host)
        #expect(replaced.problems == [])
    }
}
