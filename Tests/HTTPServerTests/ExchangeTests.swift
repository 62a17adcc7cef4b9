import Glibc
import HTTPServer
import Testing

@Suite struct ExchangeTests {
    @Test func `gives the handler every part of a request`() throws {
        let answer = try exchange(
            "POST /v1/a%2Fb/%E4%BD%A0?q=a+b%26c&flag HTTP/1.1\r\nHost: LocalHost:80\r\nx-TEST:  two words \r\n"
                + "Content-Length: 4\r\nConnection: close\r\n\r\nbody")
        #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\ndate: "))
        #expect(answer.contains("\r\nconnection: close\r\n"))
        #expect(
            answer.hasSuffix("\r\n\r\nPOST\nv1|a/b|你\nq=a b&c,flag=\nlocalhost\n127.0.0.1\ntwo words\nbody"))
    }

    @Test func `keeps the connection for the next request, also when both came at once`() throws {
        let one = "GET /1 HTTP/1.1\r\nHost: a\r\n\r\n"
        let last = "GET /2 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
        let answer = try exchange(one + "\r\n" + one + last)
        #expect(answer.components(of: "HTTP/1.1 200 OK") == 3)
        #expect(answer.components(of: "connection: close") == 1)
        #expect(answer.hasSuffix("GET\n2\n\na\n127.0.0.1\n-\n"))
    }

    @Test(arguments: ["1\r\n", "ab"]) func `puts a chunked body together`(first: String) throws {
        let size = first == "ab" ? "2;x=y\r\n" : ""
        let text = first == "ab" ? "ab" : "c"
        let answer = try exchange(
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\nConnection: close\r\n\r\n"
                + (size.isEmpty ? first : size) + text + "\r\n00a\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n")
        #expect(answer.hasSuffix("\n" + text + "0123456789"))
    }

    @Test func `reads a request that comes byte by byte`() throws {
        let answer = try withServer { server in
            let client = try RawClient(server.port)
            let request =
                "PUT /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                + "3\r\nabc\r\n0\r\n\r\n"
            for byte in request.utf8 { client.say([byte]) }
            return client.rest()
        }
        #expect(answer.hasSuffix("PUT\nx\n\na\n127.0.0.1\n-\nabc"))
    }

    @Test func `answers from another thread`() throws {
        let answer = try exchange("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n") { _, responder in
            startThread { responder.respond(Response(status: 201, body: Array("later".utf8))) }
        }
        #expect(answer.hasPrefix("HTTP/1.1 201 Created\r\n"))
        #expect(answer.hasSuffix("content-length: 5\r\n\r\nlater"))
    }

    @Test func `only the first answer counts`() throws {
        let answer = try exchange("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n") { _, responder in
            responder.respond(Response(body: Array("first".utf8)))
            responder.respond(Response(body: Array("second".utf8)))
        }
        #expect(answer.hasSuffix("\r\n\r\nfirst"))
    }

    @Test func `a forgotten request is answered all the same`() throws {
        let answer = try exchange("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n") { _, _ in }
        #expect(
            problem(answer) == [
                "500", "no_answer",
                "server: the request was dropped without an answer; try again and report it",
            ])
    }

    @Test func `HEAD gets the length but no body`() throws {
        let answer = try exchange("HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        #expect(answer.contains("content-length: 21\r\n"))
        #expect(answer.hasSuffix("\r\n\r\n"))
    }

    @Test(arguments: [204, 304]) func `an answer without body has no length`(status: Int) throws {
        let answer = try exchange("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n") { _, responder in
            responder.respond(Response(status: status, body: [1, 2, 3]))
        }
        #expect(!answer.contains("content-length"))
        #expect(answer.hasSuffix("\r\n\r\n"))
    }

    @Test func `a line end in a header's value starts no header`() throws {
        let answer = try exchange("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n") { _, responder in
            responder.respond(Response(headers: ["location": "/x\r\nset-cookie: a=b"]))
        }
        #expect(answer.contains("location: /x  set-cookie: a=b\r\n"))
    }

    @Test func `a client that has sent everything and closed its half still gets its answer`() throws {
        let answer = try withServer { server in
            let client = try RawClient(server.port)
            client.say("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            client.finish()
            return client.rest()
        }
        #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
    }

    @Test func `asks for the body when the client waits to be asked`() throws {
        let answer = try withServer { server in
            let client = try RawClient(server.port)
            client.say(
                "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\nConnection: close\r\n\r\n"
            )
            #expect(client.until("\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n")
            client.say("ok")
            return client.rest()
        }
        #expect(answer.hasSuffix("\nok"))
    }

    @Test func `a client that leaves before it can be asked for its body does no harm`() throws {
        let held = Signal<Bool>()
        let release = Signal<Bool>()
        let handler: Handler = { request, responder in
            if request.path == "/hold" {
                held.send(true)
                _ = release.wait()
            }
            echo(request, responder)
        }
        try withServer(configure: { $0.threads = 1 }, handler: handler) { server in
            let leaving = try RawClient(server.port)
            leaving.say("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(leaving.until("\n-\n").hasPrefix("HTTP/1.1 200 OK\r\n"))
            let staying = try RawClient(server.port)
            staying.say("GET /hold HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            #expect(held.wait() == true)
            leaving.say("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n")
            leaving.reset()
            release.send(true)
            #expect(staying.rest().hasSuffix("\n-\n"))
            while server.statistics.connections > 1 { sched_yield() }
            #expect(server.statistics.requests == 2)
        }
    }

    @Test func `a large answer reaches a client that reads late`() throws {
        let body = [UInt8](repeating: UInt8(ascii: "x"), count: 20 << 20)
        let answer = try exchange("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n") { _, responder in
            responder.respond(Response(body: body))
        }
        #expect(answer.utf8.count > body.count)
        #expect(answer.hasSuffix("xxx"))
    }
}

extension String {
    func components(of part: String) -> Int { ranges(of: part).count }
}
