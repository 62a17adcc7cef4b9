import ConciergeCore
import Testing
import Unix

@Suite struct LearningTests {
    private static let price = [
        "how much is it", "what does it cost", "price of the robot please", "what is the price",
        "quote me a price", "how much for ten", "cost of one unit", "how expensive is it",
    ]
    private static let delivery = [
        "when can you ship", "how soon will it arrive", "lead time for ten units", "how fast is shipping",
        "when will it be delivered", "delivery date please", "how long until it arrives", "ship it by friday",
    ]

    private static func list(_ sentences: [String]) -> String { sentences.map { "- \($0)\n" }.joined() }

    /// A host whose own intents are two, so that others are learnt in a moment.
    private func installation() throws -> Installation {
        let installation = try Installation("store: sqlite:data/concierge.db\n", starter: "starter")
        try Files.makeFolders(installation.path("starter/intents"))
        try Files.makeFolders(installation.path("knowledge/intents"))
        try installation.write("starter/intents/price.yaml", Self.list(Self.price))
        try installation.write("starter/intents/delivery.yaml", Self.list(Self.delivery))
        let trained = try installation.run(
            "intents", "train", "--quick", "--starter", "starter", "--to", "starter/intents.model")
        guard trained.isSuccess else { throw Unbuilt(description: trained.output) }
        return installation
    }

    /// The host starts its lessons with `nice`: one of ours, with a part of its own before them.
    private func lessons(in installation: inout Installation, beginWith part: String) throws {
        try Files.makeFolders(installation.path("bin"))
        try installation.write("bin/nice", "#!/bin/sh\n\(part)\nexec \"$@\"\n", mode: 0o755)
        installation.environment["PATH"] = installation.path("bin:") + (Environment["PATH"] ?? "")
    }

    @Test func `a model that reads worse serves only where the admin says so, and is learnt once`() throws {
        var installation = try installation()
        defer { installation.remove() }
        try lessons(in: &installation, beginWith: "echo lesson >> lessons")
        var host = try RunningHost(installation)
        try installation.write("knowledge/intents/rental.yaml", Self.list(Self.rental))
        #expect(try host.waitForLine("notice: intents: learnt: ") != nil)
        // The same sentences under a third name: nobody can tell them apart.
        try installation.write(
            "knowledge/intents/muddle.yaml", Self.list((Self.price + Self.delivery).map { $0 + " now" }))
        let refused = try #require(try host.waitForLine("warning: intents: "))
        #expect(refused.hasPrefix("warning: intents: the new model does not serve: of "))
        #expect(refused.hasSuffix("or set 'understanding.serve_worse: true'"))
        #expect(intent(host, "when could you ship it") == "delivery")
        let lessons = try Files.text(installation.path("lessons"))
        #expect(host.stop() == .exit(0))

        host = try RunningHost(installation)
        #expect(host.greeting.contains(refused))
        // What served before it serves on, not what the host brings by itself.
        #expect(intent(host, "can we rent one") == "rental")
        #expect(intent(host, "when could you ship it") == "delivery")
        try installation.write(
            "config.yaml", "store: sqlite:data/concierge.db\nunderstanding: { serve_worse: true }\n")
        let learnt = try #require(try host.waitForLine("notice: intents: "))
        #expect(learnt.hasPrefix("notice: intents: learnt: "))
        #expect(host.stop() == .exit(0))
        #expect(try Files.text(installation.path("lessons")) == lessons)
    }

    private static let rental = [
        "can I rent one", "do you lease machines", "rent it for a month", "rental contract",
        "what is the monthly rate", "lease with an option to buy", "hire two of them", "short term rental",
    ]

    @Test(.timeLimit(.minutes(2)))
    func `sentences are learnt as the host read them, whatever becomes of their file`() throws {
        var installation = try installation()
        defer { installation.remove() }
        try lessons(in: &installation, beginWith: "[ -p begun ] && echo > begun && read go < go")
        #expect(try ChildProcess(["mkfifo", "begun", "go"], in: installation.folder).run().isSuccess)
        let host = try RunningHost(installation)
        try installation.write("knowledge/intents/rental.yaml", Self.list(Self.rental))
        // The lesson has begun, and waits.
        _ = try Files.read(installation.path("begun"))
        try installation.write("knowledge/intents/rental.yaml", "examples: [can I rent")
        #expect(try host.waitForLine("error: ") != nil)
        try Files.remove(installation.path("begun"))
        #expect(try ChildProcess(["sh", "-c", "echo > go"], in: installation.folder).run().isSuccess)
        let learnt = try #require(try host.waitForLine("notice: intents: "))
        #expect(learnt.hasPrefix("notice: intents: learnt, for now without nets: "))
        #expect(intent(host, "can we rent one") == "rental")
        #expect(host.stop() == .exit(0))
    }

