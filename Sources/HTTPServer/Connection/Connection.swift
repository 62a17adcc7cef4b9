import CEvent
import Glibc

/// One client, from accept to close: requests one after the other, each answered before the next is read.
// Touched by its loop's thread alone; other threads only carry the reference, in commands to that loop.
final class Connection: @unchecked Sendable {
    /// Where the conversation with the client stands.
    enum Phase {
        case idle
        case head(HeadScanner)
        case body(RequestHead, BodyReader)
        case waiting
        case streaming(StreamState)
        case flushing(thenClose: Bool)
        case lingering
        case closed
    }

    let loop: EventLoop
    let peer: String
    let descriptor: Int32
    let tls: OpaquePointer?
    /// Its place among the loop's connections.
    var slot = 0
    var phase = Phase.idle
    /// When the current phase has lasted too long.
    var deadline: ContinuousClock.Instant
    /// Counts requests, so that a late answer cannot reach a later one.
    var exchange: UInt64 = 0
    var keepsAlive = true
    var isHEAD = false
    /// The client has sent its last byte, but may still read.
    var peerFinished = false
    /// Bytes of the body so far, as counted in `loop.arriving`.
    var arriving = 0
    /// What was unread at the last look.
    var unread = 0
    private var isAdvancing = false
    private var handle: OpaquePointer?

    init?(_ descriptor: Int32, peer: String, loop: EventLoop, base: OpaquePointer) {
        self.descriptor = descriptor
        self.peer = peer
        self.loop = loop
        deadline = loop.now + loop.configuration.timeouts.head
        let options = Int32(BEV_OPT_CLOSE_ON_FREE.rawValue)
        if let context = loop.tls {
            guard let session = context.makeSession() else { return nil }
            tls = session
            handle = bufferevent_openssl_socket_new(
                base, descriptor, session, BUFFEREVENT_SSL_ACCEPTING, options)
            guard let handle else {
                SSL_free(session)
                return nil
            }
            bufferevent_openssl_set_allow_dirty_shutdown(handle, 1)
        } else {
            tls = nil
            handle = bufferevent_socket_new(base, descriptor, options)
        }
        guard let handle else { return nil }
        follow(handle)
    }

    private func follow(_ handle: OpaquePointer) {
        // The loop keeps the connection until `close`, which frees the handle.
        let context = Unmanaged.passUnretained(self).toOpaque()
        bufferevent_setcb(
            handle, { Connection.at($1)?.readable() }, { Connection.at($1)?.drained() },
            { Connection.at($2)?.happened($1) }, context)
        // A client may send ahead only this much while its request waits for the answer.
        bufferevent_setwatermark(handle, Int16(EV_READ), 0, loop.limits.head + (16 << 10))
        bufferevent_enable(handle, Int16(EV_READ))
    }

    private static func at(_ context: UnsafeMutableRawPointer?) -> Connection? {
        context.map { Unmanaged<Connection>.fromOpaque($0).takeUnretainedValue() }
    }

    var input: OpaquePointer? { handle.map { bufferevent_get_input($0) } ?? nil }
    var output: OpaquePointer? { handle.map { bufferevent_get_output($0) } ?? nil }
    var timeouts: Timeouts { loop.configuration.timeouts }

    private func readable() {
        switch phase {
        case .idle, .head, .body: advance()
        case .streaming, .lingering: evbuffer_drain(input, evbuffer_get_length(input))
        // Kept until the answer is out: the next request of a client that does not wait.
        case .waiting, .flushing, .closed: break
        }
    }

    private func drained() {
        guard evbuffer_get_length(output) == 0 else { return }
        if case .flushing(let thenClose) = phase {
            thenClose ? leave() : rest()
        }
    }

    private func happened(_ what: Int16) {
        if what & Int16(BEV_EVENT_CONNECTED) != 0 { return }
        guard what & Int16(BEV_EVENT_EOF) != 0 else { return close() }
        peerFinished = true
        switch phase {
        case .idle, .head, .body: advance()
        case .waiting, .flushing: break
        case .streaming, .lingering, .closed: close()
        }
    }

    /// Reads as many requests as can be answered at once.
    func advance() {
        // A handler that answers at once comes back here: the loop below goes on for it.
        guard !isAdvancing else { return }
        isAdvancing = true
        defer { isAdvancing = false }
        do throws(Problem) {
            while try step() {}
            if peerFinished { try finishInput() }
        } catch {
            reject(error)
        }
    }

    private func finishInput() throws(Problem) {
        switch phase {
        case .idle: close()
        case .head, .body: throw .incomplete
        default: break
        }
    }

    /// Ready for the next request, part of which may be here already.
    func rest() {
        phase = .idle
        deadline = loop.now + timeouts.idle
        if loop.isStopping { return leave() }
        if peerFinished || evbuffer_get_length(input) > 0 { advance() }
    }

    /// Looks at the clock.
    func sweep() {
        switch phase {
        case .idle: if loop.now > deadline { close() }
        case .head: if loop.now > deadline { reject(.slow("headers", timeouts.head)) }
        case .body: if loop.now > deadline { reject(.slow("body", timeouts.body)) }
        case .flushing: checkProgress()
        case .lingering: if loop.now > deadline { close() }
        case .waiting, .streaming, .closed: break
        }
    }

    private func checkProgress() {
        let left = evbuffer_get_length(output)
        if left < unread {
            unread = left
            deadline = loop.now + timeouts.write
        } else if loop.now > deadline {
            close()
        }
    }

    /// The server stops: what is begun is finished, what is idle ends.
    func wind() {
        switch phase {
        case .idle: close()
        case .streaming: end(exchange)
        default: break
        }
    }

    func close() {
        guard let handle else { return }
        self.handle = nil
        let last = phase
        phase = .closed
        settleBody()
        bufferevent_free(handle)
        loop.remove(self)
        if case .streaming(let stream) = last { finish(stream) }
    }

    func finish(_ stream: StreamState) {
        loop.counters.streamClosed()
        stream.finish()
    }

    /// Gives back what the body had of the common allowance.
    func settleBody() {
        loop.arriving -= arriving
        arriving = 0
    }
}
