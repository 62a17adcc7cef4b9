import ConciergeCore
import HTTPClient
import Testing
import Unix

@Suite struct ActionTests {
    private static let link = ["skill", "do", "hello-c", "link", "--customer", "u1"]

    private func url(_ outcome: ChildProcess.Outcome) throws -> String {
        try #require(outcome.isSuccess, "\(outcome.output)")
        return try #require(try JSON.decode(outcome.output)["url"]?.text)
    }

    /// What a browser gets.
    private func open(
        _ host: RunningHost, _ url: String, form: String? = nil
    ) throws -> (status: Int, text: String) {
        let path = url.dropFirst("http://".count).drop { $0 != "/" }
        var client = Client()
        let response = try client.send(
            Request(
                form == nil ? "GET" : "POST", host.address + path,
                headers: [
                    ("Content-Type", "application/x-www-form-urlencoded"), ("Accept-Language", "zh-CN"),
                ],
                body: form.map { Array($0.utf8) }), timeout: .seconds(30))
        return (response.status, String(decoding: response.body, as: UTF8.self))
    }

    @Test func `a link that staff ask for opens its page, and still does after a restart`() throws {
        let installation = try Installation()
        defer { installation.remove() }
        let first = try RunningHost(installation)
        _ = try #require(first.turn("hello", customer: "u1"))
        let link = try url(try installation.process(Self.link + ["--input", "{\"days\": 1}"]).run())
        #expect(link.hasPrefix(first.address + "/p/hello-c/"))
        #expect(try open(first, link).text.contains("You have written 1 messages."))
        first.die()

        let second = try RunningHost(installation)
        #expect(try open(second, link).text.contains("You have written 1 messages."))
        #expect(try open(second, link, form: "").text.contains("You have written 0 messages."))
        #expect(second.turn("again", customer: "u1")?.body.reply == "This is your message number 1.")
        let forged = try open(second, link + "A")
        #expect(forged.status == 404 && forged.text.contains("<h1>这个链接打不开</h1>"))
        #expect(second.stop() == .exit(0))
    }

    @Test func `the key of links is the owner's alone, and without it the links of before are void`() throws {
        let installation = try Installation(
            Installation.plain + "server: { public_url: \"https://shop.example/\" }\n")
        defer { installation.remove() }
        _ = try installation.run("chat", "--customer", "u1", input: "hello\n")
        // No host runs: the command is the host for as long as it takes.
        let link = try url(try installation.process(Self.link).run())
        #expect(link.hasPrefix("https://shop.example/p/hello-c/"))
        let mode = try ChildProcess(["stat", "-c", "%a", installation.path("data/links.key")]).run()
        #expect(mode.output == "600\n")
        try Files.remove(installation.path("data/links.key"))
        let host = try RunningHost(installation)
        #expect(try open(host, link).status == 404)
        try installation.write("data/links.key", "short\n")
        #expect(host.stop() == .exit(0))
        #expect(
            try installation.run("serve", "--port", "0").output
                == "error: data/links.key: is no key; remove it, and the next start makes another\n")
    }

    @Test func `a command that is the host itself makes links to the host that will be there`() throws {
        let installation = try Installation(Installation.plain + "server: { port: 18080 }\n")
        defer { installation.remove() }
        _ = try installation.run("chat", "--customer", "u1", input: "hello\n")
        let link = try url(try installation.process(Self.link).run())
        #expect(link.hasPrefix("http://127.0.0.1:18080/p/hello-c/"))
    }

    @Test func `what a skill offers is listed, and what it does not is refused`() throws {
        let installation = try Installation()
        defer { installation.remove() }
        let list = try installation.run("skill", "do", "hello_c")
        #expect(
            list.output.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") } == [
                "action title input", "link Link to the customer's page days",
            ])
        for (words, message) in [
            (["lnk"], "no action 'lnk'; did you mean 'link'?"),
            (["link", "--customer", "u9"], "no customer 'u9'; GET /v1/customers lists them"),
            (["link"], "visits are counted for each customer; name one"),
        ] {
            let outcome = try installation.process(["skill", "do", "hello-c"] + words).run()
            #expect(outcome.ending == .exit(1))
            #expect(outcome.output == "error: \(message)\n")
        }
        let wrong = try installation.run("skill", "do", "hello-c", "link", "--input", "{\"days\": 99}")
        #expect(wrong.ending == .exit(64))
        #expect(wrong.output.hasPrefix("error: 'days' must be at most 30, not 99; lower it\nusage: "))
        let misused = try installation.run("skill", "do", "hello-c", "link", "--input", "{")
        #expect(misused.ending == .exit(64))
        #expect(misused.output.hasPrefix("error: --input: byte 1: "))
    }
}
