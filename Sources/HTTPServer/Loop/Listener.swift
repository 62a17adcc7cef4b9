import CEvent
import Glibc

/// Accepts connections on one loop and hands them to all loops in turn, so that each has as many as the others.
final class Listener {
    private let loops: [EventLoop]
    private let configuration: Configuration
    private let counters: Counters
    private var handle: OpaquePointer?
    private var next = 0
    private var isPaused = false

    init(_ descriptor: Int32, on loop: EventLoop, for loops: [EventLoop]) throws(HTTPServerError) {
        self.loops = loops
        configuration = loop.configuration
        counters = loop.counters
        // This listener outlives its handle: `deinit` frees it.
        let context = Unmanaged.passUnretained(self).toOpaque()
        let flags = UInt32(LEV_OPT_CLOSE_ON_FREE | LEV_OPT_CLOSE_ON_EXEC)
        handle = evconnlistener_new(
            loop.base, { Listener.at($4)?.accept($1, $2, $3) }, context, flags, 0, descriptor)
        guard handle != nil else { throw .outOfResources(what: "a listener", reason: errorText()) }
        evconnlistener_set_error_cb(handle) { _, context in Listener.at(context)?.pause() }
    }

    deinit { evconnlistener_free(handle) }

    private static func at(_ context: UnsafeMutableRawPointer?) -> Listener? {
        context.map { Unmanaged<Listener>.fromOpaque($0).takeUnretainedValue() }
    }

    private func accept(_ descriptor: Int32, _ address: UnsafeMutablePointer<sockaddr>?, _ length: Int32) {
        guard counters.connectionOpened(limit: configuration.limits.connections) else {
            return refuse(descriptor)
        }
        let peer = address.map { numericHost($0, socklen_t(length)) } ?? ""
        next = (next + 1) % loops.count
        loops[next].deliver(.adopt(descriptor, peer: peer))
    }

    // Best effort: to wait for this client would be to serve it.
    private func refuse(_ descriptor: Int32) {
        if configuration.tls == nil {
            let answer = Answer(Response(.crowded, headers: ["retry-after": "1"]), toHEAD: false)
            var lines = StatusLines()
            lines.refresh()
            let bytes = lines.bytes(status: answer.status, closes: true) + answer.bytes
            _ = bytes.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            shutdown(descriptor, Int32(SHUT_WR))
        }
        Glibc.close(descriptor)
    }

    // Out of file descriptors: the waiting connection would wake the loop again and again.
    private func pause() {
        isPaused = true
        evconnlistener_disable(handle)
    }

    func resume() {
        guard isPaused else { return }
        isPaused = false
        evconnlistener_enable(handle)
    }
}

/// An address as numbers; an IPv4 client on an IPv6 socket is shown as IPv4.
private func numericHost(_ address: UnsafeMutablePointer<sockaddr>, _ length: socklen_t) -> String {
    var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
    guard getnameinfo(address, length, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST) == 0 else {
        return ""
    }
    let name = String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    return name.hasPrefix("::ffff:") ? String(name.dropFirst(7)) : name
}
