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

    @Test func `what only a start reads is said by name and place, at each reload until then`() throws {
        let installation = try Installation()
        defer { installation.remove() }
        let host = try RunningHost(installation)
        try installation.write(
            "config.yaml",
            "server: { port: 9, max_body: 4096 }\nchannels: { rest: { token: abcdefghijklmnop } }\n"
                + Installation.plain.replacing("data/concierge.db", with: "other/concierge.db"))
        let warnings = [
            "warning: config.yaml:1:17: 'server.port' takes effect at the next start",
            "warning: config.yaml:1:30: 'server.max_body' takes effect at the next start",
            "warning: config.yaml:3:8: 'store' takes effect at the next start",
            "warning: config.yaml:2:28: 'channels.rest.token' takes effect at the next start",
        ]
        let plan =
            "keep hello-c; at the next start server.port, server.max_body, store, channels.rest.token"
        for _ in 0..<2 {
            host.process.signal(1)
            for warning in warnings { #expect(try host.waitForLine("warning:") == warning) }
            #expect(try host.waitForLine("notice:") == "notice: config.yaml: reloaded: \(plan)")
        }
        #expect(host.turn("hello", customer: "u1")?.status == 200)
        #expect(!Files.exists(installation.path("other")))
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
