import ConciergeCore
import Testing
import Unix

/// The demo as a newcomer meets it: made, checked, asked.
@Suite struct DemoShopTests {
    @Test func `one command makes a shop with customers in its store, and a second one nothing more`() throws
    {
        let installation = try Installation()
        defer { installation.remove() }
        try Files.remove(installation.path("config.yaml"))
        let made = try installation.run("init", "--demo", "--customers", "40", ".")
        #expect(made.isSuccess, "\(made.output)")
        let again = try installation.run("init", "--demo", "--customers", "40", ".")
        #expect(again.isSuccess)
        #expect(
            again.output.hasSuffix(".: customers and orders are in its store already; left as they are\n"))
        let host = try RunningHost(installation)
        let wang = host.ask("GET", "/v1/customers/wang")?.body
        #expect(wang?["tier"] == "VIP" && wang?["attributes"]?["city"] == "苏州")
        #expect(host.ask("GET", "/v1/customers/wang/orders")?.body["items"]?.list?.count == 6)
        #expect(host.ask("GET", "/v1/customers?limit=500")?.body["items"]?.list?.count == 40)
        let queued = host.ask("GET", "/v1/conversations?status=queued")?.body["items"]?.list
        #expect(queued?.count == 3 && queued?.allSatisfy { $0["reason"]?.text != nil } == true)
        #expect(host.stop() == .exit(0))
    }

    @Test func `the knowledge has no fault but the placeholder of the seed`() throws {
        let installation = try Installation()
        defer { installation.remove() }
        #expect(try installation.run("init", "--demo", "--customers", "0", "shop").isSuccess)
        let check = try installation.run("check", "--config", "shop/config.yaml")
        #expect(check.isSuccess, "\(check.output)")
        let lines = check.output.split(separator: "\n").filter { $0.contains("shop/knowledge/") }
        #expect(
            lines == [
                "warning: shop/knowledge/faq/account.yaml:9:7: the answer holds the placeholder 'example.com'; write what customers are to read"
            ])
    }

    /// None of these questions stands in the shop's files.
    @Test func `what customers ask in words of their own finds its answer`() throws {
        let installation = try Installation()
        defer { installation.remove() }
        #expect(try installation.run("init", "--demo", "--customers", "0", "shop").isSuccess)
        let file = Installation.repository + "/Tests/Demo/questions.tsv"
        let result = try JSON.decode(
            try installation.run("knowledge", "test", file, "--config", "shop/config.yaml", "--json").output)
        #expect(result["n"] == 68)
        #expect(result["recall_at_1"]?.double ?? 0 >= 0.9, "\(result)")
        #expect(result["recall_at_3"]?.double ?? 0 >= 0.95, "\(result)")
        let written = try Files.tree(installation.path("shop/knowledge/faq")).map {
            try Files.text(installation.path("shop/knowledge/faq/\($0)"))
        }
        for line in try Files.text(file).split(separator: "\n") {
            let question = line.prefix { $0 != "\t" }
            #expect(!written.contains { $0.contains(question) }, "\(question)")
        }
    }

    @Test(arguments: [
        (["init", "--seed", "2", "shop"], "error: --seed: only a demo has it; add --demo, or take it out\n"),
        (
            ["init", "--demo", "--day", "soon", "shop"],
            "error: --day: 'soon' is no day; write it as 2026-03-11\n"
        ),
    ])
    func `what a demo cannot be made of is misuse`(words: [String], said: String) throws {
        let installation = try Installation()
        defer { installation.remove() }
        let outcome = try installation.process(words).run()
        #expect(outcome.ending == .exit(64))
        #expect(outcome.output.hasPrefix(said))
    }
}
