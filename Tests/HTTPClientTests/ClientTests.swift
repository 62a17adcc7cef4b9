import HTTPClient
import HTTPServer
import Testing

private typealias Answer = HTTPServer.Response
private typealias Question = HTTPClient.Request

@Suite struct ClientTests {
    @Test(arguments: ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
    func `sends method, headers and body, and reads all of the answer`(method: String) throws {
        let handler: Handler = { request, responder in
            let type = request.headers["content-type"] ?? "none"
            let text = "\(request.method) \(request.path) \(request.headers["x-test"] ?? "") \(type) "
            responder.respond(
                Answer(status: 201, headers: ["x-answer": "yes"], body: Array(text.utf8) + request.body))
        }
        try withServer(handler) { address in
            var client = Client()
            let body = method == "GET" ? nil : Array("body".utf8)
            let answer = try client.send(
                Question(method, address + "/a", headers: [(name: "x-test", value: "1")], body: body),
                timeout: .seconds(20))
            #expect(answer.status == 201)
            #expect(answer.header("X-Answer") == "yes")
            #expect(answer.header("x-absent") == nil)
            #expect(
                String(decoding: answer.body, as: UTF8.self) == "\(method) /a 1 none "
                    + (body == nil ? "" : "body"))
        }
    }

    @Test func `HEAD has no body, and an empty body is one`() throws {
        let handler: Handler = { request, responder in
            responder.respond(Answer(body: Array("\(request.headers["content-length"] ?? "none")".utf8)))
        }
        try withServer(handler) { address in
            var client = Client()
            let head = try client.send(Question("HEAD", address), timeout: .seconds(20))
            #expect(head.header("content-length") == "4")
            #expect(head.body == [])
            let empty = try client.send(Question("POST", address, body: []), timeout: .seconds(20))
            #expect(empty.body == Array("0".utf8))
        }
    }

    @Test func `keeps its connection for the next request`() throws {
        let server = try Server.start(Configuration()) { $1.respond(Answer(body: [1])) }
        defer { server.stop(grace: .zero) }
        var client = Client()
        for count in 1...3 {
            let answer = try client.send(
                Question("GET", "http://127.0.0.1:\(server.port)"), timeout: .seconds(20))
            #expect(answer.body == [1])
            #expect(server.statistics.requests == count)
            #expect(server.statistics.connections == 1)
        }
    }

    @Test func `a redirect is an answer, not an order`() throws {
        let handler: Handler = { request, responder in
            responder.respond(
                request.path == "/" ? Answer(status: 302, headers: ["location": "/there"]) : Answer())
        }
        try withServer(handler) { address in
            var client = Client()
            let answer = try client.send(Question("GET", address), timeout: .seconds(20))
            #expect(answer.status == 302)
            #expect(answer.header("location") == "/there")
        }
    }

