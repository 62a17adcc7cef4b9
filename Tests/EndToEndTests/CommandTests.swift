import ConciergeCore
import Testing
import Unix

@Suite struct CommandTests {
    @Test(arguments: [
        (
            ["srve"],
            """
            error: unknown command 'srve'; did you mean 'serve'?
            usage: concierge [COMMAND] [--version]
            commands: serve, chat, check, init, explain, import, knowledge, intents, skill, agent, customer, ticket, lead, documents, client, report, token, compact, bench, completions, help

            """
        ),
        (
            ["serve", "--prt", "1"],
            """
            error: unknown option '--prt'; did you mean '--port'?
            usage: concierge serve [--config FILE] [--port N]

            """
        ),
        (
            ["serve", "--port", "x"],
            """
            error: --port: 'x' is not a number from 0 to 65535
            usage: concierge serve [--config FILE] [--port N]

            """
        ),
        (
            ["explain"],
            """
            error: no TURN; give one
            usage: concierge explain TURN [--config FILE] [--locale LOCALE] [--json]

            """
        ),
        (
            ["completions", "tcsh"],
            """
            error: unknown SHELL 'tcsh'; known: bash, zsh, fish
            usage: concierge completions SHELL

            """
        ),
    ])
    func `misuse is exit 64 with the usage and what was meant`(words: [String], said: String) throws {
        let outcome = try ChildProcess([Installation.command] + words).run()
        #expect(outcome.ending == .exit(64))
        #expect(outcome.output == said)
    }

