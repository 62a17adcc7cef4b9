import CEvent
import Glibc
import Synchronization
import Threads

/// One libevent base on one thread, and the connections that live there.
// Everything but `queue` and `thread` is set before the thread starts and from then on touched by it alone.
final class EventLoop: @unchecked Sendable {
    let configuration: Configuration
    let handler: Handler
    let counters: Counters
    let tls: TLSContext?
    var limits: Limits { configuration.limits }
    /// Monotonic, and as fine as the tick.
    private(set) var now = ContinuousClock.now
    private(set) var statusLines = StatusLines()
    private(set) var isStopping = false
    /// Bytes of bodies that are still arriving.
    var arriving = 0

    private let queue: CommandQueue
    private let thread = Atomic<UInt>(0)
    private(set) var base: OpaquePointer?
    private var events: [OpaquePointer] = []
    private var listener: Listener?
    private var connections: [Connection] = []
    private var commands: [Command] = []
    private var stopDeadline = ContinuousClock.now

    init(
        _ configuration: Configuration, tls: TLSContext?, counters: Counters, handler: @escaping Handler
    ) throws(HTTPServerError) {
        self.configuration = configuration
        self.tls = tls
        self.counters = counters
        self.handler = handler
        queue = try CommandQueue()
        base = Self.makeBase()
        guard base != nil else { throw .outOfResources(what: "an event loop", reason: errorText()) }
        statusLines.refresh()
    }

    deinit { free() }

    private static func makeBase() -> OpaquePointer? {
        let settings = event_config_new()
        defer { event_config_free(settings) }
        // One thread owns the base: other threads speak to it through the queue alone.
        event_config_set_flag(settings, Int32(EVENT_BASE_FLAG_NOLOCK.rawValue))
        return event_base_new_with_config(settings)
    }

    /// Takes connections for `loops` in turn.
    func listen(on descriptor: Int32, for loops: [EventLoop]) throws(HTTPServerError) {
        listener = try Listener(descriptor, on: self, for: loops)
    }

    /// Starts the thread, which keeps the loop alive until it ends.
    func start() throws(ThreadError) -> HostThread {
        try HostThread("http") {
            self.thread.store(UInt(pthread_self()), ordering: .relaxed)
            self.run()
        }
    }

    private func run() {
        // The loop outlives its events: they are freed below.
        let context = Unmanaged.passUnretained(self).toOpaque()
        let flags = Int16(EV_READ | EV_PERSIST)
        let wake = event_new(base, queue.descriptor, flags, { EventLoop.at($2)?.hear() }, context)
        let tick = event_new(base, -1, Int16(EV_PERSIST), { EventLoop.at($2)?.tick() }, context)
        events = [wake, tick].compactMap { $0 }
        let interval = configuration.timeouts.tick.components
        var time = timeval(
            tv_sec: Int(interval.seconds), tv_usec: Int(interval.attoseconds / 1_000_000_000_000))
        event_add(wake, nil)
        event_add(tick, &time)
        event_base_dispatch(base)
        while let connection = connections.last { connection.close() }
        queue.close()
        free()
    }

    private static func at(_ context: UnsafeMutableRawPointer?) -> EventLoop? {
        context.map { Unmanaged<EventLoop>.fromOpaque($0).takeUnretainedValue() }
    }

    private func free() {
        listener = nil
        for event in events { event_free(event) }
        events = []
        if let base { event_base_free(base) }
        base = nil
    }

    /// Does it now when this is the loop's thread, else soon.
    func deliver(_ command: Command) {
        if thread.load(ordering: .relaxed) == UInt(pthread_self()) {
            perform(command)
        } else {
            enqueue(command)
        }
    }

    /// Does it soon, after everything enqueued before, whichever thread this is.
    func enqueue(_ command: Command) {
        if !queue.post(command) { command.drop() }
    }

    private func hear() {
        queue.take(&commands)
        for command in commands { perform(command) }
        commands.removeAll(keepingCapacity: commands.count < 4096)
    }

    private func perform(_ command: Command) {
        switch command {
        case .adopt(let descriptor, let peer): adopt(descriptor, peer: peer)
        case .answer(let connection, let exchange, let answer): connection.answer(exchange, answer)
        case .open(let connection, let exchange, let answer, let stream, let hasBody):
            connection.open(exchange, answer, stream, hasBody: hasBody)
        case .send(let connection, let exchange, let bytes): connection.send(exchange, bytes)
        case .end(let connection, let exchange): connection.end(exchange)
        case .cut(let connection, let exchange): connection.cut(exchange)
        case .stop(let grace): stop(grace: grace)
        }
    }

    private func adopt(_ descriptor: Int32, peer: String) {
        guard !isStopping, let base,
            let connection = Connection(descriptor, peer: peer, loop: self, base: base)
        else {
            Glibc.close(descriptor)
            counters.connectionClosed()
            return
        }
        connection.slot = connections.count
        connections.append(connection)
    }

    /// Called by the connection when it has closed.
    func remove(_ connection: Connection) {
        let last = connections.removeLast()
        if last !== connection {
            connections[connection.slot] = last
            last.slot = connection.slot
        }
        counters.connectionClosed()
        endIfIdle()
    }

    private func tick() {
        now = .now
        statusLines.refresh()
        listener?.resume()
        // From the end: a connection that closes is replaced by one already looked at.
        for index in connections.indices.reversed() { connections[index].sweep() }
        if isStopping && now >= stopDeadline { event_base_loopbreak(base) }
    }

    private func stop(grace: Duration) {
        guard !isStopping else { return }
        isStopping = true
        stopDeadline = .now + grace
        listener = nil
        for index in connections.indices.reversed() { connections[index].wind() }
        endIfIdle()
    }

    private func endIfIdle() {
        if isStopping && connections.isEmpty { event_base_loopbreak(base) }
    }

    func statusLine(_ status: Int, closes: Bool) -> [UInt8] {
        statusLines.bytes(status: status, closes: closes)
    }
}