    @Test func `too large an answer is not read`() throws {
        try withServer({ $1.respond(Answer(body: [UInt8](repeating: 1, count: 2000))) }) { address in
            var options = ClientOptions()
            options.maxBody = 1999
            #expect(
                failure(Question("GET", address), options)
                    == "\(address.dropFirst(7)): the answer has more than 1999 bytes; ask for less")
            options.maxBody = 2000
            #expect(failure(Question("GET", address), options) == "no error")
        }
    }

    @Test func `does not wait forever`() throws {
        let held = Held()
        try withServer({ held.keep($1) }) { address in
            #expect(
                failure(Question("GET", address), timeout: .milliseconds(50))
                    == "\(address.dropFirst(7)): no answer within 50 ms; try again later")
        }
    }

    @Test func `says that nothing listens`() {
        withDeafPort { port in
            #expect(
                failure(Question("GET", "http://127.0.0.1:\(port)/secret"))
                    == "127.0.0.1:\(port): nothing answers there; start the server or mend the address")
        }
    }

    @Test(arguments: [
        ("ftp://a/b", "address: only 'http' and 'https' are spoken, not 'ftp'"),
        ("file:///etc/passwd", "address: only 'http' and 'https' are spoken, not 'file'"),
        ("http://user:secret@a/", "address: a user or password does not belong there"),
        ("http://", "address: no host part in the url"),
        ("nothing", "address: bad scheme"),
        ("http://a:99999/", "address: port number was not a decimal number between 0 and 65535"),
    ]) func `refuses an address`(url: String, message: String) {
        #expect(failure(Question("GET", url)) == message + "; give one such as 'http://127.0.0.1:8080/path'")
    }

    @Test(arguments: [("x", "a\r\nb: c"), ("x", "a\u{0}b"), ("x y", "a"), ("x:", "a"), ("", "a")])
    func `refuses a header that would become two`(name: String, value: String) {
        let shown = name.filter { $0 != " " }
        #expect(
            failure(Question("GET", "http://127.0.0.1:1/", headers: [(name: name, value: value)]))
                == "header '\(shown)': a name or value holds a line end or a foreign character; remove it")
    }

    @Test func `names the host that has no address`() {
        #expect(
            failure(Question("GET", "http://nobody.invalid/"))
                == "nobody.invalid:80: this name has no address; mend the name or the name service")
    }

    @Test(arguments: [
        "127.0.0.1", "localhost", "2130706433", "0x7f.1", "0177.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "0",
    ]) func `a client for foreign addresses does not enter this machine`(host: String) throws {
        try withServer({ $1.respond(Answer()) }) { address in
            var options = ClientOptions()
            options.reach = .publicOnly
            let port = address.split(separator: ":").last ?? ""
            let message = failure(Question("GET", "http://\(host):\(port)/"), options)
            #expect(message.hasSuffix(":\(port): its address is not public; allow it by name if it is meant"))
        }
    }

    @Test(arguments: [
        (["127.0.0.0/8"], true), (["10.0.0.0/8", "127.0.0.1/32"], true), (["0.0.0.0/0"], true),
        (["127.0.0.2/31"], false), (["::/0"], false), (["127.0.0.1"], false), ([], false),
    ])
    func `a block that is open lets its own addresses in and no others`(blocks: [String], isIn: Bool) throws {
        try withServer({ $1.respond(Answer()) }) { address in
            var options = ClientOptions()
            options.reach = .publicOnly
            options.openBlocks = blocks.compactMap(AddressBlock.init)
            let message = failure(Question("GET", address), options)
            #expect(message == "no error" ? isIn : message.contains("is not public") && !isIn)
        }
    }
}

@Suite struct StreamTests {
    @Test func `gives each line as it comes, whatever the pieces`() throws {
        let handler: Handler = { _, responder in
            let stream = responder.stream(headers: ["content-type": "text/event-stream"])
            for piece in ["id: 1\nda", "ta: a\r\n", "\n", "last"] { stream.send(Array(piece.utf8)) }
            stream.close()
        }
        try withServer(handler) { address in
            var client = Client()
            var lines: [String] = []
            let answer = try client.stream(Question("GET", address), silence: .seconds(20)) {
                lines.append($0)
                return true
            }
            #expect(lines == ["id: 1", "data: a", "", "last"])
            #expect(answer.status == 200)
            #expect(answer.body == [])
        }
    }

    @Test func `ends when the receiver has enough, though the stream goes on`() throws {
        let held = Held()
        let handler: Handler = { _, responder in
            let stream = responder.stream(headers: [:])
            stream.send(Array("one\ntwo\nthree\n".utf8))
            held.keep(stream)
        }
        try withServer(handler) { address in
            var client = Client()
            var lines: [String] = []
            _ = try client.stream(Question("GET", address), silence: .seconds(20)) {
                lines.append($0)
                return lines.count < 2
            }
            #expect(lines == ["one", "two"])
        }
    }

    @Test func `a refusal is returned whole`() throws {
        let handler: Handler = { $1.respond(Answer(status: 401, body: Array("no\ntoken".utf8))) }
        try withServer(handler) { address in
            var client = Client()
            let answer = try client.stream(Question("GET", address), silence: .seconds(20)) { _ in
                Issue.record("no line was sent")
                return true
            }
            #expect(answer.status == 401)
            #expect(answer.body == Array("no\ntoken".utf8))
        }
    }
}

/// The message of the error, or that there was none.
private func failure(
    _ request: Question, _ options: ClientOptions = ClientOptions(), timeout: Duration = .seconds(20)
) -> String {
    var client = Client(options)
    do throws(HTTPClientError) {
        _ = try client.send(request, timeout: timeout)
        return "no error"
    } catch {
        return error.description
    }
}
