import ConciergeCore
import HTTPServer
import Synchronization
import Testing
import Unix

@testable import SkillPackages

/// Answers as ClawHub's interface does, version 1.
private final class HubDouble: Sendable {
    private let answers: [String: String]
    private let asked = Mutex<[String]>([])
    var targets: [String] { asked.withLock { $0 } }

    init(_ answers: [String: String]) { self.answers = answers }

    func answer(_ request: Request) -> Response {
        let query = request.query.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
        let target = request.path + (query.isEmpty ? "" : "?\(query)")
        asked.withLock { $0.append(target) }
        guard let body = answers[target] else {
            return Response(status: 404, body: Array("Skill not found".utf8))
        }
        if body.hasPrefix("429") {
            return Response(status: 429, headers: ["retry-after": String(body.dropFirst(4))])
        }
        return Response(body: Array(body.utf8))
    }
}

@Suite struct ClawHubTests {
    private static let skill = "/api/v1/skills/weather-report"

    private static func detail(_ moderation: String = "null", slug: String = "weather-report") -> String {
        """
        {"skill":{"slug":"\(slug)","displayName":"Weather","summary":"tells the weather","tags":{"latest":"1.2.0"},
        "stats":{},"createdAt":0,"updatedAt":0},"latestVersion":{"version":"1.2.0","createdAt":0,"changelog":"…"},
        "metadata":null,"owner":{"handle":"ann"},"moderation":\(moderation)}
        """
    }

    private static let answers = [
        "/api/v1/search?q=weather report&limit=50&nonSuspiciousOnly=true": """
        {"results":[{"score":0.9,"slug":"weather-report","displayName":"Weather","summary":"tells the weather",
        "version":"1.2.0","updatedAt":1},{"score":0.1,"slug":"../etc","version":"1.0.0"},
        {"score":0.1,"slug":"plain","displayName":"Plain","summary":null,"version":null}]}
        """,
        skill: detail(),
        "\(skill)/versions?limit=200": """
        {"items":[{"version":"1.0.0"},{"version":"1.10.0"},{"version":"not one"}],"nextCursor":"a b"}
        """,
        "\(skill)/versions?limit=200&cursor=a b": """
        {"items":[{"version":"1.9.0"},{"version":"1.0.0/../../x"},{"version":"1.9.0-x/y"}],"nextCursor":null}
        """,
        "/api/v1/download?slug=weather-report&version=1.10.0": "the zip",
    ]

    private func withHub(
        _ changes: [String: String] = [:], _ body: (Registries, String, HubDouble) throws -> Void
    ) throws {
        let hub = HubDouble(Self.answers.merging(changes) { $1 })
        let server = try Server.start(Configuration()) { $1.respond(hub.answer($0)) }
        defer { server.stop(grace: .zero) }
        let folder = try Files.temporaryFolder("clawhub-test")
        defer { try? Files.removeTree(folder) }
        let url = "http://127.0.0.1:\(server.port)"
        var registries = Registries(
            [RegistryAddress(url, kind: .clawhub)], cache: folder, now: RegistryFixture.now)
        registries.web.pause = { _ in }
        try body(registries, url, hub)
    }

    @Test func `a search gives what can be asked for by name`() throws {
        try withHub { registries, _, _ in
            let found = try registries.search("weather report")
            #expect(found.map(\.id) == ["weather-report", "plain"])
            #expect(found.map(\.version) == ["1.2.0", "latest"])
            #expect(found.map(\.description) == ["tells the weather", "Plain"])
            #expect(found.allSatisfy { $0.kind == .instructions })
        }
    }

    @Test func `a skill's versions come from all pages, and its archive from the cache the second time`()
        throws
    {
        try withHub { registries, url, hub in
            let offers = try registries.offers(of: "weather-report")
            #expect(offers.map(\.version) == ["1.10.0", "1.9.0", "1.2.0", "1.0.0"])
            #expect(offers.allSatisfy { $0.kind == .instructions && $0.sha256 == nil && $0.warning == nil })
            let path = try registries.fetch(offers[0])
            #expect(try Files.text(path) == "the zip")
            #expect(try registries.fetch(offers[0]) == path)
            #expect(hub.targets.filter { $0.contains("download") }.count == 1)
            #expect(offers[0].location == "\(url)/api/v1/download?slug=weather-report&version=1.10.0")
        }
    }

    @Test func `what is suspicious is warned of, with the reasons`() throws {
        let moderation = """
            {"isSuspicious":true,"isMalwareBlocked":false,"verdict":"suspicious",
            "reasonCodes":["suspicious.dynamic_code_execution","\\u001b[31m"]}
            """
        try withHub([Self.skill: Self.detail(moderation)]) { registries, _, _ in
            let offer = try registries.offers(of: "weather-report").first
            #expect(
                offer?.warning
                    == "its registry calls it suspicious: suspicious.dynamic_code_execution")
        }
    }

    @Test(arguments: [
        #"{"isSuspicious":false,"isMalwareBlocked":true}"#, #"{"verdict":"malicious"}"#,
    ]) func `what is blocked as malware is not offered`(moderation: String) throws {
        try withHub([Self.skill: Self.detail(moderation)]) { registries, url, _ in
            #expect {
                try registries.offers(of: "weather-report")
            } throws: {
                "\($0)"
                    == "'weather-report': \(url) blocks it as malware; do not install it from elsewhere either"
            }
        }
    }

    @Test func `a skill under another name is not the one that was asked for`() throws {
        try withHub([Self.skill: Self.detail(slug: "weather-2")]) { registries, url, _ in
            #expect {
                try registries.offers(of: "weather-report")
            } throws: {
                "\($0)" == "'weather-report': in no registry; 'weather-2' is what \(url) calls it now"
            }
        }
    }

    @Test func `a name that it does not have is unknown, and a name that cannot be is not asked`() throws {
        try withHub { registries, _, hub in
            for name in ["nothing", "a/b", "../x", "a?b"] {
                #expect(
                    throws: RegistryError.unknown(
                        name: name, mend: "look for it by 'concierge skill search'")
                ) { try registries.offers(of: name) }
            }
            #expect(hub.targets == ["/api/v1/skills/nothing"])
        }
    }

    @Test func `whoever asks too often is told how long to wait`() throws {
        try withHub([Self.skill: "429 34"]) { registries, url, _ in
            #expect {
                try registries.offers(of: "weather-report")
            } throws: {
                "\($0)" == "\(url)/api/v1/skills/weather-report: too many were asked for; try again in 34 s"
            }
        }
        try withHub([Self.skill: "429 3"]) { registries, _, hub in
            #expect(throws: RegistryError.self) { try registries.offers(of: "weather-report") }
            #expect(hub.targets.count == 3)
        }
    }

    @Test func `what is not JSON is said`() throws {
        try withHub([Self.skill: "<html>"]) { registries, url, _ in
            #expect {
                try registries.offers(of: "weather-report")
            } throws: {
                "\($0)" == "\(url)/api/v1/skills/weather-report: what it answers is not JSON "
                    + "(byte 0: a value cannot begin here); ask whoever runs it"
            }
        }
    }

    @Test func `the hub is known by its address`() {
        #expect(RegistryAddress("https://clawhub.example/").kind == .clawhub)
        #expect(RegistryAddress("https://hub.example/clawhub").kind == .index)
        #expect(RegistryAddress("https://skills.example.com//").url == "https://skills.example.com")
    }
}
