import ConciergeCore
import Testing
import Unix

@Suite struct SkillTests {
    private static let example = Installation.repository + "/Examples/hello-c"

    @Test func `an installed skill serves, is listed, and goes`() throws {
        let installation = try Installation()
        defer { installation.remove() }
        #expect(try installation.run("skill", "install", Self.example).isSuccess)
        let list = try JSON.decode(try installation.run("skill", "list", "--json").output)
        let skill = list.list?.first { $0["id"] == "hello-c" }
        #expect(skill?["origin"] == "installed")
        #expect(try installation.run("chat", input: "hello\n").output == "This is your message number 1.\n")
        #expect(try installation.run("skill", "disable", "hello_c").isSuccess)
        let bundled = try installation.run("skill", "disable", "slow_echo")
        #expect(
            bundled.output
                == "error: skill 'slow-echo': comes with concierge; write 'enabled: false' beside its name under 'skills' in config.yaml\n"
        )
        #expect(try installation.run("chat", input: "你好\n").output.contains("我们已经收到，会尽快回复您。\n"))
        #expect(try installation.run("skill", "remove", "hello-c").isSuccess)
        #expect(!Files.exists(installation.path("skills/hello-c")))
    }

    @Test func `a folder without sources is installed with the library that it names`() throws {
        let installation = try Installation("skills: [hello-c]\n")
        defer { installation.remove() }
        for folder in ["ready", "bare"] { try Files.makeFolders(installation.path(folder)) }
        let manifest = try Files.text(Self.example + "/skill.yaml")
        try installation.write(
            "ready/skill.yaml", manifest.replacing("build/hello-c.so", with: "out/visits.so"))
        let missing = try installation.run("skill", "install", "ready")
        #expect(
            missing.output
                == "error: ready: 'library' in skill.yaml names 'out/visits.so', which is not there, nor are sources "
                + "to build it from; put it there, or mend the name\n"
                + "ready: nothing was changed; the step 'fetch' failed\n")
        try Files.copy(
            "\(Installation.skills.get())/hello-c/lib/linux-x86_64/hello-c.so",
            to: installation.path("ready/out/visits.so"))
        #expect(try installation.run("skill", "install", "ready").isSuccess)
        #expect(try installation.run("chat", input: "hello\n").output == "This is your message number 1.\n")
        try installation.write("bare/skill.yaml", "id: bare\nversion: 1.0.0\nname: B\ndescription: B.\n")
        #expect(
            try installation.run("skill", "install", "bare").output
                == "error: bare: neither a library nor a way to build one; add Package.swift, Cargo.toml, Makefile, "
                + "src/*.c, or 'build' or 'library' in skill.yaml\n"
                + "bare: nothing was changed; the step 'fetch' failed\n")
    }

    @Test func `a skill that crashes while it is loaded is refused, and harms nobody`() throws {
        let installation = try Installation()
        defer { installation.remove() }
        try Files.makeFolders(installation.path("bad/src"))
        try installation.write(
            "bad/skill.yaml", "id: bad\nversion: 1.0.0\nname: Bad\ndescription: Crashes at load.\n")
        try installation.write(
            "bad/src/bad.c",
            """
            #include <signal.h>
            __attribute__((visibility("default"))) const void *skill_entry_v1(void);
            const void *skill_entry_v1(void) { return 0; }
            __attribute__((constructor)) static void die(void) { raise(SIGSEGV); }

            """)
        let outcome = try installation.run("skill", "install", "bad")
        #expect(outcome.ending == .exit(1))
        #expect(
            outcome.output
                == "error: bad/lib/linux-x86_64/bad.so: crashed while it was loaded (signal 11 (segmentation fault)); "
                + "run 'concierge skill probe bad' under a debugger\n"
                + "bad: nothing was changed; the step 'probe' failed\n")
        #expect(try Files.list(installation.path("skills")) == [".staging"])
    }

    @Test func `a skill that wants to be told something is installed first and told then`() throws {
        let installation = try Installation("skills: []\n")
        defer { installation.remove() }
        try Files.makeFolders(installation.path("greeter/src"))
        let source = try Files.text(Self.example + "/src/visits.c")
        try installation.write(
            "greeter/src/greeter.c", source.replacing("\"hello-c\"", with: "\"greeter\""))
        try installation.write(
            "greeter/skill.yaml",
            """
            id: greeter
            version: 1.0.0
            name: Greeter
            description: Wants a key.
            reads: [turn.text, customer.id]
            requires: [sk.store/1]
            collections: { visits: { fields: { count: { type: int } } } }
            config: { type: object, required: [key], properties: { key: { type: string } } }

            """)
        let install = try installation.run("skill", "install", "greeter")
        #expect(install.isSuccess)
        #expect(install.output.contains("skill 'greeter': 'key' is missing; add it under its 'config'\n"))
        try installation.write("config.yaml", "skills:\n  - { name: greeter, config: { key: abc } }\n")
        #expect(try installation.run("check").isSuccess)
        #expect(try installation.run("chat", input: "hello\n").output == "This is your message number 1.\n")
    }

    @Test func `conversations pass, and a miss says what was expected and found`() throws {
        let installation = try Installation()
        defer { installation.remove() }
        let good = try installation.run("skill", "test", Self.example)
        #expect(good.output.hasPrefix("✔ conformance: 20 cases ("))
        #expect(
            good.output.withoutFirstLine == """
                ✔ each customer's messages are counted
                ✔ staff ask for a link, and behind it the customer starts again

                """)
        try Files.makeFolders(installation.path("copy/tests"))
        try Files.copy(Self.example + "/skill.yaml", to: installation.path("copy/skill.yaml"))
        try Files.copy(
            Self.example + "/lib/linux-x86_64/hello-c.so",
            to: installation.path("copy/lib/linux-x86_64/hello-c.so"))
        try installation.write(
            "copy/tests/wrong.yaml",
            """
            name: it counts from ten
            turns:
              - me: hello
                expect: { reply: { contains: "number 10" }, visits: { count: 1 } }

            """)
        let outcome = try installation.run("skill", "test", "copy")
        #expect(outcome.ending == .exit(1))
        #expect(
            outcome.output.withoutFirstLine == """
                ✘ it counts from ten
                    turn 1  « hello
                    reply: expected contains "number 10", found "This is your message number 1."
                error: copy: 1 of 1 conversations went otherwise

                """)
    }

    @Test func `init makes a folder that checks and serves`() throws {
        let installation = try Installation()
        defer { installation.remove() }
        #expect(try installation.run("init", "shop").isSuccess)
        let check = try ChildProcess(
            [Installation.command, "check", "--config", installation.path("shop/config.yaml")]).run()
        #expect(check.isSuccess)
        let faq = installation.path("shop/knowledge/faq.yaml")
        #expect(
            check.output
                == "warning: \(faq):5:13: the answer holds the placeholder 'example.com'; write what customers are to read\n"
        )
        let again = try installation.run("init", "shop")
        #expect(again.isSuccess)
        #expect(again.output.contains("shop/config.yaml: already there; left as it is\n"))
    }
}

extension String {
    /// Without the figures, which are others each time.
    fileprivate var withoutFirstLine: String {
        split(separator: "\n", maxSplits: 1).last.map(String.init) ?? ""
    }
}
