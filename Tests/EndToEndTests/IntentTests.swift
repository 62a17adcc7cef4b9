import ConciergeCore
import Glibc
import Testing
import Unix

@Suite struct IntentTests {
    /// A folder of files, and the command to run in it; neither a host nor a configuration.
    private struct Folder {
        let path: String

        init(_ files: [String: String]) throws {
            path = try Files.temporaryFolder("concierge-intents")
            for (name, text) in files { try Files.replace("\(path)/\(name)", with: text) }
        }

        func run(_ words: String...) throws -> ChildProcess.Outcome {
            try run(words)
        }

        /// What came to stdout, without the remarks.
        func json(_ words: String...) throws -> Value {
            let outcome = try run(words + ["--json"])
            let line = outcome.output.split(separator: "\n").first { $0.hasPrefix("{") }
            return try JSON.decode(String(try #require(line)))
        }

        /// Without what the host brings, so that only these files teach.
        private func run(_ words: [String]) throws -> ChildProcess.Outcome {
            try ChildProcess(
                [Installation.command, "intents"] + words, in: path,
                environment: ["CONCIERGE_STARTER": "\(path)/none", "CONCIERGE_CONFIG": ""]
            ).run()
        }

        func remove() { try? Files.removeTree(path) }
    }

    private static let training = """
        price\thow much is it
        price\twhat does it cost
        price\tprice of the robot please
        price\t多少钱
        price\t这个怎么卖
        delivery\twhen can you ship
        delivery\thow soon will it arrive
        delivery\tlead time for ten units
        delivery\t多久发货
        delivery\t交期几天
        none\tnice weather today
        none\ttell me a joke
        none\t今天天气不错

        """
    private static let asked =
        "price\twhat does it cost\nprice\t这个多少钱\ndelivery\twhen can you ship it\nnone\ttell me a joke\n"

    @Test func `models that cannot be read are named, and the host's own intents speak`() throws {
        let installation = try Installation()
        defer { installation.remove() }
        try Files.makeFolders(installation.path("data"))
        try installation.write("data/models", "no folder")
        let outcome = try installation.run("intents", "explain", "多少钱")
        #expect(
            outcome.isSuccess
                && outcome.output.contains(
                    "warning: data/models: not a directory; what the host learnt is not read, and its own intents and the files' examples speak here; let this user read it\n"
                ), "\(outcome.output)")
    }

    @Test func `learns from one file and is judged on another, as one object`() throws {
        let folder = try Folder(["a.tsv": Self.training, "b.tsv": Self.asked])
        defer { folder.remove() }
        let result = try folder.json("evaluate", "--train", "a.tsv", "--test", "b.tsv", "--quick")
        #expect(
            Set((result.map ?? [:]).keys) == [
                "n", "accuracy", "accuracy_with_none", "macro_f1", "auroc_none", "train_seconds",
                "us_per_sentence", "model_bytes", "ece", "labels", "confusion",
            ])
        #expect(result["n"] == 4 && result["accuracy"]?.double == 1 && result["auroc_none"]?.double != nil)
        #expect(result["model_bytes"]?.int ?? 0 > 0 && result["us_per_sentence"]?.double ?? 0 > 0)
        #expect(result["train_seconds"]?.double ?? 0 > 0 && result["ece"]?.double ?? 2 <= 1)
        let labels = try #require(result["labels"]?.map)
        #expect(labels["price"]?["n"] == 2 && labels["delivery"]?["n"] == 1 && labels["none"]?["n"] == 1)
        #expect(Set((labels["price"]?.map ?? [:]).keys) == ["n", "precision", "recall", "f1"])
        let wrong = (result["confusion"]?.list ?? []).compactMap { $0["n"]?.int }.reduce(0, +)
        let right = try #require(result["accuracy_with_none"]?.double)
        #expect(right == Double(4 - wrong) / 4)
    }

    @Test func `the same files give the same model, on one core or many`() throws {
        let folder = try Folder(["a.tsv": Self.training, "b.tsv": Self.asked])
        defer { folder.remove() }
        let results = try (0..<2).map { _ in
            let result = try folder.json(
                "evaluate", "--train", "a.tsv", "--test", "b.tsv", "--language", "zh")
            return (result.map ?? [:]).filter { !["train_seconds", "us_per_sentence"].contains($0.key) }
        }
        #expect(results[0].count == 9 && results[0] == results[1])
    }

    @Test func `what cannot be known is null`() throws {
        let folder = try Folder(["a.tsv": Self.training, "b.tsv": "none\ttell me a joke\n"])
        defer { folder.remove() }
        let result = try folder.json("evaluate", "--train", "a.tsv", "--test", "b.tsv", "--quick")
        #expect(result["accuracy"] == .null && result["auroc_none"] == .null && result["ece"] == .null)
    }

