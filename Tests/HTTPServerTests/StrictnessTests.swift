import HTTPServer
import Testing

@Suite struct StrictnessTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let request: String
        let answer: [String]
        init(_ request: String, _ answer: String...) {
            self.request = request
            self.answer = answer
        }
        var testDescription: String { request }
    }

    private static let requestLines = [
        Case(
            "GET /\r\n", "400", "bad_request",
            "request line: 'GET /' is not 'METHOD /path HTTP/1.1'; send these three parts"),
        Case(
            "GET  / HTTP/1.1\r\n", "400", "bad_request",
            "request line: 'GET  / HTTP/1.1' is not 'METHOD /path HTTP/1.1'; send these three parts"),
        Case(
            "GET / HTTP/1.1 x\r\n", "400", "bad_request",
            "request line: 'GET / HTTP/1.1 x' is not 'METHOD /path HTTP/1.1'; send these three parts"),
        Case(
            "GET / HTTPS/1.1\r\n", "400", "bad_request",
            "request line: 'HTTPS/1.1' is no HTTP version; send 'HTTP/1.1'"),
        Case(
            "PRI * HTTP/2.0\r\n", "505", "http_version",
            "request line: 'HTTP/2.0' is not spoken here; send 'HTTP/1.1'"),
        Case(
            "get / HTTP/1.1\r\n", "405", "unknown_method",
            "request line: 'get' is not answered here; use GET, HEAD, POST, PUT, PATCH, DELETE or OPTIONS"),
        Case(
            "TRACE / HTTP/1.1\r\n", "405", "unknown_method",
            "request line: 'TRACE' is not answered here; use GET, HEAD, POST, PUT, PATCH, DELETE or OPTIONS"),
        Case(
            "GET path HTTP/1.1\r\n", "400", "bad_target",
            "request line: 'path' is neither '/path' nor 'http://host/path'; begin it with '/'"),
        Case(
            "GET * HTTP/1.1\r\n", "400", "bad_target",
            "request line: '*' is neither '/path' nor 'http://host/path'; begin it with '/'"),
        Case(
            "GET /#a HTTP/1.1\r\n", "400", "bad_target",
            "request line: '/#a' holds a byte that must be percent-encoded; encode it"),
        Case(
            "GET /你 HTTP/1.1\r\n", "400", "bad_target",
            "request line: '/???' holds a byte that must be percent-encoded; encode it"),
        Case(
            "GET /%zz HTTP/1.1\r\n", "400", "bad_target",
            "request line: '/%zz' has a '%' without two hexadecimal digits; write '%25' for a '%'"),
        Case(
            "GET /%00 HTTP/1.1\r\n", "400", "bad_target",
            "request line: '/%00' is no UTF-8 text when decoded; encode it as UTF-8"),
        Case(
            "GET /?q=%ff HTTP/1.1\r\n", "400", "bad_target",
            "request line: '/?q=%ff' is no UTF-8 text when decoded; encode it as UTF-8"),
        Case(
            "\u{16}\u{3}\u{1}", "400", "bad_request",
            "first byte: a TLS handshake on a port without TLS; use 'http://' or set 'server.tls'"),
        Case(
            "{\"a\":1}", "400", "bad_request",
            "first byte: no HTTP request; begin with a method such as 'GET'"),
    ]

    @Test(arguments: requestLines) func `refuses a request line`(item: Case) throws {
        #expect(problem(try exchange(item.request + "Host: a\r\n\r\n")) == item.answer)
    }

    private static let headers = [
        Case(
            "Host: a\n\r\n", "400", "bad_request",
            "headers: a line ends without a carriage return; end every line with CRLF"),
        Case(
            "Host: a\r\nX : b\r\n", "400", "bad_request",
            "headers: 'X : b' is not 'name: value' on one line; mend or remove it"),
        Case(
            "Host: a\r\n folded\r\n", "400", "bad_request",
            "headers: ' folded' is not 'name: value' on one line; mend or remove it"),
        Case(
            "Host: a\r\n\rX: b\r\n", "400", "bad_request",
            "headers: '?X: b' is not 'name: value' on one line; mend or remove it"),
        Case(
            "Host: a\r\nno colon\r\n", "400", "bad_request",
            "headers: 'no colon' is not 'name: value' on one line; mend or remove it"),
        Case(
            "Host: a\r\n: b\r\n", "400", "bad_request",
            "headers: ': b' is not 'name: value' on one line; mend or remove it"),
        Case(
            "Host: a\r\nX: a\u{0}b\r\n", "400", "bad_request",
            "headers: the value of 'X' holds a control character; remove it"),
        Case(
            "Host: a\r\nX: a\rb\r\n", "400", "bad_request",
            "headers: the value of 'X' holds a control character; remove it"),
        Case("", "400", "bad_host", "headers: 'host' is missing; send one"),
        Case("Host: a\r\nHost: a\r\n", "400", "bad_host", "headers: 'host' is there twice; send it once"),
        Case(
            "Host: a b\r\n", "400", "bad_host",
            "headers: 'host' is 'a b', which is no 'name' or 'name:port'; mend it"),
        Case(
            "Host:\r\n", "400", "bad_host",
            "headers: 'host' is '', which is no 'name' or 'name:port'; mend it"),
        Case(
            "Host: evil.example:80\r\n", "421", "misdirected",
            "headers: 'host' is 'evil.example', which is not served here; use a configured name or add it to 'server.hosts'"
        ),
        Case(
            "Host: a\r\nExpect: magic\r\n", "417", "unknown_expectation",
            "headers: only 'expect: 100-continue' is understood; remove the header"),
        Case(
            "Host: a\r\n" + String(repeating: "X: y\r\n", count: 100), "431", "headers_too_large",
            "headers: more than 100; send fewer"),
        Case(
            "Host: a\r\nX: " + String(repeating: "y", count: 20_000) + "\r\n", "431", "headers_too_large",
            "headers: more than 16384 bytes; send less"),
    ]

    @Test(arguments: headers) func `refuses headers`(item: Case) throws {
        let answer = try exchange(
            "POST / HTTP/1.1\r\n" + item.request + "\r\n", configure: { $0.servesHost = { $0 == "a" } })
        #expect(problem(answer) == item.answer)
    }

    private static let lengths = [
        Case(
            "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc", "400", "ambiguous_length",
            "headers: 'content-length' is there twice; send it once"),
        Case(
            "Content-Length: 3, 3\r\n\r\nabc", "400", "ambiguous_length",
            "headers: 'content-length' is '3, 3'; send one decimal number"),
        Case(
            "Content-Length: +3\r\n\r\nabc", "400", "ambiguous_length",
            "headers: 'content-length' is '+3'; send one decimal number"),
        Case(
            "Content-Length: -1\r\n\r\nabc", "400", "ambiguous_length",
            "headers: 'content-length' is '-1'; send one decimal number"),
        Case(
            "Content-Length:\r\n\r\nabc", "400", "ambiguous_length",
            "headers: 'content-length' is ''; send one decimal number"),
        Case(
            "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc", "400", "ambiguous_length",
            "headers: 'content-length' beside 'transfer-encoding'; send one of them"),
        Case(
            "Transfer-Encoding: gzip, chunked\r\n\r\nabc", "400", "ambiguous_length",
            "headers: transfer encoding 'gzip, chunked' is not read here; send 'chunked'"),
        Case(
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\nabc", "400", "ambiguous_length",
            "headers: 'transfer-encoding' is there twice; send it once"),
        Case(
            "Content-Length: 1048577\r\n\r\n", "413", "body_too_large",
            "body: more than 1048576 bytes; send less"),
        Case(
            "Content-Length: 99999999999999999999\r\n\r\n", "413", "body_too_large",
            "body: more than 1048576 bytes; send less"),
        Case(
            "Transfer-Encoding: chunked\r\n\r\n100001\r\n", "413", "body_too_large",
            "body: more than 1048576 bytes; send less"),
        Case(
            "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n", "413", "body_too_large",
            "body: more than 1048576 bytes; send less"),
        Case(
            "Transfer-Encoding: chunked\r\n\r\n0x5\r\nabcde\r\n0\r\n\r\n", "400", "bad_chunk",
            "body: a chunk's size is no hexadecimal number; mend it"),
        Case(
            "Transfer-Encoding: chunked\r\n\r\n+5\r\nabcde\r\n0\r\n\r\n", "400", "bad_chunk",
            "body: a chunk's size is no hexadecimal number; mend it"),
        Case(
            "Transfer-Encoding: chunked\r\n\r\n5 \r\nabcde\r\n0\r\n\r\n", "400", "bad_chunk",
            "body: a chunk's size is no hexadecimal number; mend it"),
        Case(
            "Transfer-Encoding: chunked\r\n\r\n5\nabcde\r\n0\r\n\r\n", "400", "bad_chunk",
            "body: a line ends without a carriage return; end every line with CRLF"),
        Case(
            "Transfer-Encoding: chunked\r\n\r\n3\r\nabcde\r\n0\r\n\r\n", "400", "bad_chunk",
            "body: a chunk is longer than its size says; mend the size"),
        Case(
            "Transfer-Encoding: chunked\r\n\r\n0\r\nbad trailer\r\n\r\n", "400", "bad_chunk",
            "body: a trailer is not 'name: value'; mend or remove it"),
        Case(
            "Transfer-Encoding: chunked\r\n\r\n" + String(repeating: "0", count: 5000), "400", "bad_chunk",
            "body: a line between chunks is too long; send no extensions"),
    ]

    @Test(arguments: lengths) func `refuses a body whose length is unclear or too large`(item: Case) throws {
        #expect(problem(try exchange("POST / HTTP/1.1\r\nHost: a\r\n" + item.request)) == item.answer)
    }

    @Test func `HTTP 1_0 knows no chunks`() throws {
        let answer = try exchange("POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
        #expect(
            problem(answer) == [
                "400", "ambiguous_length", "headers: 'transfer-encoding' in HTTP/1.0; send 'content-length'",
            ])
    }

    @Test func `an absolute target must name the same host`() throws {
        let good = try exchange("GET http://a:80/x?y=z HTTP/1.1\r\nHost: a:80\r\nConnection: close\r\n\r\n")
        #expect(good.hasSuffix("GET\nx\ny=z\na\n127.0.0.1\n-\n"))
        let bad = try exchange("GET http://b/x HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(
            problem(bad) == [
                "400", "bad_host", "headers: 'host' differs from the host in the request line; send the same",
            ])
    }

    @Test func `OPTIONS may ask about the server as a whole`() throws {
        let answer = try exchange("OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        #expect(answer.hasSuffix("OPTIONS\n*\n\na\n127.0.0.1\n-\n"))
    }

    @Test func `a refused method is told which are answered`() throws {
        let answer = try exchange("BREW / HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(answer.contains("\r\nallow: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS\r\n"))
    }

    @Test func `a refusal ends the connection, so that nothing behind it is read as a request`() throws {
        let answer = try exchange(
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\n"
                + "GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(answer.components(of: "HTTP/1.1 ") == 1)
        #expect(answer.contains("\r\nconnection: close\r\n"))
    }

    @Test func `a client that goes on sending a refused body can still read why`() throws {
        let answer = try withServer { server in
            let client = try RawClient(server.port)
            client.say("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4000000\r\n\r\n")
            client.say([UInt8](repeating: 0, count: 4_000_000))
            client.finish()
            return client.rest()
        }
        #expect(problem(answer).prefix(2) == ["413", "body_too_large"])
    }

    @Test(arguments: ["GET / HT", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nab"])
    func `a client that stops in the middle is told so`(part: String) throws {
        let answer = try withServer { server in
            let client = try RawClient(server.port)
            client.say(part)
            client.finish()
            return client.rest()
        }
        #expect(
            problem(answer) == [
                "400", "incomplete_request",
                "request: the client stopped sending before its end; send all of it",
            ])
    }
}
