import HTTPClient
import HTTPServer
import Testing

private typealias Answer = HTTPServer.Response
private typealias Question = HTTPClient.Request

@Suite struct DownloadTests {
    private let pace = Pace(bytes: 1, window: .seconds(20))

    @Test func `the bytes come in order, more of them than a whole answer may have`() throws {
        let body = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
        try withServer({ $1.respond(Answer(headers: ["etag": "\"a\""], body: body)) }) { address in
            var options = ClientOptions()
            options.maxBody = 1000
            var client = Client(options)
            var all: [UInt8] = []
            var tags: Set<String> = []
            let answer = try client.download(Question("GET", address), pace: pace) { answer, part in
                tags.insert(answer.header("ETag") ?? "none")
                all += part
                return true
            }
            #expect(all == body)
            #expect(tags == ["\"a\""])
            #expect(answer.status == 200 && answer.body == [])
        }
    }

    @Test func `whoever has enough gets no more, and no error`() throws {
        try withServer({ $1.respond(Answer(body: [UInt8](repeating: 1, count: 1 << 20))) }) { address in
            var client = Client()
            var parts = 0
            let answer = try client.download(Question("GET", address), pace: pace) { _, _ in
                parts += 1
                return false
            }
            #expect(parts == 1)
            #expect(answer.status == 200)
        }
    }

    @Test func `any other answer is returned whole, and gives no bytes`() throws {
        try withServer({ $1.respond(Answer(status: 404, body: Array("no".utf8))) }) { address in
            var client = Client()
            var parts = 0
            let answer = try client.download(Question("GET", address), pace: pace) { _, _ in
                parts += 1
                return true
            }
            #expect(parts == 0)
            #expect(answer.status == 404 && answer.body == Array("no".utf8))
        }
    }

    @Test func `a server that gives nothing is left`() throws {
        let held = Held()
        try withServer({ held.keep($1) }) { address in
            var client = Client()
            let pace = Pace(bytes: 1, window: .seconds(1))
            let server = String(address.dropFirst("http://".count))
            let error = HTTPClientError.slow(server: server, pace)
            #expect(throws: error) {
                try client.download(Question("GET", address), pace: pace) { _, _ in true }
            }
            #expect(
                "\(error)" == "\(server): fewer than 1 bytes a second for 1 s; try again later")
        }
    }

    @Test(
        arguments: [
            ("/b?c#d", "/b?c"), ("b", "/x/b"), ("../b", "/b"), ("//h/b", "http://h/b"),
            ("https://h/b", "https://h/b"), ("file:///etc/passwd", "file:///etc/passwd"), ("", nil),
            ("http://[", nil),
        ] as [(String, String?)])
    func `says where an answer sends whoever asked`(location: String, target: String?) throws {
        try withServer({ $1.respond(Answer(status: 302, headers: ["location": location])) }) { address in
            var client = Client()
            let url = address + "/x/a"
            let answer = try client.send(Question("GET", url), timeout: .seconds(20))
            #expect(answer.redirect(from: url) == target.map { $0.hasPrefix("/") ? address + $0 : $0 })
        }
    }
}
