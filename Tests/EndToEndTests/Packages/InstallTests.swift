import Archives
import ConciergeCore
import Cryptography
import SkillPackages
import Testing
import Unix

@Suite struct InstallTests {
    static let bare = """
        # the shop
        store: sqlite:data/concierge.db
        turn: { join: 0ms }
        skills:   # in this order
          # none yet
        server: { port: 0 }

        """

    private func inShop(_ body: (Installation, Publisher) throws -> Void) throws {
        let installation = try Installation(Self.bare)
        defer { installation.remove() }
        try body(installation, Publisher(for: installation))
    }

    @Test(arguments: ArchiveFormat.allCases)
    func `a signed archive is installed, and waits for a word before it runs in the host`(
        format: ArchiveFormat
    ) throws {
        try inShop { shop, acme in
            let archive = try acme.pack("visits", "1.0.0", as: format)
            let asked = try shop.run("skill", "install", archive)
            #expect(asked.ending == .exit(1))
            #expect(
                asked.output == """
                    visits 1.0.0:
                      signed by a key of 'Acme' that was never seen here; agree, and it is trusted: \(acme.key.publicKey.text)
                    error: \(archive): wants what nobody agreed to yet; look at it, then say --yes
                    \(archive): nothing was changed; the step 'permissions' failed

                    """)
            #expect(try Files.text(shop.path("config.yaml")) == Self.bare)
            let installed = try shop.run("skill", "install", archive, "--yes")
            #expect(installed.isSuccess, "\(installed.output)")
            #expect(
                try Files.text(shop.path("config.yaml"))
                    == Self.bare.replacing("this order\n", with: "this order\n  - name: visits\n"))
            #expect(
                try shop.run("skill", "doctor", "visits").output
                    == "· visits 1.0.0: somebody else's code, which would run in the host's own process; "
                    + "next: concierge skill enable visits --in-process\n")
            #expect(try shop.run("chat", input: "你好\n").output.contains("我们已经收到，会尽快回复您。\n"))
            #expect(try shop.run("skill", "enable", "visits", "--in-process").isSuccess)
            #expect(try shop.run("chat", input: "hello\n").output == "visits 1.0.0: 1.\n")
            let verified = try shop.run("skill", "verify")
            #expect(verified.output == "✔ visits 1.0.0, signed by Acme\n")
            let lock = try SkillsFolder(shop.path("skills")).lock()
            let place = shop.path("skills/\(lock.entries["visits"]?.current.folder ?? "")/SHA256SUMS")
            let judge = ["minisign", "-V", "-q", "-P", acme.key.publicKey.text, "-m", place]
            #expect(try ChildProcess(judge).run().isSuccess)
        }
    }

    @Test func `another key of the same publisher is refused, until the admin says that it has changed`()
        throws
    {
        try inShop { shop, acme in
            #expect(try shop.run("skill", "install", try acme.pack("visits", "1.0.0"), "--yes").isSuccess)
            let lock = try Files.text(shop.path("skills/skills.lock"))
            let other = Publisher(for: shop)
            for (id, version) in [("visits", "1.1.0"), ("rounds", "1.0.0")] {
                let archive = try other.pack(id, version)
                let refused = try shop.run("skill", "install", archive, "--yes")
                #expect(
                    refused.output
                        == "error: \(archive): signed by key \(other.key.publicKey.identifier), and skills.lock knows its publisher by "
                        + "\(acme.key.publicKey.identifier); ask the publisher, and if the key has changed indeed, say --new-key\n"
                        + "\(archive): nothing was changed; the step 'signature' failed\n")
                #expect(try Files.text(shop.path("skills/skills.lock")) == lock)
            }
            let agreed = try shop.run(
                "skill", "install", try other.pack("visits", "1.1.0"), "--yes", "--new-key")
            #expect(agreed.isSuccess)
            #expect(try shop.run("skill", "verify").output == "✔ visits 1.1.0, signed by Acme\n")
        }
    }

    @Test func `a file changed after it was signed is refused, and so is what is signed as another package`()
        throws
    {
        try inShop { shop, acme in
            let changed = try acme.pack("visits", "1.0.0") { folder in
                let manifest = try Files.text(folder + "/skill.yaml")
                try Files.replace(folder + "/skill.yaml", with: manifest + "# and a word more\n")
            }
            let refused = try shop.run("skill", "install", changed, "--yes")
            #expect(refused.ending == .exit(1))
            #expect(refused.output.contains("'skill.yaml' was changed"), "\(refused.output)")
            let other = try acme.pack("visits", "1.0.0") { folder in
                let package = PackageFolder(folder, id: "visits")
                try PackageSignature.sign(package, version: "9.0.0", by: acme.key)
            }
            let posed = try shop.run("skill", "install", other, "--yes")
            #expect(posed.ending == .exit(1))
            #expect(posed.output.contains("signed as 'visits 9.0.0 "), "\(posed.output)")
            let more = try acme.pack("visits", "1.0.0") { folder in
                try Files.create(folder + "/README.md", "run this: …\n")
            }
            let added = try shop.run("skill", "install", more, "--yes")
            #expect(added.output.contains("'README.md' was added"), "\(added.output)")
            #expect(!Files.exists(shop.path("skills/skills.lock")))
        }
    }

    @Test func `what nobody signed needs a word, stays marked, and never takes the place of what was signed`()
        throws
    {
        try inShop { shop, acme in
            let archive = try acme.pack("visits", "1.0.0", isSigned: false)
            #expect(
                try shop.run("skill", "install", archive, "--yes").output
                    == "error: \(archive): nobody signed it; get a signed one from its publisher, or say --allow-unsigned\n"
                    + "\(archive): nothing was changed; the step 'signature' failed\n")
            #expect(try shop.run("skill", "install", archive, "--yes", "--allow-unsigned").isSuccess)
            #expect(try shop.run("skill", "verify").output == "✔ visits 1.0.0, unsigned\n")
            #expect(try shop.run("skill", "install", try acme.pack("visits", "1.1.0"), "--yes").isSuccess)
            let next = try acme.pack("visits", "1.2.0", isSigned: false)
            let refused = try shop.run("skill", "install", next, "--yes", "--allow-unsigned")
            #expect(
                refused.output.hasPrefix(
                    "error: \(next): nobody signed it, and before it was signed by key \(acme.key.publicKey.identifier); "
                ),
                "\(refused.output)")
        }
    }

    @Test func `a new version that may do more asks for that alone, and waits`() throws {
        try inShop { shop, acme in
            let first = try acme.pack(
                "visits", "1.0.0", adding: "permissions: { network: [one.example] }")
            #expect(try shop.run("skill", "install", first, "--yes", "--in-process").isSuccess)
            let second = try acme.pack(
                "visits", "1.1.0", adding: "permissions: { network: [one.example, two.example], model: true }"
            )
            let asked = try shop.run("skill", "install", second)
            #expect(
                asked.output == """
                    visits 1.1.0, where 1.0.0 is installed:
                      + asks the language model
                      + asks two.example on the network
                    error: \(second): wants what nobody agreed to yet; look at it, then say --yes
                    \(second): nothing was changed; the step 'permissions' failed

                    """)
            #expect(try shop.run("chat", input: "hello\n").output == "visits 1.0.0: 1.\n")
            let third = try acme.pack("visits", "1.2.0", adding: "permissions: { network: [one.example] }")
            #expect(try shop.run("skill", "install", third).isSuccess)
            #expect(try shop.run("chat", input: "hello\n").output == "visits 1.2.0: 1.\n")
        }
    }

    @Test func `a lower version is refused, and rollback is the way back and forth`() throws {
        try inShop { shop, acme in
            let old = try acme.pack("visits", "1.0.0")
            #expect(try shop.run("skill", "install", old, "--yes", "--in-process").isSuccess)
            #expect(
                try shop.run("skill", "rollback", "visits").output
                    == "error: skill 'visits': there is no version before 1.0.0; "
                    + "'concierge skill install visits@VERSION' takes another\n")
            #expect(try shop.run("skill", "install", try acme.pack("visits", "1.1.0")).isSuccess)
            #expect(
                try shop.run("skill", "install", old).output
                    == "error: \(old): version 1.0.0 is below the installed 1.1.0; say --allow-downgrade, "
                    + "or 'concierge skill rollback visits'\n"
                    + "\(old): nothing was changed; the step 'compatibility' failed\n")
            for version in ["1.0.0", "1.1.0"] {
                #expect(try shop.run("skill", "rollback", "visits").isSuccess)
                #expect(try shop.run("chat", input: "hello\n").output == "visits \(version): 1.\n")
            }
        }
    }

    @Test
    func `a changed file of an installed skill is found, keeps it from running, and is mended by an install`()
        throws
    {
        try inShop { shop, acme in
            let folder = try acme.write("visits", "1.0.0")
            #expect(try shop.run("skill", "install", folder).isSuccess)
            let place = try SkillsFolder(shop.path("skills")).lock().entries["visits"]?.current.folder ?? ""
            try Files.replace(shop.path("skills/\(place)/skill.yaml"), with: "id: visits\n")
            let verified = try shop.run("skill", "verify")
            #expect(verified.ending == .exit(1))
            #expect(
                verified.output == """
                    ✘ visits 1.0.0, unsigned
                        'skill.yaml' was changed
                    error: skills: 1 of 1 skills are not as they were installed; 'concierge skill doctor' says what to do

                    """)
            #expect(try shop.run("chat", input: "hello\n").output.contains("not as it was installed"))
            let source = Files.absolute(shop.path(folder)) ?? folder
            #expect(
                try shop.run("skill", "doctor", "visits").output.hasPrefix(
                    "✘ visits 1.0.0: not as it was installed: 'skill.yaml' was changed; next: concierge skill install \(source)\n"
                ))
            #expect(try shop.run("skill", "install", folder).isSuccess)
            #expect(try shop.run("chat", input: "hello\n").output == "visits 1.0.0: 1.\n")
        }
    }

    @Test func `instructions are kept for who reads them, and take part in no turn`() throws {
        try inShop { shop, _ in
            try Files.makeFolders(shop.path("our-tone"))
            try shop.write(
                "our-tone/SKILL.md",
                "---\nname: our-tone\ndescription: How we write.\n---\n# Tone\n\nWarm and short.\n")
            #expect(try shop.run("skills", "install", "our-tone").isSuccess)
            #expect(try Files.text(shop.path("config.yaml")) == Self.bare)
            let info = try shop.run("skill", "info", "our_tone").output
            #expect(info.hasPrefix("our-tone 0.0.0\nHow we write.\n"))
            try shop.write("our-tone/SKILL.md", "---\nname: our-tone\n---\nWarm\u{202E}.\n")
            #expect(
                try shop.run("skill", "install", "our-tone").output
                    == "error: our-tone/SKILL.md:4:5: an invisible character (U+202E) in text that is read by machines; remove it\n"
                    + "our-tone: nothing was changed; the step 'manifest' failed\n")
            #expect(try shop.run("skill", "remove", "our-tone").isSuccess)
            #expect(!Files.exists(shop.path("skills/our-tone")))
        }
    }

    @Test func `what is wrong with an archive is said, and nothing is left of it`() throws {
        try inShop { shop, _ in
            try shop.write("cut.skill", "not an archive")
            let cut = try shop.run("skill", "install", "cut.skill")
            #expect(cut.ending == .exit(1))
            #expect(
                cut.output.hasSuffix("cut.skill: nothing was changed; the step 'unpack' failed\n"),
                "\(cut.output)")
            #expect(
                try shop.run("skill", "install", "./nowhere").output
                    == "error: ./nowhere: no such file or folder; check the path\n")
            #expect(try Files.tree(shop.path("skills")) == [])
        }
    }

    @Test func `nobody takes another skill's name as his other one`() throws {
        try inShop { shop, acme in
            let greeter = try acme.write("visits", "1.0.0")
            #expect(try shop.run("skill", "install", greeter).isSuccess)
            let posing = try acme.pack("a", "1.0.0", adding: "aliases: [visits]")
            #expect(
                try shop.run("skill", "install", posing, "--yes").output
                    == "error: \(posing)/skill.yaml: calls itself 'visits' too, which is another skill here; take it out of 'aliases'\n"
                    + "\(posing): nothing was changed; the step 'compatibility' failed\n")
            #expect(try shop.run("chat", input: "hello\n").output == "visits 1.0.0: 1.\n")
        }
    }

    @Test func `a manifest that commands the terminal is refused without doing so`() throws {
        try inShop { shop, acme in
            let lines = #"permissions: { model: true, network: ["\e[1A\e[2Kone.example"] }"#
            let folder = try acme.write("visits", "1.0.0", adding: lines)
            let refused = try shop.run("skill", "install", folder)
            #expect(refused.ending == .exit(1))
            #expect(!refused.output.contains("\u{1b}"), "\(refused.output)")
        }
    }

    @Test func `a library that ends the process is no skill`() throws {
        try inShop { shop, acme in
            let folder = try acme.write("visits", "1.0.0")
            let code = try Files.text(shop.path(folder + "/src/visits.c"))
            let leaving =
                "#include <unistd.h>\n__attribute__((constructor)) static void leave(void) { _exit(0); }\n"
            try shop.write(folder + "/src/visits.c", leaving + code)
            let refused = try shop.run("skill", "install", folder)
            #expect(
                refused.output
                    == "error: \(folder)/lib/linux-x86_64/visits.so: ended the process while it was loaded; never call 'exit' in a skill\n"
                    + "\(folder): nothing was changed; the step 'probe' failed\n")
        }
    }

    @Test func `what a library prints is not taken for our own word`() throws {
        try inShop { shop, acme in
            let folder = try acme.write("visits", "1.0.0")
            let code = try Files.text(shop.path(folder + "/src/visits.c"))
            // Kept in its buffer, it comes out when the process ends: after everything of ours.
            let talking =
                "#include <stdio.h>\n__attribute__((constructor)) static void talk(void) { puts(\"loaded\"); }\n"
            try shop.write(folder + "/src/visits.c", talking + code)
            let installed = try shop.run("skill", "install", folder)
            #expect(installed.isSuccess, "\(installed.output)")
            #expect(try shop.run("chat", input: "hello\n").output.contains("visits 1.0.0: 1.\n"))
        }
    }

    @Test func `the word for code that nobody signed is none for what somebody signed`() throws {
        try inShop { shop, acme in
            let first = try acme.pack("visits", "1.0.0", isSigned: false)
            let words = ["--yes", "--allow-unsigned", "--in-process"]
            #expect(try shop.process(["skill", "install", first] + words).run().isSuccess)
            #expect(try shop.run("chat", input: "hello\n").output == "visits 1.0.0: 1.\n")
            #expect(try shop.run("skill", "install", try acme.pack("visits", "1.1.0"), "--yes").isSuccess)
            #expect(try SkillsFolder(shop.path("skills")).lock().entries["visits"]?.runsInProcess == false)
        }
    }

    @Test func `text does not take the place of a skill, and what others need stays`() throws {
        try inShop { shop, acme in
            try Files.makeFolders(shop.path("hello-c"))
            try shop.write("hello-c/SKILL.md", "---\nname: hello-c\ndescription: d\n---\nx\n")
            #expect(
                try shop.run("skill", "install", "hello-c").output
                    == "error: hello-c: instructions, and 'hello-c' is a skill here; give them another name\n"
                    + "hello-c: nothing was changed; the step 'compatibility' failed\n")
            #expect(try shop.run("skill", "install", try acme.write("visits", "1.0.0")).isSuccess)
            let reader = try acme.write("rounds", "1.0.0", adding: "reads_collections: [visits]")
            let installed = try shop.run("skill", "install", reader, "--yes")
            #expect(installed.isSuccess, "\(installed.output)")
            let refused = try shop.run("skill", "remove", "visits")
            #expect(refused.ending == .exit(1))
            #expect(
                refused.output.hasSuffix("error: skill 'visits': others need it; remove them first\n"),
                "\(refused.output)")
            #expect(try shop.run("chat", input: "hello\n").isSuccess)
        }
    }

    @Test func `what hid a bundled skill that others need is removed, and that one is there again`() throws {
        try inShop { shop, acme in
            let example = Installation.repository + "/Examples/hello-c"
            #expect(try shop.run("skill", "install", example).isSuccess)
            let reader = try acme.write("rounds", "1.0.0", adding: "reads_collections: [visits]")
            #expect(try shop.run("skill", "install", reader, "--yes").isSuccess)
            let removed = try shop.run("skill", "remove", "hello-c")
            #expect(removed.isSuccess, "\(removed.output)")
            #expect(try shop.run("skill", "doctor", "hello-c").output == "✔ hello-c 1.0.0: takes part\n")
        }
    }
}
