import ConciergeCore
import Glibc
import Testing
import Unix

@Suite struct DiskTests {
    /// Root may write everywhere; without these capabilities it is a user like any other.
    static let asUser =
        geteuid() == 0 ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] : []

    @Test func `a data folder that cannot be written is refused at the start, and served once it can`() throws
    {
        let installation = try Installation()
        defer { installation.remove() }
        try Files.makeFolders(installation.path("data"), mode: 0o500)
        let refused = try installation.process(["serve", "--port", "0"], within: Self.asUser).run()
        #expect(refused.ending == .exit(1))
        #expect(
            refused.output
                == "error: data/host.lock: permission denied; let this user write there, or name another place under 'store'\n"
        )
        try change("700", installation.path("data"))
        let host = try RunningHost(installation, within: Self.asUser)
        #expect(host.turn("hello", customer: "u1")?.body.reply == "This is your message number 1.")
    }

    @Test func `a database that cannot be written is a 503 with the reason, and recovers by itself`() throws {
        let installation = try Installation()
        defer { installation.remove() }
        #expect(try installation.run("chat", "--customer", "u1", input: "hello\n").isSuccess)
        let database = installation.path("data/concierge.db")
        try change("400", database)
        let host = try RunningHost(installation, within: Self.asUser)
        let refusal = try #require(host.turn("hello", customer: "u1", message: "m2"))
        #expect(refusal.status == 503)
        #expect(
            refusal.body["detail"]
                == "data/concierge.db: cannot be written; give this user write permission on the file and its folder"
        )
        #expect(host.ask("GET", "/v1/conversations/k-u1")?.status == 404)
        try change("600", database)
        let again = try #require(host.turn("hello", customer: "u1", message: "m2"))
        #expect(again.status == 200)
        #expect(again.body.reply == "This is your message number 2.")
        #expect(again.body["repeated"] == false)
    }

    @Test func `a folder that becomes read-only under a running host loses nothing`() throws {
        let installation = try Installation()
        defer { installation.remove() }
        let host = try RunningHost(installation, within: Self.asUser)
        #expect(host.turn("hello", customer: "u1", message: "m1")?.status == 200)
        try change("500", installation.path("data"))
        var answered: [String] = []
        for number in 2..<20 where host.turn("hello", customer: "u1", message: "m\(number)")?.status == 200 {
            answered.append("m\(number)")
        }
        host.die()
        try change("700", installation.path("data"))
        let next = try RunningHost(installation, within: Self.asUser)
        for message in ["m1"] + answered {
            #expect(next.turn("again", customer: "u1", message: message)?.body["repeated"] == true)
        }
        let last = next.turn("hello", customer: "u1", message: "last")
        #expect(last?.body.reply == "This is your message number \(answered.count + 2).")
    }

    @Test(.enabled(if: SmallDisk.isPossible, "mounts a file system of 3 MB, which this user may not"))
    func `a disk that is full is a 503 with the reason, nothing is half-written, and it recovers by itself`()
        throws
    {
        let installation = try Installation()
        defer { installation.remove() }
        let disk = try SmallDisk(installation)
        let host = try RunningHost(installation, within: disk.words)
        let long = String(repeating: "x", count: 8_000)
        var answered = 0
        var refusal: (status: Int, body: Value)?
        while refusal == nil, answered < 1000 {
            let answer = try #require(host.turn(long, customer: "u1", message: "m\(answered)"))
            if answer.status == 200 { answered += 1 } else { refusal = answer }
        }
        #expect(answered > 0)
        #expect(refusal?.status == 503)
        #expect(
            refusal?.body["detail"] == "data/concierge.db: the disk is full; make room on it")
        #expect(host.ask("GET", "/healthz")?.status == 200)
        let messages = try #require(host.ask("GET", "/v1/conversations/k-u1/messages?limit=500")?.body)
        #expect(messages["items"]?.list?.count == min(2 * answered, 500))
        try disk.makeRoom(for: host)
        let again = try #require(host.turn(long, customer: "u1", message: "m\(answered)"))
        #expect(again.status == 200)
        #expect(again.body.reply == "This is your message number \(answered + 1).")
        #expect(again.body["repeated"] == false)
        let visits = host.ask("GET", "/v1/collections/visits?customer=u1")?.body["items"]?.list
        #expect(visits?.compactMap { $0["count"]?.int } == [Int64(answered + 1)])
    }

    @Test(.enabled(if: SmallDisk.isPossible, "mounts a file system of 3 MB, which this user may not"))
    func `a small disk fills up with what turns write, not with a log that says it again and again`() throws {
        let installation = try Installation()
        defer { installation.remove() }
        let host = try RunningHost(installation, within: try SmallDisk(installation).words)
        for number in 1...200 {
            let answer = host.turn("hello", customer: "u1", message: "m\(number)")
            #expect(answer?.body.reply == "This is your message number \(number).")
        }
    }

    private func change(_ mode: String, _ path: String) throws {
        try #require(try ChildProcess(["chmod", mode, path]).run().isSuccess)
    }
}

/// A file system of 3 MB in the place of the data folder, half of it taken; only the host sees it, and it goes with it.
struct SmallDisk {
    private static let unshared = ["unshare", "--mount", "--map-root-user"]

    static let isPossible: Bool = {
        let outcome = try? ChildProcess(unshared + ["mount", "-t", "tmpfs", "tmpfs", "/mnt"]).run()
        return outcome?.isSuccess ?? false
    }()

    private let ballast: String

    /// Goes before the words of the host's command.
    let words =
        unshared + [
            "bash", "-ec",
            """
            cp data/admin.token token
            mount -t tmpfs -o size=3m tmpfs data
            cp token data/admin.token
            head -c 1500000 /dev/zero > data/ballast
            exec "$@"
            """, "bash",
        ]

    init(_ installation: Installation) throws {
        ballast = installation.path("data/ballast")
        try Files.makeFolders(installation.path("data"), mode: 0o700)
        try installation.write("data/admin.token", "ck_small\n")
    }

    func makeRoom(for host: RunningHost) throws {
        try Files.remove("/proc/\(host.process.identifier)/root\(ballast)")
    }
}