    @Test func `too little, too much and too new is remarked, and training goes on`() throws {
        let folder = try Folder([
            "a.tsv": Self.training + "visit\tcan we visit\nprice\twhen can you ship\r\n",
            "b.tsv": Self.asked + "\n \nrepair\tit is broken\n",
        ])
        defer { folder.remove() }
        let outcome = try folder.run("evaluate", "--train", "a.tsv", "--test", "b.tsv", "--quick")
        #expect(outcome.isSuccess)
        let remarks = outcome.output.split(separator: "\n").filter { $0.hasPrefix("warning:") }.map(
            String.init)
        #expect(
            remarks == [
                "warning: a.tsv:14: label 'visit' has one example, too few to be recognised; write ten or more",
                "warning: a.tsv:15: 'when can you ship' is 'price' here and 'delivery' on line 6; keep one of them",
                "warning: b.tsv:7: label 'repair' is not in a.tsv, so every line of it counts as wrong; write examples for it there",
            ])
        for shown in ["accuracy with none", "AUROC for none", "µs", "was taken for"] {
            #expect(outcome.output.contains(shown))
        }
    }

    @Test func `every bad line is named, with its mend`() throws {
        let folder = try Folder([
            "a.tsv": Self.training, "b.tsv": "no tab\nprice\t \n\tno label\nprice\tfine\n",
        ])
        defer { folder.remove() }
        let outcome = try folder.run("evaluate", "--train", "a.tsv", "--test", "b.tsv", "--quick")
        #expect(outcome.ending == .exit(1))
        #expect(
            outcome.output.split(separator: "\n").filter { $0.hasPrefix("error:") } == [
                "error: b.tsv:1: no tab; write label, tab, text",
                "error: b.tsv:2: no text after 'price'; write one, or take the line out",
                "error: b.tsv:3: no label before the tab; write label, tab, text",
                "error: b.tsv: 3 of 4 lines left out; mend them and run it again",
            ])
        let result = try folder.json("evaluate", "--train", "b.tsv", "--test", "b.tsv", "--quick")
        #expect(result["n"] == 1)
    }

    @Test func `of very many bad lines the first are named`() throws {
        let folder = try Folder(["a.tsv": String(repeating: "no tab\n", count: 23)])
        defer { folder.remove() }
        let outcome = try folder.run("evaluate", "--train", "a.tsv", "--test", "a.tsv")
        #expect(outcome.ending == .exit(1))
        let said =
            (1...20).map { "error: a.tsv:\($0): no tab; write label, tab, text\n" } + ["error: and 3 more\n"]
        #expect(outcome.output == said.joined())
    }

    @Test(
        arguments: [
            (
                [0x61, 0x09, 0x62, 0x0a, 0x61, 0x09, 0xff, 0xfe],
                "bad.tsv:2: this is not UTF-8; save the file as UTF-8"
            ),
            ([], "bad.tsv: empty; write lines of label, tab, text"),
            ([0xef, 0xbb, 0xbf, 0x0a, 0x20], "bad.tsv: empty; write lines of label, tab, text"),
        ] as [([UInt8], String)])
    func `a file that is none is named`(bytes: [UInt8], said: String) throws {
        let folder = try Folder(["a.tsv": Self.training])
        defer { folder.remove() }
        try Descriptor("\(folder.path)/bad.tsv", O_WRONLY | O_CREAT).write(bytes)
        let outcome = try folder.run("evaluate", "--train", "bad.tsv", "--test", "a.tsv", "--quick")
        #expect(outcome.ending == .exit(1))
        #expect(outcome.output.split(separator: "\n").first { $0.hasPrefix("error:") } == "error: \(said)")
    }

    @Test(arguments: [
        (["evaluate", "--train", "a.tsv"], "error: no --test; give a file of label, tab, text\n"),
        (["evaluate"], "error: no --train; give a file of label, tab, text\n"),
        (
            ["evaluate", "--language", "fr"],
            "error: --language: unknown value 'fr'; write en or zh\n"
        ), (["test"], "error: no FILE; give one\n"), (["explain", " "], "error: no TEXT; give one\n"),
        (["train"], "error: no --to; say where the model is written\n"),
        (
            ["explain", "-20℃到60℃"],
            "error: unknown option '-20℃到60℃'; known: --config, --json, --help; write -- before a TEXT that begins with '-'\n"
        ),
        (["explian", "x"], "error: unknown command 'explian'; did you mean 'explain'?\n"),
    ])
    func `misuse is exit 64`(words: [String], said: String) throws {
        let outcome = try ChildProcess([Installation.command, "intents"] + words).run()
        #expect(outcome.ending == .exit(64) && outcome.output.hasPrefix(said))
        #expect(outcome.output.contains("usage: concierge intents"))
    }

    @Test func `the help says what a file holds`() throws {
        let help = try ChildProcess([Installation.command, "help", "intents", "evaluate"]).run()
        #expect(
            help.isSuccess
                && help.output.contains("train on one file of label, tab, text, and judge on another"))
    }

    private func configured() throws -> Folder {
        let folder = try Folder([
            "config.yaml": "skills: []\n", "heard.tsv": "delivery\t交期几天\n价格\t多少钱\n询价\t多少钱\n",
        ])
        try Files.makeFolders(folder.path + "/knowledge/intents")
        for (name, text) in [
            (
                "intents/price.yaml",
                "aliases: [询价]\nlabel: { zh: 价格 }\nexamples: [多少钱, 这个怎么卖, 报个价, how much is it, what does it cost]"
            ),
            ("intents/delivery.yaml", "[交期几天, 多久发货, 什么时候到, when can you ship, how soon will it arrive]"),
            ("products.yaml", "products:\n  - { id: P001, name: { zh: 工业机器人, en: industrial robot } }\n"),
        ] { try Files.replace("\(folder.path)/knowledge/\(name)", with: text) }
        return folder
    }

    @Test func `what the configuration teaches is tested, with nothing trained for it to time`() throws {
        let folder = try configured()
        defer { folder.remove() }
        let result = try folder.json("test", "heard.tsv")
        #expect(result["n"] == 3 && result["train_seconds"] == .null && result["accuracy"]?.double == 1)
    }

    @Test func `a sentence is explained word by word, with what it names`() throws {
        let folder = try configured()
        defer { folder.remove() }
        let result = try folder.json("explain", "工业机器人多少钱")
        #expect(result["alternatives"]?.list?.first?["name"] == "price")
        let explained = try #require(result["explanations"]?.list?.first { $0["intent"] == "price" })
        let words = explained["words"]?.list ?? []
        #expect(words.map { $0["text"] } == "工业机器人多少钱".map { .text(String($0)) })
        #expect(words.last?["weight"]?.double ?? 0 > 0)
        let entity = try #require(result["entities"]?.list?.first)
        #expect(entity["kind"] == "product" && entity["text"] == "工业机器人" && entity["start"] == 0)
        #expect(entity["value"] == ["id": "P001", "name": "工业机器人"])
        let shown = try folder.run("explain", "工业机器人多少钱").output.split(separator: "\n").map(String.init)
        #expect(shown.contains { $0.hasPrefix("price, ") && $0.contains(" % sure") })
        #expect(shown.contains { $0.hasPrefix("  + strongly: ") && $0.contains("多少钱") })
        #expect(shown.contains { $0.hasPrefix("  − ") })
        #expect(shown.contains { $0.hasPrefix("product  工业机器人  ") })
        #expect(!shown.contains { $0.contains(#/\s0\.[0-9]/#) })
    }

    @Test func `what is named and not wanted is shown so`() throws {
        let folder = try configured()
        defer { folder.remove() }
        let shown = try folder.run("explain", "不要50台机器人").output.split(separator: "\n").map(String.init)
        #expect(
            shown.contains { $0.hasPrefix("quantity  50台 ") && $0.hasSuffix(" negated") }, "\(shown)")
        let figures = try folder.run("explain", "--", "-20℃到60℃的").output
        #expect(figures.contains("specification"), "\(figures)")
    }

    @Test func `the help shows as required what is required`() throws {
        for (words, usage) in [
            (
                ["evaluate"],
                "usage: concierge intents evaluate --train FILE --test FILE [--language LANGUAGE] [--quick] [--json]\n"
            ),
            (
                ["train"],
                "usage: concierge intents train [--config FILE] --to FILE [--starter FOLDER] [--quick] [--handout]\n"
            ),
        ] {
            let help = try ChildProcess([Installation.command, "help", "intents"] + words).run()
            #expect(help.isSuccess && help.output.contains(usage), "\(help.output)")
        }
    }

    @Test func `what the admin wrote down is what it is, and explained by its place`() throws {
        let folder = try configured()
        defer { folder.remove() }
        try Files.replace("\(folder.path)/knowledge/intents/visit.yaml", with: "- 机器人交期多少天发货\n")
        let result = try folder.json("explain", "机器人，交期多少天发货？")
        #expect(result["intent"] == "visit" && result["confidence"]?.double == 1)
        let shown = try folder.run("explain", "机器人交期多少天发货").output
        #expect(shown.hasPrefix("visit, as the example at knowledge/intents/visit.yaml:1:3 says\n"))
    }
}
