import ConciergeCore
import SkillPackages
import Testing
import Unix

@Suite struct FaultTests {
    @Test func `a full disk is a 503 with the reason, and what follows is taken again`() throws {
        let installation = try Installation()
        defer { installation.remove() }
        // The limit stands for a full disk: every write beyond it fails as one on a full disk does.
        let limited = ["bash", "-c", "trap '' XFSZ; ulimit -S -f 1024; exec \"$@\"", "bash"]
        let host = try RunningHost(installation, within: limited)
        let long = String(repeating: "x", count: 8_000)
        var answered = 0
        var refusal: (status: Int, body: Value)?
        for number in 0..<1000 {
            let answer = try #require(host.turn(long, customer: "u1", message: "m\(number)"))
            guard answer.status == 200 else {
                refusal = answer
                break
            }
            answered += 1
        }
        #expect(answered > 0)
        #expect(refusal?.status == 503)
        #expect(refusal?.body["detail"]?.text?.isEmpty == false)
        #expect(host.ask("GET", "/healthz")?.status == 200)
        // The disk has room again: the same host takes the same message.
        let room = ["prlimit", "--pid", "\(host.process.identifier)", "--fsize=unlimited"]
        #expect(try ChildProcess(room).run().isSuccess)
        let again = try #require(host.turn(long, customer: "u1", message: "m\(answered)"))
        #expect(again.body.reply == "This is your message number \(answered + 1).")
        #expect(again.body["repeated"] == false)
    }

    @Test func `a database that another process holds is a 503, and the host recovers by itself`() throws {
        let installation = try Installation()
        defer { installation.remove() }
        let host = try RunningHost(installation)
        #expect(host.turn("hello", customer: "u1", message: "m1")?.status == 200)
        let holder = """
            import sqlite3, sys
            connection = sqlite3.connect(sys.argv[1], isolation_level=None)
            connection.execute("BEGIN IMMEDIATE")
            print("held", flush=True)
            sys.stdin.readline()
            """
        let script = installation.path("hold.py")
        try installation.write("hold.py", holder)
        var process = ChildProcess(["python3", script, installation.path("data/concierge.db")])
        process.input = .pipe
        let locker = try process.start()
        #expect(try locker.line() == "held")
        let refusal = try #require(host.turn("hello", customer: "u1", message: "m2"))
        #expect(refusal.status == 503)
        #expect(refusal.body["detail"]?.text?.contains("locked") ?? false)
        try locker.write("\n")
        _ = locker.wait()
        let again = try #require(host.turn("hello", customer: "u1", message: "m2"))
        #expect(again.status == 200)
        #expect(again.body.reply == "This is your message number 2.")
    }

    @Test func `a bad skill is named, and the good ones serve`() throws {
        let installation = try Installation(
            """
            turn: { join: 0ms }
            skills: [broken, hello-c]

            """)
        defer { installation.remove() }
        let package = PackageFolder(installation.path("skills/broken/1"), id: "broken", isWhole: true)
        try Files.makeFolders(Files.folder(of: package.library))
        try installation.write(
            "skills/broken/1/skill.yaml",
            "id: broken\nversion: 1.0.0\nname: Broken\ndescription: Is no library.\n")
        try Files.create(package.library, "no library")
        let entry = #"{"version": "1.0.0", "folder": "broken/1", "sha256": "\#(try package.digest())"}"#
        try installation.write(
            "skills/skills.lock", #"{"skills": {"broken": \#(entry)}, "keys": {}}"#)
        let host = try RunningHost(installation)
        #expect(host.turn("hello", customer: "u1")?.body.reply == "This is your message number 1.")
        let ready = try #require(host.ask("GET", "/readyz"))
        #expect(ready.status == 200)
        let path = try #require(
            Files.absolute(installation.path("skills/broken/1/lib/linux-x86_64/broken.so")))
        #expect(
            ready.body["out"] == [
                [
                    "skill": "broken",
                    "reason": .text(
                        "\(path): not a shared library; build it with 'concierge skill build FOLDER'"),
                ]
            ]
        )
    }
}
