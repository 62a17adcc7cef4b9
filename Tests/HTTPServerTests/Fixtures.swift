import Glibc
import HTTPServer
import Synchronization
import Testing

/// Answers with what it understood, from the loop's own thread.
func echo(_ request: Request, _ responder: Responder) {
    let query = request.query.map { "\($0.name)=\($0.value)" }.joined(separator: ",")
    let lines = [
        request.method, request.segments.joined(separator: "|"), query, request.host, request.peer,
        request.headers["X-Test"] ?? "-", String(decoding: request.body, as: UTF8.self),
    ]
    responder.respond(
        Response(
            headers: ["content-type": "text/plain"], body: Array(lines.joined(separator: "\n").utf8)))
}

/// A server on a free port that ends with its test.
func withServer<Result>(
    configure: (inout Configuration) -> Void = { _ in }, handler: @escaping Handler = echo,
    _ body: (Server) throws -> Result
) throws -> Result {
    var configuration = Configuration()
    configure(&configuration)
    let server = try Server.start(configuration, handler: handler)
    defer { server.stop(grace: .zero) }
    return try body(server)
}

/// Says the text on a new connection and gives what came until the server closed it.
func exchange(
    _ text: String, handler: @escaping Handler = echo, configure: (inout Configuration) -> Void = { _ in }
) throws -> String {
    try withServer(configure: configure, handler: handler) { server in
        let client = try RawClient(server.port)
        client.say(text)
        return client.rest()
    }
}

/// Status, code and detail of a `problem+json` answer.
func problem(_ answer: String) -> [String] {
    func field(_ name: String) -> String {
        guard let start = answer.firstRange(of: "\"\(name)\":\"") else { return "no \(name)" }
        return String(answer[start.upperBound...].prefix { $0 != "\"" })
    }
    guard answer.contains("content-type: application/problem+json\r\n") else {
        return ["no problem", answer]
    }
    return [String(answer.dropFirst(9).prefix(3)), field("code"), field("detail")]
}

/// Lets a test wait for what another thread will say.
final class Signal<Value: Sendable>: Sendable {
    private let values = Mutex<[Value]>([])
    // Set in init and destroyed in deinit; POSIX semaphores are made for any thread.
    private nonisolated(unsafe) let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

    /// How often it was sent.
    var count: Int { values.withLock { $0.count } }

    init() { sem_init(semaphore, 0, 0) }

    deinit {
        sem_destroy(semaphore)
        semaphore.deallocate()
    }

    func send(_ new: Value) {
        values.withLock { $0.append(new) }
        sem_post(semaphore)
    }

    func wait() -> Value? {
        while sem_wait(semaphore) != 0 {}
        return values.withLock { $0.last }
    }
}

func startThread(_ body: @escaping @Sendable () -> Void) {
    let box = Unmanaged.passRetained(Box(body))
    var thread = pthread_t()
    pthread_create(
        &thread, nil,
        {
            if let context = $0 { Unmanaged<Box>.fromOpaque(context).takeRetainedValue().body() }
            return nil
        }, box.toOpaque())
    pthread_detach(thread)
}

private final class Box: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}
