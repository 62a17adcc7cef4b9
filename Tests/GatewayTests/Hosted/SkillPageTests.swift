import ConciergeCore
import Cryptography
import Engine
import Synchronization
import Testing

@testable import Gateway

@Suite struct SkillPageTests {
    private static let seal = PageSeal(key: Array(repeating: 7, count: 32), base: "http://shop")

    /// Shows what it was told of the visit; `fail` in the link's data throws.
    private static var surveyor: Stage {
        var manifest = Manifest(id: "surveyor", version: "1.0.0")
        manifest.reads = [.init(pattern: "customer.id")]
        manifest.pages = ["survey", "status"]
        return Stage(
            manifest: manifest,
            skill: Scripted { call in
                let context = call.context
                if context["page.data"] == "fail" {
                    return call.complete(.failure(.failed("SELECT * FROM secrets")))
                }
                let form = (context["page.form"]?.map ?? [:]).sorted { $0.key < $1.key }
                let fields = form.map { "\($0.key)=\($0.value.text ?? "")" }.joined(separator: "&")
                let told = ["page.name", "page.method", "page.locale", "customer.id"].map {
                    context[$0]?.text ?? "-"
                }
                var patch = Patch()
                patch.page = Patch.Page(
                    html:
                        "<STYLE>p{color:red}\r\n</STYLE><style>p{}</style><p>\(told.joined(separator: " ")) \(fields)",
                    status: fields.isEmpty ? 200 : 422)
                call.complete(.success(patch))
            })
    }

    private static func host() throws -> Host {
        let host = try Host([surveyor], gateway: { $0.seal = seal })
        _ = try host.turn(["text": "hello", "customer": "u1", "locale": "zh-CN"])
        host.token = nil
        return host
    }

    private static func token(
        _ page: String = "survey", data: Value = .null, customer: String = "u1",
        in duration: Duration = .seconds(60)
    ) throws -> String {
        let claim = PageClaim(
            skill: "surveyor", page: page, customer: customer, data: data,
            expires: SystemClock().now().adding(duration))
        return try seal.link(to: claim).token
    }

    @Test func `a link opens its page without a token of the API`() throws {
        let host = try Self.host()
        let token = try Self.token()
        for path in ["/p/surveyor/\(token)", "/survey/\(token)", "/survey/\(token)?from=singlemessage&x=1"] {
            let said = try host.ask("GET", path, nil, ["accept-language": "zh-CN,zh;q=0.9"])
            #expect(said.status == 200)
            #expect(said.header("content-type") == "text/html; charset=utf-8")
            #expect(said.text.hasSuffix("<p>survey GET zh-CN u1 "))
        }
        let other = try Self.token("status")
        #expect(try host.ask("GET", "/p/surveyor/\(other)").text.hasSuffix("<p>status GET zh-CN u1 "))
    }

    @Test func `a form is sent as fields of text`() throws {
        let host = try Self.host()
        let said = try host.ask(
            "POST", "/survey/\(try Self.token())", nil,
            raw: Array("stars=5&note=%E5%A5%BD+%26+fine&tag=a&tag=b&empty=&bare".utf8),
            ["content-type": "application/x-www-form-urlencoded; charset=UTF-8", "accept-language": "en"])
        #expect(said.status == 422)
        #expect(said.text.hasSuffix("<p>survey POST en u1 bare=&empty=&note=好 & fine&stars=5&tag=a\nb"))
    }

    @Test func `nothing runs in it, its first style alone applies, and its forms post to itself`() throws {
        let said = try Self.host().ask("GET", "/survey/\(try Self.token())")
        let style = Base64.standard.encode(SHA256.hash(Array("p{color:red}\n".utf8)))
        #expect(
            said.header("content-security-policy")
                == "default-src 'none'; style-src 'sha256-\(style)'; img-src data:; form-action 'self'; base-uri 'none'; "
                + "frame-ancestors 'none'")
        #expect(!said.text.contains("\r"))
        for (name, value) in [
            ("cache-control", "no-store"), ("referrer-policy", "no-referrer"), ("x-frame-options", "DENY"),
            ("x-content-type-options", "nosniff"), ("x-robots-tag", "noindex"),
        ] { #expect(said.header(name) == value) }
    }

    private func expect(
        _ said: Said, _ status: Int, _ title: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(said.status == status, sourceLocation: sourceLocation)
        #expect(said.text.contains("<h1>\(title)</h1>"), sourceLocation: sourceLocation)
        #expect(said.header("content-type") == "text/html; charset=utf-8", sourceLocation: sourceLocation)
        #expect(
            said.header("content-security-policy")?.hasPrefix("default-src 'none'; style-src 'sha256-")
                == true,
            sourceLocation: sourceLocation)
    }

    @Test func `a forged link says so, in the visitor's language`() throws {
        let host = try Self.host()
        let token = try Self.token()
        for path in [
            "/p/surveyor/x", "/survey/\(token)x", "/p/other/\(token)", "/survey/\(try Self.token("status"))",
        ] {
            // Who wishes for no language gets the shop's.
            expect(try host.ask("GET", path), 404, "这个链接打不开")
            expect(
                try host.ask("GET", path, nil, ["accept-language": "fr, en"]), 404, "This link does not open")
            expect(try host.ask("GET", path, nil, ["accept-language": "zh"]), 404, "这个链接打不开")
        }
    }

    @Test func `an expired link is gone, and so is one of a page or a customer that is not there any more`()
        throws
    {
        let host = try Self.host()
        for token in [
            try Self.token(in: .seconds(-1)), try Self.token("gone"), try Self.token(customer: "u9"),
        ] {
            expect(try host.ask("GET", "/p/surveyor/\(token)"), 410, "这个链接已经过期")
            expect(
                try host.ask("GET", "/p/surveyor/\(token)", nil, ["accept-language": "en"]), 410,
                "This link has expired")
            expect(
                try host.ask("POST", "/p/surveyor/\(token)", nil, ["accept-language": "zh-TW"]), 410,
                "这个链接已经过期")
        }
    }

    @Test func `a page of an erased customer is gone`() throws {
        let host = try Self.host()
        let token = try Self.token()
        #expect(try host.ask("GET", "/survey/\(token)").status == 200)
        host.token = Host.adminToken
        #expect(try host.ask("DELETE", "/v1/customers/u1").status == 204)
        expect(try host.ask("GET", "/survey/\(token)"), 410, "这个链接已经过期")
    }

    @Test func `what fails inside stays inside`() throws {
        let host = try Self.host()
        let said = try host.ask("GET", "/survey/\(try Self.token(data: "fail"))")
        expect(said, 503, "暂时打不开")
        #expect(!said.text.contains("SELECT") && !said.text.contains("surveyor"))
    }

    @Test func `too much, or what is no form, is told kindly`() throws {
        let host = try Self.host()
        let path = "/survey/\(try Self.token())"
        let form = ["content-type": "application/x-www-form-urlencoded"]
        let large = Array(repeating: UInt8(ascii: "a"), count: 65 << 10)
        expect(try host.ask("POST", path, nil, raw: large, form), 413, "写得太多了")
        expect(try host.ask("POST", path, ["stars": 5]), 415, "没有收到您填的内容")
    }

    @Test func `without a seal no link opens`() throws {
        let host = try Host([Self.surveyor])
        expect(try host.ask("GET", "/survey/\(try Self.token())"), 404, "这个链接打不开")
    }
}
