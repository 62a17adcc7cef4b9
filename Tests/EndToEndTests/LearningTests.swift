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

    @Test func `a model that reads worse serves only where the admin says so`() throws {
        let installation = try installation()
        defer { installation.remove() }
        let host = try RunningHost(installation)
        // The same sentences under a third name: nobody can tell them apart.
        try installation.write(
            "knowledge/intents/muddle.yaml", Self.list((Self.price + Self.delivery).map { $0 + " now" }))
        let refused = try #require(try host.waitForLine("warning: intents: "))
        #expect(refused.hasPrefix("warning: intents: the new model does not serve: "))
        #expect(try Files.list(installation.path("data/models")).isEmpty)
        try installation.write(
            "config.yaml", "store: sqlite:data/concierge.db\nunderstanding: { serve_worse: true }\n")
        let first = try #require(try host.waitForLine("notice: intents: "))
        #expect(first.hasPrefix("notice: intents: learnt, for now without nets: "))
        let whole = try #require(try host.waitForLine("notice: intents: "))
        #expect(whole.hasPrefix("notice: intents: learnt: "))
        #expect(try Files.list(installation.path("data/models")).count == 1)
        #expect(host.stop() == .exit(0))
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
