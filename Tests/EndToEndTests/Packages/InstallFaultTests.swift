import ConciergeCore
import SkillPackages
import Synchronization
import Testing
import Threads
import Unix

@Suite(.serialized) struct InstallFaultTests {
    @Test func `kill -9 at any moment leaves the old version or the new one, and both run`() throws {
        let shop = try Installation(InstallTests.bare)
        defer { shop.remove() }
        let acme = Publisher(for: shop)
        let (old, new) = (try acme.pack("visits", "1.0.0"), try acme.pack("visits", "2.0.0"))
        #expect(try shop.run("skill", "install", old, "--yes", "--in-process").isSuccess)
        let clock = ContinuousClock()
        let whole = try clock.measure { _ = try shop.run("skill", "install", new) }
        var seen: Set<String> = []
        for moment in 0..<12 {
            #expect(try shop.run("skill", "install", old, "--allow-downgrade").isSuccess)
            let install = try shop.process(["skill", "install", new]).start()
            let end = clock.now + whole * moment / 10
            // Not to wait for something: these are the moments at which it is killed.
            while clock.now < end {}
            install.signal(9)
            _ = install.wait()
            let version = try SkillsFolder(shop.path("skills")).lock().entries["visits"]?.current.version
            seen.insert(version ?? "none")
            #expect(try shop.run("skill", "verify").output == "✔ visits \(version ?? ""), signed by Acme\n")
            #expect(try shop.run("chat", input: "hello\n").output == "visits \(version ?? ""): 1.\n")
        }
        #expect(seen.isSubset(of: ["1.0.0", "2.0.0"]))
        // The next one clears away what the dead ones left.
        #expect(try shop.run("skill", "install", new).isSuccess)
        #expect(try Files.list(shop.path("skills/.staging")) == [])
        #expect(try Files.list(shop.path("skills/visits")).count <= 2)
    }

    @Test func `an install that was killed before it named its skill is ended by the next command`() throws {
        let shop = try Installation(InstallTests.bare)
        defer { shop.remove() }
        #expect(try shop.run("skill", "install", try Publisher(for: shop).write("visits", "1.0.0")).isSuccess)
        let named = try Files.text(shop.path("config.yaml"))
        // As it lies there between the two steps.
        try shop.write("config.yaml", InstallTests.bare)
        try SkillsFolder(shop.path("skills")).change { $0.entries["visits"]?.isArriving = true }
        #expect(try shop.run("chat", input: "hello\n").output.hasSuffix("visits 1.0.0: 1.\n"))
        #expect(try Files.text(shop.path("config.yaml")) == named)
        #expect(try SkillsFolder(shop.path("skills")).lock().entries["visits"]?.isArriving == false)
    }

    @Test func `installs at the same time do not harm each other`() throws {
        let shop = try Installation(InstallTests.bare)
        defer { shop.remove() }
        let acme = Publisher(for: shop)
        let archives =
            try ["visits", "rounds", "steps"].map { try acme.pack($0, "1.0.0") }
            + [acme.pack("visits", "1.1.0")]
        let installs = try archives.map {
            try shop.process(["skill", "install", $0, "--yes", "--in-process", "--allow-downgrade"]).start()
        }
        for install in installs {
            let said = try install.rest()
            #expect(install.wait() == .exit(0), "\(said)")
        }
        let lock = try SkillsFolder(shop.path("skills")).lock()
        #expect(lock.entries.keys.sorted() == ["rounds", "steps", "visits"])
        #expect(lock.entries.values.map(\.runsInProcess) == [true, true, true])
        #expect(try shop.run("skill", "verify").isSuccess)
        let named = try Files.text(shop.path("config.yaml")).split(separator: "\n").filter {
            $0.contains("- name:")
        }
        #expect(named.sorted() == ["  - name: rounds", "  - name: steps", "  - name: visits"])
    }

    @Test func `a running host takes a new version up without losing a turn`() throws {
        let shop = try Installation(InstallTests.bare)
        defer { shop.remove() }
        let acme = Publisher(for: shop)
        #expect(
            try shop.run("skill", "install", try acme.pack("visits", "1.0.0"), "--yes", "--in-process")
                .isSuccess)
        let next = try acme.pack("visits", "2.0.0")
        let host = try RunningHost(shop)
        let isDone = Mutex(false)
        let installs = try HostThread("install") {
            let upgraded = try? shop.run("skill", "install", next)
            #expect(upgraded?.isSuccess == true, "\(upgraded?.output ?? "")")
            #expect(upgraded?.output.contains("the running host was reloaded\n") == true)
            isDone.withLock { $0 = true }
        }
        var said: [String] = []
        while !isDone.withLock({ $0 }) {
            let answer = host.turn("hello", customer: "u1")
            #expect(answer?.status == 200)
            said.append(answer?.body.reply ?? "nothing")
        }
        installs.join()
        // The visits are counted on from one version to the next: none is lost, and none counted twice.
        let old = said.prefix { $0.hasPrefix("visits 1.0.0: ") }.count
        let expected = said.indices.map { "visits \($0 < old ? 1 : 2).0.0: \($0 + 1)." }
        #expect(old > 0 && said == expected)
        #expect(host.turn("hello", customer: "u1")?.body.reply == "visits 2.0.0: \(said.count + 1).")
    }

    @Test func `what the running host does not take is undone`() throws {
        let shop = try Installation(InstallTests.bare)
        defer { shop.remove() }
        let acme = Publisher(for: shop)
        #expect(
            try shop.run("skill", "install", try acme.pack("visits", "1.0.0"), "--yes", "--in-process")
                .isSuccess)
        let host = try RunningHost(shop)
        let config = try Files.text(shop.path("config.yaml"))
        try shop.write("config.yaml", config + "prot: 1\n")
        _ = try host.waitForLine("error: config.yaml")
        let before = try Files.text(shop.path("skills/skills.lock"))
        let refused = try shop.run("skill", "install", try acme.pack("visits", "2.0.0"))
        #expect(refused.ending == .exit(1))
        #expect(
            refused.output.hasSuffix("nothing was changed; the step 'host' failed\n"), "\(refused.output)")
        #expect(try Files.text(shop.path("skills/skills.lock")) == before)
        #expect(host.turn("hello", customer: "u1")?.body.reply == "visits 1.0.0: 1.")
    }
}
