import HTTPServer
import Testing

@Suite struct StopTests {
    private let request = "GET / HTTP/1.1\r\nHost: a\r\n\r\n"

    @Test func `what is in flight is finished, what rests is closed, and nobody new comes in`() throws {
        let asked = Signal<Responder>()
        let server = try Server.start(Configuration()) { request, responder in
            request.path == "/slow" ? asked.send(responder) : echo(request, responder)
        }
        let resting = try RawClient(server.port)
        resting.say(request)
        #expect(resting.until("\n-\n").hasPrefix("HTTP/1.1 200 OK\r\n"))
        let waiting = try RawClient(server.port)
        waiting.say("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n")
        let responder = try #require(asked.wait())
        let stopped = Signal<Bool>()
        startThread {
            server.stop(grace: .seconds(20))
            stopped.send(true)
        }
        #expect(resting.isAtEnd)
        responder.respond(Response(body: Array("done".utf8)))
        let answer = waiting.rest()
        #expect(answer.contains("\r\nconnection: close\r\n"))
        #expect(answer.hasSuffix("\r\n\r\ndone"))
        waiting.close()
        #expect(stopped.wait() == true)
        #expect(throws: RawClient.Refused.self) { _ = try RawClient(server.port) }
    }

    @Test func `a stream is ended in order`() throws {
        let opened = Signal<ResponseStream>()
        let closed = Signal<Bool>()
        let server = try Server.start(Configuration()) { _, responder in
            opened.send(responder.stream(headers: [:]) { closed.send(true) })
        }
        let client = try RawClient(server.port)
        client.say(request)
        _ = opened.wait()
        let stopped = Signal<Bool>()
        startThread {
            server.stop(grace: .seconds(20))
            stopped.send(true)
        }
        #expect(client.rest().hasSuffix("\r\n\r\n0\r\n\r\n"))
        client.close()
        #expect(closed.wait() == true)
        #expect(stopped.wait() == true)
    }

    @Test func `when the grace is over it stops all the same, and a late answer does no harm`() throws {
        let asked = Signal<Responder>()
        let closed = Signal<Bool>()
        let server = try Server.start(Configuration()) { _, responder in asked.send(responder) }
        let client = try RawClient(server.port)
        client.say(request)
        let responder = try #require(asked.wait())
        server.stop(grace: .milliseconds(20))
        #expect(client.isAtEnd)
        let stream = responder.stream(headers: [:]) { closed.send(true) }
        #expect(closed.wait() == true)
        #expect(!stream.isOpen)
        server.stop(grace: .zero)
    }
}