    @Test func `a first token that was never written is named, with the mend`() throws {
        let installation = try Installation("skills: []\n")
        defer { installation.remove() }
        try Files.makeFolders(installation.path("data"))
        try installation.write("data/admin.token", "")
        let serve = try installation.run("serve", "--port", "0")
        #expect(serve.ending == .exit(1))
        #expect(
            serve.output
                == "error: data/admin.token: is empty; remove it, and the next start makes another\n")
    }

    @Test func `what a stranger wrote does not command the admin's terminal`() throws {
        let installation = try Installation()
        defer { installation.remove() }
        try #require(
            try installation.run("chat", input: "\u{1b}]52;c;cm0=\u{7} \u{9b}2J \u{202e}你好👋\n").isSuccess)
        let explained = try installation.run("explain", "last").output
        #expect(explained.contains("  « \u{fffd}]52;c;cm0=\u{fffd} \u{fffd}2J \u{fffd}你好👋\n"))
        #expect(!explained.contains("\u{1b}"))
    }

    @Test func `'skills' is 'skill', and '_' is '-'`() throws {
        let installation = try Installation()
        defer { installation.remove() }
        let one = try installation.run("skill", "info", "hello-c")
        #expect(one.isSuccess)
        #expect(try installation.run("skills", "info", "hello_c").output == one.output)
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `completions know every command`(shell: String) throws {
        let script = try ChildProcess([Installation.command, "completions", shell]).run().output
        for word in ["serve", "install", "conversation", "customers"] { #expect(script.contains(word)) }
    }

    @Test func `bash takes the completions`() throws {
        let installation = try Installation()
        defer { installation.remove() }
        try installation.write("complete", try installation.run("completions", "bash").output)
        let ask = """
            source ./complete; COMP_WORDS=(concierge skill in); COMP_CWORD=2; _concierge; echo "${COMPREPLY[*]}"
            """
        let outcome = try ChildProcess(["bash", "-c", ask], in: installation.folder).run()
        #expect(outcome.output == "install info\n")
    }

    @Test(arguments: [
        ["help", "knowledge", "gaps", "answer"], ["knowledge", "help", "gaps", "answer"],
        ["knowledge", "gaps", "help", "answer"], ["knowledge", "gaps", "answer", "--help"],
        ["knowledge", "gaps", "answer", "-h"],
    ])
    func `help is understood wherever it stands`(words: [String]) throws {
        let outcome = try ChildProcess([Installation.command] + words).run()
        #expect(outcome.isSuccess)
        #expect(
            outcome.output.hasPrefix(
                "concierge knowledge gaps answer: turn a group of gaps into a question with an answer in knowledge/\n"
            ))
    }

    @Test func `help for a command that is not there says what was meant`() throws {
        let outcome = try ChildProcess([Installation.command, "intents", "help", "tset"]).run()
        #expect(outcome.ending == .exit(64))
        #expect(
            outcome.output == """
                error: unknown command 'tset'; did you mean 'test'?
                usage: concierge intents COMMAND
                commands: test, evaluate, explain, train

                """)
    }

    @Test func `every command explains itself`() throws {
        for words in [["help"], ["help", "skill", "install"], ["chat", "--help"], ["import", "-h"]] {
            let outcome = try ChildProcess([Installation.command] + words).run()
            #expect(outcome.isSuccess)
            #expect(outcome.output.contains("usage: concierge"))
        }
    }

    @Test func `a second command beside a running host speaks to it`() throws {
        let installation = try Installation()
        defer { installation.remove() }
        let host = try RunningHost(installation)
        let chat = try installation.run("chat", "--customer", "u1", input: "one\ntwo\n")
        #expect(chat.output == "This is your message number 1.\nThis is your message number 2.\n")
        #expect(host.turn("three", customer: "u1")?.body.reply == "This is your message number 3.")
        let second = try installation.run("serve", "--port", "0")
        #expect(second.ending == .exit(1))
        #expect(
            second.output
                == "error: data: the host at \(host.address), process \(host.process.identifier), has this data; "
                + "stop it first, or give this one a 'store' of its own\n")
    }

    @Test func `chat without a host runs one itself, and prints one object a line`() throws {
        let installation = try Installation()
        defer { installation.remove() }
        let outcome = try installation.run("chat", "--json", "--trace", input: "one\n\ntwo\n")
        #expect(outcome.isSuccess)
        let turns = try outcome.output.split(separator: "\n").map { try JSON.decode(String($0)) }
        #expect(
            turns.map(\.reply) == ["This is your message number 1.", "This is your message number 2."])
        #expect(turns.first?["conversation"]?["id"] == turns.last?["conversation"]?["id"])
        #expect(turns.first?["trace"]?["skills"]?.list?.first?["skill"] == "hello-c")
    }

    @Test func `chat shows what a human said since the customer's last word, and not what is the staff's`()
        throws
    {
        let installation = try Installation(Installation.plain + "agents: [{ id: li, name: 李工 }]\n")
        defer { installation.remove() }
        let host = try RunningHost(installation)
        func talk(_ text: String) throws -> String {
            try installation.run("chat", "--customer", "u1", "--conversation", "k1", input: text + "\n")
                .output
        }
        #expect(try talk("one") == "This is your message number 1.\n")
        #expect(host.ask("POST", "/v1/conversations/k1/takeover", ["agent": "li"])?.status == 200)
        #expect(try talk("two") == "a human has taken over\n")
        for text in ["您好", "马上\u{1b}[2J到"] {
            let said = host.ask(
                "POST", "/v1/conversations/k1/messages", ["text": .text(text), "agent": "li"])
            #expect(said?.status == 201)
        }
        let heard = try talk("three").split(separator: "\n")
        #expect(heard.prefix(2) == ["a human has taken over", "李工: 您好"])
        #expect(heard.count == 3 && heard[2].hasPrefix("李工: 马上") && !heard[2].contains("\u{1b}"))
        #expect(host.ask("POST", "/v1/conversations/k1/release")?.status == 200)
        #expect(try talk("four") == "This is your message number 4.\n")
    }

    @Test func `beside a host with TLS every command trusts its certificate, whatever name it carries`()
        throws
    {
        let tls = "server: { tls: { certificate: cert.pem, key: key.pem } }\n"
        let installation = try Installation(tls + Installation.plain)
        defer { installation.remove() }
        let made = try ChildProcess(
            [
                "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
                "-nodes", "-days", "2", "-subj", "/CN=shop.example", "-keyout", "key.pem", "-out", "cert.pem",
                "-batch",
            ], in: installation.folder
        ).run()
        #expect(made.isSuccess, "\(made.output)")
        // Without a host each runs one itself, which speaks TLS as well.
        #expect(try installation.run("chat", input: "one\n").output == "This is your message number 1.\n")
        let host = try RunningHost(installation)
        #expect(host.address.hasPrefix("https://127.0.0.1:"))
        #expect(try Files.text(installation.path("data/host.lock")).hasPrefix(host.address + " "))
        let chat = try installation.run("chat", "--customer", "u1", input: "one\ntwo\n")
        #expect(chat.output == "This is your message number 1.\nThis is your message number 2.\n")
        try installation.write("customers.csv", "id,name\nu2,王女士\n")
        for words in [
            ["token", "create", "shop"], ["import", "customers", "customers.csv"], ["agent", "add", "li"],
            ["agent", "presence", "li", "away"],
            ["explain", "last"], ["compact"],
        ] {
            let outcome = try installation.process(words).run()
            #expect(outcome.isSuccess, "\(words): \(outcome.output)")
        }
        #expect(try installation.run("agent", "list").output.contains("away"))
    }

    @Test func `compact gives back what an erased customer left, beside a host and without one`() throws {
        let installation = try Installation()
        defer { installation.remove() }
        let host = try RunningHost(installation)
        let long = String(repeating: "x", count: 8_000)
        for number in 0..<40 { #expect(host.turn(long, customer: "u\(number % 4)")?.status == 200) }
        let database = installation.path("data/concierge.db")
        #expect(try installation.run("compact").isSuccess)
        let full = try #require(Files.status(database)?.size)
        for number in 0..<4 { #expect(host.ask("DELETE", "/v1/customers/u\(number)")?.status == 204) }
        let beside = try installation.run("compact")
        #expect(beside.isSuccess)
        #expect(beside.output.hasPrefix("data/concierge.db: "))
        #expect(try #require(Files.status(database)?.size) < full)
        #expect(Files.status(database + "-wal")?.size == 0)
        #expect(host.turn("hello", customer: "u1")?.body.reply == "This is your message number 1.")
        #expect(host.stop() == .exit(0))
        #expect(try installation.run("compact").isSuccess)
    }

    @Test func `a token works until it is revoked`() throws {
        let installation = try Installation()
        defer { installation.remove() }
        let made = try JSON.decode(
            try installation.run("token", "create", "shop", "--scope", "staff", "--json").output)
        let id = try #require(made["id"]?.text)
        let host = try RunningHost(installation)
        #expect(host.ask("GET", "/v1/agents")?.status == 200)
        #expect(try installation.run("token", "list").output.contains(id))
        #expect(try installation.run("token", "revoke", id).isSuccess)
        #expect(try !installation.run("token", "list").output.contains(id))
    }
}