    @Test(.timeLimit(.minutes(2))) func `a lesson that is killed is given again`() throws {
        var installation = try installation()
        defer { installation.remove() }
        try lessons(in: &installation, beginWith: "mkdir killed && kill -9 $$")
        let host = try RunningHost(installation)
        try installation.write("knowledge/intents/rental.yaml", Self.list(Self.rental))
        #expect(
            try host.waitForLine("warning: ")
                == "warning: intents: the process that learns was killed, most likely for want of memory; tried again in 2 s, the old model serves meanwhile"
        )
        let learnt = try #require(try host.waitForLine("notice: intents: "))
        #expect(learnt.hasPrefix("notice: intents: learnt, for now without nets: "))
        #expect(host.stop() == .exit(0))
    }

    @Test(.timeLimit(.minutes(2))) func `what is learnt serves also where it cannot be kept`() throws {
        let installation = try installation()
        defer { installation.remove() }
        try installation.write(
            "config.yaml", "store: sqlite:data/concierge.db\nunderstanding: { serve_worse: true }\n")
        let host = try RunningHost(installation)
        // Not even root can write below a file.
        try installation.write("data/models", "")
        try installation.write("knowledge/intents/rental.yaml", Self.list(Self.rental))
        #expect(
            try host.waitForLine("warning: ")
                == "warning: intents: data/models: not a directory; let user '\(Environment.user)' write there: until then what is learnt serves as long as this host runs, and is learnt anew after a start"
        )
        #expect(try host.waitForLine("notice: intents: learnt: ") != nil)
        #expect(intent(host, "can we rent one") == "rental")
        try Files.remove(installation.path("data/models"))
        try installation.write("knowledge/intents/more.yaml", Self.list(Self.rental.map { $0 + ", please" }))
        #expect(try host.waitForLine("notice: intents: learnt: ") != nil)
        #expect(try Files.list(installation.path("data/models")).contains("latest"))
        #expect(host.stop() == .exit(0))
    }

    @Test func `only a host hands out sentences`() throws {
        let installation = try installation()
        defer { installation.remove() }
        let outcome = try installation.run("intents", "train", "--handout", "--to", "some.model")
        #expect(outcome.ending == .exit(1))
        #expect(outcome.output == "error: stdin: no sentences in it; only a running host hands them out\n")
    }

    @Test func `a lesson ends with its host, however that ends`() throws {
        var installation = try Installation()
        defer { installation.remove() }
        // Open for as long as the process that learns the whole lives; it would take many seconds.
        try lessons(in: &installation, beginWith: #"case "$*" in *--quick*) ;; *) exec 9> alive ;; esac"#)
        try Files.makeFolders(installation.path("knowledge/intents"))
        #expect(try ChildProcess(["mkfifo", "alive"], in: installation.folder).run().isSuccess)
        let host = try RunningHost(installation)
        try installation.write("knowledge/intents/samples.yaml", Self.samples)
        let life = try Descriptor(installation.path("alive"), 0)
        host.die()
        _ = try life.readAll()
        let models = try Files.list(installation.path("data/models"))
        #expect(models.count == 1)
        #expect(models.allSatisfy { $0.hasSuffix(".quick.model") })
    }

    @Test func `a skill is tested with the intents of its folder`() throws {
        let installation = try installation()
        defer { installation.remove() }
        let example = Installation.repository + "/Examples/hello-c"
        #expect(try ChildProcess(["cp", "-r", example, installation.path("skill")]).run().isSuccess)
        let rental = ["can I rent one", "do you lease machines", "rent it for a month", "rental contract"]
        try Files.makeFolders(installation.path("skill/knowledge/intents"))
        try installation.write("skill/knowledge/intents/rental.yaml", Self.list(rental))
        try installation.write(
            "skill/tests/renting.yaml",
            "name: renting\nturns: [{ me: can we rent one, expect: { intent.name: rental } }]\n")
        let outcome = try installation.run("skill", "test", "skill")
        #expect(outcome.isSuccess, "\(outcome.output)")
        #expect(outcome.output.contains("renting"))
    }

    private static let samples = """
        intent: sample_request
        label: { zh: 索样, en: sample request }
        issue: simple
        examples:
          - 能寄个样品吗
          - 想先要个样品看看
          - 样品免费吗
          - 样品怎么申请
          - 先寄样，合适再下单
          - 打样要几天
          - 可以提供小样吗
          - 要两个样品做测试
          - can you send a sample
          - we need a free sample first

        """

    private func intent(_ host: RunningHost, _ text: String) -> Value? {
        let turn = host.ask("POST", "/v1/turns?trace=1", ["text": .text(text), "customer": "u1"])
        return turn?.body["trace"]?["context"]?["intent.name"]
    }

    @Test func `ten examples are an intent after a few seconds, also after a kill, and gone with their file`()
        throws
    {
        let installation = try Installation()
        defer { installation.remove() }
        try Files.makeFolders(installation.path("knowledge/intents"))
        var host = try RunningHost(installation)
        #expect(intent(host, "机器人多少钱") == "price_inquiry")
        #expect(intent(host, "麻烦寄两个样品") != "sample_request")
        try installation.write("knowledge/intents/samples.yaml", Self.samples)
        let learnt = try host.waitForLine("notice: intents:") ?? ""
        #expect(learnt.hasPrefix("notice: intents: learnt, for now without nets: "))
        #expect(intent(host, "麻烦寄两个样品") == "sample_request")
        #expect(intent(host, "机器人多少钱") == "price_inquiry")
        host.die()
        host = try RunningHost(installation)
        #expect(intent(host, "麻烦寄两个样品") == "sample_request")
        try Files.remove(installation.path("knowledge/intents/samples.yaml"))
        _ = try host.waitForLine("notice: knowledge:")
        #expect(intent(host, "麻烦寄两个样品") != "sample_request")
        #expect(host.stop() == .exit(0))
    }
}
