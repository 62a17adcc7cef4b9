import ConciergeCore
import Testing
import Unix

@testable import concierge

@Suite struct CheckTests {
    @Test func `every problem of the configuration is named in one run, with place and mend`() throws {
        let installation = try Installation(
            """
            server: { prot: 8080 }
            turn: { deadline: soon }
            skills:
              - name: hello-c
              - name: hello-c
            webhooks:
              - { url: "https://example.com/hook", secret: "${NO_SUCH_SECRET}" }

            """)
        defer { installation.remove() }
        let said = """
            error: config.yaml:1:11: unknown key 'prot'; did you mean 'port'?
            error: config.yaml:2:19: 'deadline' 'soon' is not a length of time; write a number with ms, s, m, h or d, such as 30s
            error: config.yaml:5:5: skill 'hello-c' was already named at line 4; remove one of them
            error: config.yaml:7:48: environment variable 'NO_SUCH_SECRET' is not set; set it, or use file:PATH

            """
        let check = try installation.run("check")
        #expect(check.ending == .exit(1))
        #expect(check.output == said + "error: config.yaml: 4 errors; mend and check again\n")
        let serve = try installation.run("serve", "--port", "0")
        #expect(serve.ending == .exit(1))
        #expect(serve.output == said)
    }

    @Test func `a typing error hides neither a skill that is missing nor knowledge that is`() throws {
        let installation = try Installation(
            """
            turnn: {}
            skills:
              - name: nope
            knowledge: [nowhere]

            """)
        defer { installation.remove() }
        let said = try installation.run("check").output
        for part in [
            "error: config.yaml:1:1: unknown key 'turnn'; did you mean 'turn'?\n",
            ":3:5: skill 'nope' is not installed",
            "'nowhere' is not there", "error: config.yaml: 1 error; mend and check again\n",
        ] {
            #expect(said.contains(part))
        }
    }

