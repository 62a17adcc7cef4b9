import ConciergeCore
import Testing
import Unix

@testable import concierge

@Suite struct ReloadTests {
    @Test func `SIGHUP reloads and says what becomes of each skill`() throws {
        let installation = try Installation()
        defer { installation.remove() }
        let host = try RunningHost(installation)
        try installation.write("config.yaml", Installation.plain + "  - name: slow-echo\n")
        host.process.signal(1)
        #expect(
            try host.waitForLine("notice:")
                == "notice: config.yaml: reloaded: start slow-echo; keep hello-c")
        let skills = host.ask("GET", "/v1/skills")?.body["items"]?.list
        #expect(skills?.compactMap { $0["id"]?.text } == ["hello-c", "slow-echo"])
    }

    @Test func `a changed file reloads by itself; a bad one leaves the running one live and says where`()
        throws
    {
        let installation = try Installation()
        defer { installation.remove() }
        let host = try RunningHost(installation)
        try installation.write("config.yaml", Installation.plain + "prot: 1\n")
        let complaint = try host.waitForLine("error: config.yaml:5:1:")
        #expect(complaint?.contains("unknown key 'prot'") ?? false)
        #expect(host.turn("hello", customer: "u1")?.body.reply == "This is your message number 1.")
        try installation.write("config.yaml", Installation.plain + "# mended\n")
        #expect(try host.waitForLine("notice:") == "notice: config.yaml: reloaded: keep hello-c")
    }

    @Test func `what only a restart can change is named`() throws {
        let installation = try Installation()
        defer { installation.remove() }
        let host = try RunningHost(installation)
        try installation.write(
            "config.yaml",
            """
            server: { port: 9 }
            channels: { rest: { token: abcdefghijklmnop } }
            skills: [hello-c]

            """)
        host.process.signal(1)
        #expect(
            try host.waitForLine("warning:")
                == "warning: config.yaml: 'server' is read at the start only; restart the host to change it")
        #expect(
            try host.waitForLine("warning:")
                == "warning: config.yaml: 'channels.rest.token' is read at the start only; restart the host to change it"
        )
        #expect(try host.waitForLine("notice:") == "notice: config.yaml: reloaded: keep hello-c")
    }

    @Test func `a file that is being written is not read before it lies still`() throws {
        let folder = try Files.temporaryFolder("concierge-watch")
        defer { try? Files.removeTree(folder) }
        let path = folder + "/config.yaml"
        try Files.replace(path, with: "whole")
        var watch = FileWatch(path)
        var looks = [watch.hasChanged()]
        for text in ["", "skills:"] {
            try Files.replace(path, with: text)
            looks.append(watch.hasChanged())
        }
        #expect(looks == [false, false, false])
        looks = [watch.hasChanged(), watch.hasChanged()]
        #expect(looks == [true, false])
        try Files.replace(path, with: "read for another reason")
        watch.take()
        looks = [watch.hasChanged(), watch.hasChanged()]
        #expect(looks == [false, false])
    }

    @Test func `the API reloads, and names what is wrong`() throws {
        let installation = try Installation()
        defer { installation.remove() }
        let host = try RunningHost(installation)
        #expect(host.ask("POST", "/v1/reload")?.status == 200)
        try installation.write("config.yaml", "skills: [hello-c]\nturn: { join: never }\n")
        let refusal = try #require(host.ask("POST", "/v1/reload"))
        #expect(refusal.status == 422)
        #expect(
            refusal.body["detail"]?.text
                == "config.yaml:2:15: 'join' 'never' is not a length of time; write a number with ms, s, m, h or d, such as 30s"
        )
        #expect(host.turn("hello", customer: "u1")?.status == 200)
    }
}
