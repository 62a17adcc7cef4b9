import ConciergeCore
import HTTPServer
import Testing
import Threads
import Unix

@Suite struct ClockTests {
    private static let library = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"

    @Test func `the clock jumps back an hour under load: order holds, ids sort, what is due goes out`() throws
    {
        try #require(Files.exists(Self.library), "\(Self.library): missing; install 'libfaketime'")
        let told = Mailbox<String>()
        let server = try Server.start(HTTPServer.Configuration()) { request, responder in
            told.put((try? JSON.decode(request.body))?["type"]?.text ?? "")
            responder.respond(Response(status: 204))
        }
        defer { server.stop(grace: .zero) }
        let installation = try Installation(Self.configuration(hook: server.port))
        defer { installation.remove() }
        try installation.write("offset", "+0\n")
        let host = try RunningHost(installation, within: Self.faked(installation))
        defer { Self.clean(after: host) }
        let load = try Load(host, customers: 4, round: 0)
        load.wait(for: 40)
        try installation.write("offset", "-1h\n")
        load.wait(for: 40)
        #expect(host.turn("hello", customer: "late")?.status == 200)
        #expect(host.ask("POST", "/v1/conversations/k-late/takeover", ["agent": "li"])?.status == 200)
        #expect(told.take(until: monotonicNanoseconds() + 30_000_000_000) == "conversation.taken")
        #expect(host.stop() == .exit(0))
        #expect(load.end().count >= 80)

        let next = try RunningHost(installation)
        for customer in 0..<4 { try check("k-u\(customer)", in: next) }
    }

    /// What was said stands in the order it was said in, whatever the clock showed.
    private func check(_ conversation: String, in host: RunningHost) throws {
        let path = "/v1/conversations/\(conversation)/messages?limit=500"
        let items = try #require(host.ask("GET", path)?.body["items"]?.list)
        let times = items.compactMap { $0["at"]?.text }
        #expect(zip(times, times.dropFirst()).contains { $0 > $1 }, "the clock did not jump")
        #expect(items.compactMap { $0["seq"]?.int } == (1...Int64(items.count)).map { $0 })
        let turns = items.filter { $0["author"] == "customer" }.compactMap { $0["turn"]?.text }
        #expect(turns == turns.sorted())
        let replies = items.filter { $0["author"] == "bot" }.compactMap { $0["text"]?.text }
        #expect(replies == (1...turns.count).map { "This is your message number \($0)." })
    }

    private static func configuration(hook port: UInt16) -> String {
        Installation.plain + """
            agents: [{ id: li }]
            webhooks:
              - url: http://127.0.0.1:\(port)/hook
                events: [conversation.taken]
                secret: whsec_c2VjcmV0
                allowed_networks: [127.0.0.1]

            """
    }

    /// The wall clock as the file 'offset' moves it; files and waits keep the real one.
    private static func faked(_ installation: Installation) -> [String] {
        [
            // The C library's allocator goes before the host's, which asks for the time before the
            // faked clock is ready.
            "env", "LD_PRELOAD=\(library) libc.so.6",
            "FAKETIME_TIMESTAMP_FILE=\(installation.path("offset"))",
            "FAKETIME_NO_CACHE=1", "FAKETIME_DONT_FAKE_MONOTONIC=1", "NO_FAKE_STAT=1",
            // Else the library takes waits for a monotonic time for waits by the wall clock.
            "FAKETIME_FORCE_MONOTONIC_FIX=0",
            // The library adds a variable when it is first loaded, and Swift would then find no arguments.
            "env",
        ]
    }

    /// The library shares a clock among processes and leaves it behind when one of them runs another program.
    private static func clean(after host: RunningHost) {
        for name in ["faketime_shm", "sem.faketime_sem"] {
            try? Files.remove("/dev/shm/\(name)_\(host.process.identifier)")
        }
    }
}