    @Test func `warnings alone are exit 0`() throws {
        let installation = try Installation(
            """
            concierge: { model: gpt-4o-mini }
            skills: [helo-c]
            channels: { telegram: { enabled: true, bot_token: "${NO_TELEGRAM}" } }

            """)
        defer { installation.remove() }
        let outcome = try installation.run("check")
        #expect(outcome.isSuccess)
        #expect(
            outcome.output == """
                warning: config.yaml:1:21: model 'gpt-4o-mini' has no effect in this version: no language model is asked yet; write 'embedded'
                warning: config.yaml:3:13: channel 'telegram' comes with a later version; it will want 'bot_token' from the bot @BotFather
                warning: config.yaml:3:51: environment variable 'NO_TELEGRAM' is not set; set it, or use file:PATH
                warning: config.yaml:2:10: skill 'helo-c' is not installed; did you mean 'hello-c'?

                """)
    }

    @Test func `a skill's own configuration is checked with its place`() throws {
        let installation = try Installation(
            """
            skills:
              - name: slow-echo
                config: { delay_ms: fast }

            """)
        defer { installation.remove() }
        let outcome = try installation.run("check", "--json")
        #expect(outcome.ending == .exit(1))
        let first = try JSON.decode(String(outcome.output.prefix { $0 != "\n" }))
        #expect(
            first["problems"]?.list == [
                [
                    "severity": "error", "file": "config.yaml", "line": 3, "column": 25,
                    "message":
                        "'delay_ms' must be a whole number, not the text 'fast'; write digits without quotes",
                ]
            ])
    }

    @Test func `files, time zones and networks are held against the machine`() throws {
        let installation = try Installation(
            """
            server: { tls: { certificate: cert.pem, key: "${KEY_FILE}" } }
            business_hours: { timezone: Asia/Shangai }
            webhooks:
              - url: https://crm.example.com/hook
                secret: whsec_abc
                allowed_networks: [crm.local:8080, 10.0.0.0/8, 10.0.0.1/8, "crm local"]

            """)
        defer { installation.remove() }
        var process = try installation.process(["check"])
        process.environment["KEY_FILE"] = "/nowhere/hunter2.pem"
        #expect(
            try process.run().output == """
                error: config.yaml:1:31: 'certificate' 'cert.pem' cannot be read: no such file or directory; mend the path, or let this user read it
                error: config.yaml:1:46: 'key' cannot be read: no such file or directory; mend the path, or let this user read it
                error: config.yaml:2:29: 'timezone' 'Asia/Shangai' is no time zone; did you mean 'Asia/Shanghai'?
                error: config.yaml:6:52: 'allowed_networks' '10.0.0.1/8' is neither a host nor a block; write name, name:port or 10.0.0.0/8
                error: config.yaml:6:64: 'allowed_networks' 'crm local' is neither a host nor a block; write name, name:port or 10.0.0.0/8
                error: config.yaml: 5 errors; mend and check again

                """)
    }

    @Test func `a certificate that is none is named before the start`() throws {
        let installation = try Installation("server: { tls: { certificate: cert.pem, key: key.pem } }\n")
        defer { installation.remove() }
        for file in ["cert.pem", "key.pem"] {
            try installation.write(file, "nothing of the kind\n")
        }
        let output = try installation.process(["check"]).run().output
        #expect(output.hasPrefix("error: config.yaml:1:16: cert.pem: holds no PEM certificate ("))
        #expect(output.contains("); give the chain that begins with the server's own\n"))
    }

    @Test(arguments: ["../../etc/hostname", "/etc/localtime", "zone.tab", "Asia", "UTC", "Europe/Berlin"])
    func `a time zone is a file of the time zones`(name: String) {
        var configuration = ConciergeCore.Configuration()
        configuration.businessHours.timezone = name
        let isGood = name == "UTC" || name == "Europe/Berlin"
        #expect(MachineCheck(configuration: configuration).problems.isEmpty == isGood)
        #expect(MachineCheck(configuration: configuration, zones: "/nowhere").problems.isEmpty)
    }

    @Test func `knowledge that is named is there and can be read`() throws {
        let installation = try Installation("knowledge: [knowledge, facts, one.yaml]\nskills: [hello-c]\n")
        defer { installation.remove() }
        try Files.makeFolders(installation.path("knowledge/deep"))
        try installation.write("knowledge/faq.yaml", "faq:\n  - question: [\n")
        try installation.write("knowledge/deep/good.md", "# 退款\n")
        try installation.write("knowledge/picture.png", "no text of ours")
        try installation.write("one.yaml", "faq: []\nfaq: []\n")
        let latin = try Descriptor(installation.path("knowledge/latin.md"), 0o101)
        try latin.write([0x63, 0x61, 0x66, 0xe9, 10])
        let outcome = try installation.run("check")
        #expect(outcome.ending == .exit(1))
        #expect(
            outcome.output == """
                warning: config.yaml:1:24: knowledge 'facts' is not there; make it, or take it out of the list
                error: knowledge/faq.yaml:3:1: a value is missing here; write it, or close the '['
                error: knowledge/latin.md: this is not UTF-8; save it as UTF-8
                error: one.yaml:2:1: key 'faq' was already given at 1:1; remove one of them
                error: config.yaml: 3 errors; mend and check again

                """)
    }

    @Test func `a folder of knowledge that nobody named need not be there`() throws {
        let installation = try Installation()
        defer { installation.remove() }
        #expect(try installation.run("check").output == "nothing to mend\n")
    }

    @Test func `an optional read before its writer is a warning, with the mend`() throws {
        let installation = try Installation("skills:\n  - sales\n  - profiling\n")
        defer { installation.remove() }
        let writer =
            "id: profiling\nversion: 1.0.0\nname: P\ndescription: P.\nwrites: { profile.industry: text }\n"
        let reader = "id: sales\nversion: 1.0.0\nname: S\ndescription: S.\nreads: [profile.industry?]\n"
        for (id, manifest) in [("profiling", writer), ("sales", reader)] {
            let library = installation.path("bundled/\(id)/lib/linux-x86_64/\(id).so")
            try Files.copy(
                "\(Installation.skills.get())/hello-c/lib/linux-x86_64/hello-c.so", to: library)
            try installation.write("bundled/\(id)/skill.yaml", manifest)
        }
        var process = try installation.process(["check"])
        process.environment["CONCIERGE_BUNDLED"] = installation.path("bundled")
        let outcome = try process.run()
        #expect(
            outcome.output.hasPrefix(
                """
                warning: config.yaml:2:5: 'sales' reads 'profile.industry' before 'profiling' writes it and gets this customer's last committed value; move 'profiling' above 'sales' for the new one

                """))
    }

    @Test func `a competence that skills hand over to and nobody has is a warning`() throws {
        let installation = try Installation(
            """
            skills: [{ name: desk, config: { competence: technical } }]
            agents:
              - { id: li, competences: [tecnical] }

            """)
        defer { installation.remove() }
        let library = installation.path("bundled/desk/lib/linux-x86_64/desk.so")
        try Files.copy("\(Installation.skills.get())/hello-c/lib/linux-x86_64/hello-c.so", to: library)
        try installation.write(
            "bundled/desk/skill.yaml",
            """
            id: desk
            version: 1.0.0
            name: D
            description: D.
            config: { properties: { competence: { type: string, format: competence } } }

            """)
        var process = try installation.process(["check"])
        process.environment["CONCIERGE_BUNDLED"] = installation.path("bundled")
        #expect(
            try process.run().output.contains(
                "warning: config.yaml:3:3: no agent has the competence 'technical' (desk), to which skills hand over: such conversations go to whoever is free, and notices for them to nobody; add it to an agent's 'competences'\n"
            ))
    }

    @Test func `the schema is JSON and knows the keys`() throws {
        let schema = try JSON.decode(
            try ChildProcess([Installation.command, "check", "--schema"]).run().output)
        #expect(schema["properties"]?["skills"] != nil)
    }
}
