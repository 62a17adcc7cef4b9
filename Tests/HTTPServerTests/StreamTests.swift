import Glibc
import HTTPServer
import Testing

@Suite struct StreamTests {
    private let request = "GET /events HTTP/1.1\r\nHost: a\r\n\r\n"
    private let headers: Headers = ["content-type": "text/event-stream"]

    @Test func `sends each piece as a chunk, from any thread, and the next request follows`() throws {
        try withServer(handler: { [headers] request, responder in
            guard request.path == "/events" else { return echo(request, responder) }
            let stream = responder.stream(headers: headers)
            stream.send(Array("data: 1\n\n".utf8))
            startThread {
                stream.send(Array("data: 2\n\n".utf8))
                stream.send([])
                stream.close()
                stream.send(Array("too late".utf8))
            }
        }) { server in
            let client = try RawClient(server.port)
            client.say(request)
            let head = client.until("\r\n\r\n")
            #expect(head.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(head.hasSuffix("content-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n"))
            #expect(client.until("0\r\n\r\n") == "9\r\ndata: 1\n\n\r\n9\r\ndata: 2\n\n\r\n0\r\n\r\n")
            client.say("GET /next HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            #expect(client.rest().hasSuffix("GET\nnext\n\na\n127.0.0.1\n-\n"))
        }
    }

    @Test func `the loop's own thread does not overtake what another thread sent before it`() throws {
        let answer = try exchange("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n") { _, responder in
            let stream = responder.stream(headers: [:])
            let sent = Signal<Bool>()
            startThread { sent.send(stream.send(Array("1".utf8))) }
            #expect(sent.wait() == true)
            stream.send(Array("2".utf8))
            stream.close()
        }
        #expect(answer.hasSuffix("\r\n\r\n1\r\n1\r\n1\r\n2\r\n0\r\n\r\n"))
    }

    @Test func `HTTP 1_0 gets the bytes bare until the connection closes`() throws {
        let answer = try exchange("GET / HTTP/1.0\r\nHost: a\r\n\r\n") { _, responder in
            responder.stream(headers: [:]).send(Array("bare".utf8))
        }
        #expect(answer.contains("\r\nconnection: close\r\n"))
        #expect(answer.hasSuffix("\r\n\r\nbare"))
    }

    @Test func `HEAD gets no body`() throws {
        let answer = try exchange("HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n") { _, responder in
            responder.stream(headers: [:]).send(Array("body".utf8))
        }
        #expect(answer.hasSuffix("\r\n\r\n"))
    }

    @Test func `its owner hears once that the client has left`() throws {
        let opened = Signal<ResponseStream>()
        let closed = Signal<Bool>()
        try withServer(handler: { _, responder in
            opened.send(responder.stream(headers: [:]) { closed.send(true) })
        }) { server in
            let client = try RawClient(server.port)
            client.say(request)
            let stream = try #require(opened.wait())
            #expect(client.until("\r\n\r\n").hasPrefix("HTTP/1.1 200 OK\r\n"))
            client.close()
            #expect(closed.wait() == true)
            #expect(!stream.isOpen)
            #expect(!stream.send([1]))
        }
        #expect(closed.count == 1)
    }

    @Test func `a client that resets its stream while a piece is on its way does no harm`() throws {
        let opened = Signal<ResponseStream>()
        let held = Signal<Bool>()
        let release = Signal<Bool>()
        let handler: Handler = { [headers] request, responder in
            if request.path == "/events" { return opened.send(responder.stream(headers: headers)) }
            held.send(true)
            _ = release.wait()
            echo(request, responder)
        }
        try withServer(configure: { $0.threads = 1 }, handler: handler) { server in
            let leaving = try RawClient(server.port)
            leaving.say(request)
            #expect(leaving.until("\r\n\r\n").hasPrefix("HTTP/1.1 200 OK\r\n"))
            let stream = try #require(opened.wait())
            let staying = try RawClient(server.port)
            staying.say("GET /hold HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            #expect(held.wait() == true)
            // The loop finds the piece first, then the reset.
            stream.send(Array("data: 1\n\n".utf8))
            leaving.reset()
            release.send(true)
            #expect(staying.rest().hasSuffix("\n-\n"))
            while stream.isOpen { sched_yield() }
        }
    }

    @Test func `a client that reads too slowly is cut off`() throws {
        let opened = Signal<ResponseStream>()
        let closed = Signal<Bool>()
        try withServer(
            configure: { $0.limits.unread = 100_000 },
            handler: { _, responder in opened.send(responder.stream(headers: [:]) { closed.send(true) }) },
            { server in
                let client = try RawClient(server.port)
                client.say(request)
                let stream = try #require(opened.wait())
                let piece = [UInt8](repeating: 1, count: 10_000)
                while stream.send(piece) {}
                #expect(closed.wait() == true)
                #expect(server.statistics.streams == 0)
                client.close()
            })
    }

    @Test func `a second answer as a stream is closed from the start`() throws {
        let closed = Signal<Bool>()
        let answer = try exchange("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n") { _, responder in
            responder.respond(Response(body: [65]))
            let stream = responder.stream(headers: [:]) { closed.send(true) }
            #expect(!stream.send([66]))
        }
        #expect(answer.hasSuffix("\r\n\r\nA"))
        #expect(closed.wait() == true)
    }
}
