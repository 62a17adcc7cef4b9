import ConciergeCore
import Cryptography
import Synchronization
import Testing

@testable import Gateway

@Suite struct AccessTests {
    private func makeToken(_ scope: String, on host: Host) throws -> (id: String, secret: String) {
        let said = try host.ask("POST", "/v1/tokens", ["name": "test", "scope": .text(scope)])
        try #require(said.status == 201)
        return (try #require(said.json["id"]?.text), try #require(said.json["token"]?.text))
    }

    @Test func `without a token, or with a wrong one, nothing is shown`() throws {
        let host = try Host()
        for (token, header) in [(nil, "Bearer"), ("wrong", "Bearer error=\"invalid_token\"")] {
            host.token = token
            let said = try host.ask("GET", "/v1/customers")
            #expect(said.status == 401)
            #expect(said.code == "unauthorized")
            #expect(said.header("www-authenticate") == header)
        }
        host.token = nil
        #expect(try host.ask("GET", "/v1/customers", nil, ["authorization": "Basic eDp5"]).status == 401)
    }

    @Test(arguments: [
        ("turns", [200, 403, 403, 403]), ("staff", [200, 200, 200, 403]), ("admin", [200, 200, 200, 200]),
    ]) func `a scope reaches as far as it says`(scope: String, expected: [Int]) throws {
        let host = try Host()
        host.token = try makeToken(scope, on: host).secret
        let statuses = [
            try host.ask("POST", "/v1/turns", ["text": "a"]).status,
            try host.ask("POST", "/v1/turns?trace=1", ["text": "a"]).status,
            try host.ask("GET", "/v1/customers").status,
            try host.ask("GET", "/v1/tokens").status,
        ]
        #expect(statuses == expected)
    }

    @Test func `a token is shown once, kept as a hash, and gone when revoked`() throws {
        let host = try Host()
        let (id, secret) = try makeToken("staff", on: host)
        let list = try host.ask("GET", "/v1/tokens")
        #expect(list.json["items"]?.list?.map { $0["id"] } == [.text(id)])
        #expect(!list.text.contains(secret))
        let kept = try #require(try host.store.read { try $0.tokens() }.first)
        #expect(kept.hash == Hex.encode(SHA256.hash(Array(secret.utf8))))
        #expect(try host.ask("DELETE", "/v1/tokens/\(id)").status == 204)
        #expect(try host.ask("DELETE", "/v1/tokens/\(id)").status == 404)
        host.token = secret
        #expect(try host.ask("GET", "/v1/customers").status == 401)
    }

    @Test func `drafts are not shown to a token for turns`() throws {
        let host = try Host()
        try host.hire("li")
        _ = try host.turn(["text": "a", "customer": "u1", "conversation": "c1"])
        _ = try host.ask("POST", "/v1/conversations/c1/takeover", ["agent": "li"])
        _ = try host.turn(["text": "b", "conversation": "c1"])
        func authors() throws -> [String?] {
            try host.ask("GET", "/v1/conversations/c1/messages").json["items"]?.list?
                .map { $0["author"]?.text } ?? []
        }
        #expect(try authors() == ["customer", "bot", "customer", "draft"])
        host.token = try makeToken("turns", on: host).secret
        #expect(try authors() == ["customer", "bot", "customer"])
    }

    @Test func `who keeps sending wrong tokens is told to wait, who has a right one is not`() throws {
        let host = try Host()
        var statuses: [Int] = []
        for _ in 0...FailedLogins.most {
            statuses.append(
                try Host.ask(host.port, token: "wrong", "GET", "/v1/customers", nil).status)
        }
        #expect(statuses == Array(repeating: 401, count: FailedLogins.most) + [429])
        let told = try Host.ask(host.port, token: "wrong", "GET", "/v1/customers", nil)
        #expect(told.header("retry-after").flatMap(Int.init).map { (1...61).contains($0) } == true)
        #expect(try host.ask("GET", "/v1/customers").status == 200)
    }

    @Test func `wrong tokens are forgotten after a while`() {
        let failures = FailedLogins()
        for _ in 0..<FailedLogins.most { #expect(failures.add("a", at: 0) == nil) }
        #expect(failures.add("a", at: 1_000_000_000) == 60)
        #expect(failures.add("b", at: 1_000_000_000) == nil)
        #expect(failures.add("a", at: FailedLogins.window) == nil)
    }

    @Test func `the rest channel is open here, and elsewhere only with its token`() throws {
        let message: Value = ["sender": "u1", "message": "a"]
        let open = try Host()
        open.token = nil
        #expect(try open.ask("POST", "/webhooks/rest/webhook", message).status == 200)
        let foreign = try open.ask("POST", "/webhooks/rest/webhook", message, ["host": "shop.example"])
        #expect(foreign.status == 401)
        let locked = try Host(gateway: { $0.restTokenHash = Hex.encode(SHA256.hash(Array("s3cret".utf8))) })
        locked.token = nil
        #expect(try locked.ask("POST", "/webhooks/rest/webhook", message).status == 401)
        locked.token = "s3cret"
        #expect(try locked.ask("POST", "/webhooks/rest/webhook", message).status == 200)
        #expect(try locked.ask("GET", "/v1/customers").status == 401)
    }

    @Test(arguments: [
        ("127.0.0.1", true), ("127.1.2.3", true), ("localhost", true), ("::1", true), ("[::1]", true),
        ("shop.localhost", true), ("127.0.0.1.evil.example", false), ("10.0.0.1", false), ("", false),
    ]) func `knows this machine by its names`(host: String, expected: Bool) {
        #expect(isLoopback(host) == expected)
    }
}
