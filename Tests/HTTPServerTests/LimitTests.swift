import Glibc
import HTTPServer
import Testing

@Suite struct LimitTests {
    private let request = "GET / HTTP/1.1\r\nHost: a\r\n\r\n"

    @Test(arguments: [
        ("GET / HTTP/1.1\r\nHost:", "headers"),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc", "body"),
        ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nab", "body"),
    ]) func `a slow request is told so`(text: String, part: String) throws {
        let answer = try exchange(
            text,
            configure: {
                $0.timeouts.head = .milliseconds(50)
                $0.timeouts.body = .milliseconds(50)
            })
        #expect(
            problem(answer) == ["408", "slow_request", "\(part): not complete after 50 ms; send it faster"])
    }

    @Test func `a client that says nothing is left without a word`() throws {
        #expect(try exchange("", configure: { $0.timeouts.head = .milliseconds(50) }) == "")
    }

    @Test func `a connection that rests too long is closed`() throws {
        let answer = try exchange(request, configure: { $0.timeouts.idle = .milliseconds(50) })
        #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(!answer.contains("connection: close"))
    }

    @Test func `a client that takes nothing of its answer is given up`() throws {
        let body = [UInt8](repeating: 1, count: 50 << 20)
        let handler: Handler = { $1.respond(Response(body: body)) }
        try withServer(configure: { $0.timeouts.write = .milliseconds(50) }, handler: handler) { server in
            let client = try RawClient(server.port)
            client.say(request)
            while server.statistics.requests == 0 || server.statistics.connections > 0 { sched_yield() }
            #expect(client.rest().utf8.count < body.count)
        }
    }

    @Test func `past the limit of connections a client is sent away`() throws {
        try withServer(configure: { $0.limits.connections = 1 }) { server in
            let first = try RawClient(server.port)
            first.say(request)
            #expect(first.until("\r\n\r\n").hasPrefix("HTTP/1.1 200 OK\r\n"))
            let answer = try RawClient(server.port).rest()
            #expect(
                problem(answer) == [
                    "503", "too_many_connections",
                    "server: all connections are in use; try again in a moment",
                ])
            #expect(answer.contains("\r\nretry-after: 1\r\n"))
            first.close()
            while server.statistics.connections > 0 { sched_yield() }
            let third = try RawClient(server.port)
            third.say(request)
            #expect(third.until("\r\n\r\n").hasPrefix("HTTP/1.1 200 OK\r\n"))
        }
    }

    @Test func `past the allowance of arriving bodies one of them is refused`() throws {
        let text =
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5000\r\n\r\n" + String(repeating: "x", count: 2000)
        let answer = try exchange(
            text,
            configure: {
                $0.threads = 1
                $0.limits.arriving = 1000
            })
        #expect(
            problem(answer) == [
                "503", "too_much_arriving",
                "server: too many large bodies are arriving; try again in a moment",
            ])
    }

    @Test func `a body may have exactly the size allowed`() throws {
        let head = "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
        for body in [
            "Content-Length: 4\r\n\r\nabcd", "Transfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n0\r\n\r\n",
        ] {
            let answer = try exchange(head + body, configure: { $0.limits.body = 4 })
            #expect(answer.hasSuffix("\nabcd"))
        }
    }

    @Test func `counts what it did`() throws {
        try withServer { server in
            let client = try RawClient(server.port)
            client.say(request + request + "BREW / HTTP/1.1\r\nHost: a\r\n\r\n")
            _ = client.rest()
            #expect(server.statistics.requests == 2)
            #expect(server.statistics.refused == 1)
            #expect(server.statistics.streams == 0)
        }
    }
}
