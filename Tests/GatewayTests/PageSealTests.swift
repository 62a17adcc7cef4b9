import ConciergeCore
import Cryptography
import Testing

@testable import Gateway

@Suite struct PageSealTests {
    private static let key = Array(repeating: UInt8(7), count: 32)
    private static let now = Timestamp(seconds: 1_800_000_000)
    private static let claim = PageClaim(
        skill: "desk", page: "survey", customer: "u1", conversation: "k1",
        data: ["ticket": "t1", "tries": 2, "ratio": 0.5, "tags": ["好", .null, true]],
        expires: now.adding(.seconds(60)))

    private let seal = PageSeal(key: key, base: "https://shop.example/chat/")

    private func claim(of token: String, by seal: PageSeal? = nil, at now: Timestamp = now) -> Result<
        PageClaim, PageSeal.Refusal
    > {
        Result { () throws(PageSeal.Refusal) in try (seal ?? self.seal).claim(of: token, at: now) }
    }

    @Test func `what was signed is read as it was, by every host with the key`() throws {
        let link = try seal.link(to: Self.claim)
        #expect(link.url == "https://shop.example/chat/survey/\(link.token)")
        #expect(claim(of: link.token) == .success(Self.claim))
        #expect(claim(of: link.token, by: PageSeal(key: Self.key)) == .success(Self.claim))
        #expect(link.token.utf8.allSatisfy { isTokenByte($0) })
    }

    private func isTokenByte(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            || [45, 46, 95].contains(byte)
    }

    @Test func `a link ends at its time`() throws {
        let token = try seal.link(to: Self.claim).token
        let end = Self.claim.expires
        #expect(claim(of: token, at: end.adding(.milliseconds(-1))) == .success(Self.claim))
        #expect(claim(of: token, at: end) == .failure(.expired))
    }

    @Test func `no changed letter passes`() throws {
        let token = try seal.link(to: Self.claim).token
        for place in token.indices {
            let other = token[place] == "A" ? "B" : "A"
            #expect(claim(of: token.replacingCharacter(at: place, with: other)) == .failure(.forged))
        }
    }

    @Test(arguments: [
        "", ".", "a", "a.b", "a.b.c", String(repeating: "a", count: 3000),
        // Signed rightly by nobody: the parts without a signature, and an empty one.
        Base64.url.encode(Array(#"["desk","survey","u1",null,9999999999999,null]"#.utf8)) + ".",
    ])
    func `what is no token is forged`(text: String) {
        #expect(claim(of: text) == .failure(.forged))
    }

    @Test func `another key's links are forged`() throws {
        let other = PageSeal(key: Array(repeating: 8, count: 32), base: "http://a")
        #expect(claim(of: try other.link(to: Self.claim).token) == .failure(.forged))
    }

    @Test func `what the same key signed for another purpose opens nothing`() {
        let payload = Array(#"["desk","survey","u1",null,9999999999999,null]"#.utf8)
        let token = Base64.url.encode(payload) + "." + Base64.url.encode(HMAC.sha256(payload, key: Self.key))
        #expect(claim(of: token) == .failure(.forged))
    }

    @Test func `what does not fit into a link is refused with the mend`() throws {
        var large = Self.claim
        large.data = .text(String(repeating: "x", count: 2000))
        var timed = Self.claim
        timed.data = ["when": [.timestamp(Self.now)]]
        #expect(
            throws: ServiceError(
                .tooLarge,
                "data: makes a token of 2770 characters, and 2000 are allowed; keep it in a collection, and put its id here"
            )
        ) { try seal.link(to: large) }
        #expect(
            throws: ServiceError(
                .badArgument, "data: times and bytes do not fit into a link; write them as text"
            )
        ) { try seal.link(to: timed) }
    }

    @Test func `a host that does not listen yet makes no link`() throws {
        let early = PageSeal(key: Self.key)
        #expect(
            throws: ServiceError(
                .unavailable, "this host does not listen yet; try again in a moment"
            )
        ) { try early.link(to: Self.claim) }
        early.serve(at: "http://127.0.0.1:8080")
        #expect(try early.link(to: Self.claim).url.hasPrefix("http://127.0.0.1:8080/survey/"))
    }
}

extension String {
    fileprivate func replacingCharacter(at place: Index, with other: String) -> String {
        String(self[..<place]) + other + String(self[index(after: place)...])
    }
}

@Suite struct LanguagesTests {
    @Test(arguments: [
        ("zh-CN,zh;q=0.9,en;q=0.8", ["zh-CN", "zh", "en"], true),
        ("en-GB, zh;q=0.9", ["en-GB", "zh"], false),
        ("fr, zh;q=0.1", ["fr", "zh"], true), ("en;q=0.2, zh-TW;q=0.4", ["zh-TW", "en"], true),
        ("zh;q=0, en", ["en"], false), ("", [], false), ("*", [], false), (";;q=x,<script>", [], false),
    ])
    func `the best wish comes first, and what is no language is none`(
        header: String, tags: [String], isChinese: Bool
    ) {
        let languages = Languages(header)
        #expect(languages.tags == tags)
        #expect(languages.isChinese == isChinese)
    }
}
