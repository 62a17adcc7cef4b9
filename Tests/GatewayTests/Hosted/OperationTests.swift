import ConciergeCore
import Synchronization
import Testing

@testable import Gateway

@Suite struct OperationTests {
    @Test func `health, readiness and the contract are open`() throws {
        let host = try Host()
        host.token = nil
        #expect(try host.ask("GET", "/healthz").json == ["status": "ok"])
        #expect(try host.ask("GET", "/readyz").json == ["status": "ready", "out": []])
        #expect(try host.ask("GET", "/openapi.json").body == host.gateway.document)
        #expect(try host.ask("HEAD", "/healthz").body == [])
    }

    @Test func `readyz names the skills that are out, and still lets customers in`() throws {
        let host = try Host(gateway: {
            $0.unloadedSkills = {
                [UnloadedSkill(id: "crm", reason: "its library is missing; install it again")]
            }
        })
        let said = try host.ask("GET", "/readyz")
        #expect(said.status == 200)
        #expect(
            said.json["out"] == [["skill": "crm", "reason": "its library is missing; install it again"]])
        let skills = try host.ask("GET", "/v1/skills").json["items"]?.list ?? []
        #expect(skills.map { $0["status"] } == ["running", "failed"])
        #expect(skills.map { $0["id"] } == ["desk", "crm"])
    }

    @Test func `unknown addresses and methods are refused with the mend`() throws {
        let host = try Host()
        let nothing = try host.ask("GET", "/v2/turns")
        #expect(nothing.status == 404)
        #expect(
            nothing.detail == "path: nothing is at '/v2/turns'; GET /openapi.json lists every address")
        let method = try host.ask("DELETE", "/v1/turns")
        #expect(method.status == 405)
        #expect(method.header("allow") == "GET, HEAD, POST")
        #expect(try host.ask("POST", "/v1/skills/desk/actions/dance", [:]).status == 404)
    }

    @Test func `a reload that is refused says why and is 422`() throws {
        let reloads = Counter()
        let host = try Host(gateway: { settings in
            settings.reload = { () throws(ReloadError) in
                if reloads.next() > 1 {
                    throw ReloadError(problems: ["config.yaml:3:1: unknown key 'prot'; did you mean 'port'?"])
                }
            }
        })
        #expect(try host.ask("POST", "/v1/reload").json == ["reloaded": true])
        let refused = try host.ask("POST", "/v1/reload")
        #expect(refused.status == 422)
        #expect(refused.code == "configuration_refused")
        #expect(refused.detail == "config.yaml:3:1: unknown key 'prot'; did you mean 'port'?")
        #expect(try Host().ask("POST", "/v1/reload").status == 409)
    }

    @Test func `metrics have help and type, and count`() throws {
        let host = try Host()
        _ = try host.turn(["text": "a"])
        let text = try host.ask("GET", "/metrics").text
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines.contains("# TYPE concierge_turns_total counter"))
        #expect(lines.contains("concierge_turns_total 1"))
        #expect(lines.contains("concierge_workers 2"))
        #expect(
            lines.contains(#"concierge_http_requests_total{method="POST",route="/v1/turns",status="200"} 1"#))
        #expect(lines.contains("concierge_turn_seconds_count 1"))
        for line in lines where !line.hasPrefix("#") {
            let family = line.prefix { $0 != "{" && $0 != " " }
            let isDescribed = lines.contains {
                $0.hasPrefix("# TYPE ") && family.hasPrefix($0.split(separator: " ")[2])
            }
            #expect(isDescribed, "\(line)")
        }
    }

    @Test(arguments: ["/", "/inbox"])
    func `a page is whole, strict and needs nothing from outside`(path: String) throws {
        let host = try Host()
        host.token = nil
        let page = try host.ask("GET", path)
        #expect(page.header("content-type") == "text/html; charset=utf-8")
        #expect(
            page.header("content-security-policy")?.contains("default-src 'none'; script-src 'self'") == true)
        #expect(!page.text.contains("http://"))
        #expect(!page.text.contains("https://"))
        #expect(!page.text.contains("style="))
        var seen: Set<String> = []
        var named = page.text.split(separator: "\"").map(String.init).filter { $0.hasPrefix("/page/") }
        #expect(named.contains("/page/icon.svg") && named.contains { $0.hasSuffix(".js") })
        while let next = named.popLast() {
            guard seen.insert(next).inserted else { continue }
            let file = try host.ask("GET", next)
            #expect(file.status == 200 && !file.body.isEmpty, "\(next)")
            // What a script takes from another.
            named += file.text.split(separator: "\"").filter { $0.hasPrefix("./") && $0.hasSuffix(".js") }
                .map { "/page/\($0.dropFirst(2))" }
        }
        #expect(seen.count >= 6)
    }
}

private final class Counter: Sendable {
    private let count = Mutex(0)

    func next() -> Int {
        count.withLock { count in
            count += 1
            return count
        }
    }
}
