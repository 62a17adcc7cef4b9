import ConciergeCore
import Testing

@Suite struct AuthorityTests {
    @Test(arguments: [
        ("http://example.com", "example.com", 80), ("https://Example.COM/a:1/b@c", "example.com", 443),
        ("https://example.com:8443/x", "example.com", 8443), ("http://example.com:/", "example.com", 80),
        ("http://[::1]:8080", "[::1]", 8080), ("https://[FD00::5]/hook", "[fd00::5]", 443),
        ("http://10.0.0.5:9000?x=http://other", "10.0.0.5", 9000), ("http://a.b#@c", "a.b", 80),
        ("http://客服.example/", "客服.example", 80), ("HTTP://a_b.local", "a_b.local", 80),
    ])
    func `an address names its host and port`(url: String, host: String, port: Int) {
        let authority = Authority(url: url)
        #expect(authority?.host == host && authority?.port == port)
    }

    @Test(arguments: [
        "", "example.com", "ftp://example.com", "http://", "http:///x", "http://:80/", "http://user@host/",
        "http://user:secret@host/", "http://[::1", "http://[::1]x", "http://[]/", "http://[1]/",
        "http://::1/",
        "http://host:0/", "http://host:65536/", "http://host:8o/", "http://host:+80/", "http://a b/",
        "http://a:1:2/", "http://a\\@b/", "http://a%2eb/",
    ])
    func `an address without one host names nobody`(url: String) {
        #expect(Authority(url: url) == nil)
    }

    @Test(arguments: [
        ("chat.local", "chat.local", nil), ("Chat.local:8080", "chat.local", 8080), ("::1", "[::1]", nil),
        ("[fd00::5]", "[fd00::5]", nil), ("[fd00::5]:1", "[fd00::5]", 1),
    ])
    func `a name stands alone or with a port`(text: String, host: String, port: Int?) {
        let authority = Authority(name: text)
        #expect(authority?.host == host && authority?.port == port)
    }

    @Test(arguments: ["", "[", "*", "10.0.0.0/8", "a b", ":80", "user@host"])
    func `what is no name`(text: String) {
        #expect(Authority(name: text) == nil)
    }
}
