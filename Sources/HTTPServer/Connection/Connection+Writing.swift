import CEvent
import Glibc

/// From answers to bytes.
extension Connection {
    private func isWaiting(for exchange: UInt64) -> Bool {
        if case .waiting = phase { exchange == self.exchange } else { false }
    }

    func answer(_ exchange: UInt64, _ answer: Answer) {
        guard isWaiting(for: exchange) else { return }
        let goesOn = keepsAlive && !loop.isStopping
        write(loop.statusLine(answer.status, closes: !goesOn), answer.bytes)
        settle(thenClose: !goesOn)
    }

    /// The server's own refusal; it ends the connection, since what follows cannot be told apart from the refused request.
    func reject(_ problem: Problem) {
        settleBody()
        loop.counters.refusedOne()
        var headers: Headers = [:]
        switch problem.status {
        case 405: headers.append("allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS")
        case 503: headers.append("retry-after", "1")
        default: break
        }
        let answer = Answer(Response(problem, headers: headers), toHEAD: isHEAD)
        phase = .waiting
        write(loop.statusLine(answer.status, closes: true), answer.bytes)
        settle(thenClose: true)
    }

    /// After an answer was handed over: on to the next request, or to the end, as soon as the client has taken it.
    private func settle(thenClose: Bool) {
        if case .closed = phase { return }
        unread = evbuffer_get_length(output)
        if unread == 0 { return thenClose ? leave() : rest() }
        phase = .flushing(thenClose: thenClose)
        deadline = loop.now + timeouts.write
    }

    /// Ends the connection so that the client can still read the last answer: closing over unread bytes would reset it.
    func leave() {
        if peerFinished { return close() }
        if let tls { SSL_shutdown(tls) }
        shutdown(descriptor, Int32(SHUT_WR))
        phase = .lingering
        deadline = loop.now + timeouts.linger
        evbuffer_drain(input, evbuffer_get_length(input))
    }

    func open(_ exchange: UInt64, _ answer: Answer, _ stream: StreamState, hasBody: Bool) {
        loop.counters.streamOpened()
        guard isWaiting(for: exchange) else { return finish(stream) }
        let goesOn = stream.isChunked && keepsAlive && !loop.isStopping
        keepsAlive = goesOn
        phase = .streaming(stream)
        write(loop.statusLine(answer.status, closes: !goesOn), answer.bytes)
        if !hasBody { return endStream(stream, mark: []) }
        if case .streaming = phase, loop.isStopping || peerFinished { end(exchange) }
    }

    private func stream(of exchange: UInt64) -> StreamState? {
        if case .streaming(let stream) = phase, exchange == self.exchange { stream } else { nil }
    }

    func send(_ exchange: UInt64, _ bytes: [UInt8]) {
        guard let stream = stream(of: exchange) else { return }
        stream.release(bytes.count)
        if stream.isChunked {
            write(Array((String(bytes.count, radix: 16) + "\r\n").utf8), bytes, Array("\r\n".utf8))
        } else {
            write(bytes)
        }
        // Gone already when the client was: libevent is not to be asked about nothing.
        if let output, evbuffer_get_length(output) > stream.limit { close() }
    }

    func end(_ exchange: UInt64) {
        guard let stream = stream(of: exchange) else { return }
        endStream(stream, mark: stream.isChunked ? Array("0\r\n\r\n".utf8) : [])
    }

    private func endStream(_ stream: StreamState, mark: [UInt8]) {
        if case .closed = phase { return }
        phase = .waiting
        finish(stream)
        write(mark)
        settle(thenClose: !keepsAlive || loop.isStopping)
    }

    /// Ends a stream whose client reads too slowly, at once.
    func cut(_ exchange: UInt64) {
        if stream(of: exchange) != nil { close() }
    }

    /// Hands bytes to the system at once when nothing waits before them: libevent alone would first ask whether it may write.
    func write(_ first: [UInt8], _ second: [UInt8] = [], _ third: [UInt8] = []) {
        guard let output else { return }
        var sent = 0
        if tls == nil, evbuffer_get_length(output) == 0 {
            sent = writeNow(first, second, third)
            if sent < 0 {
                guard errno == EAGAIN || errno == EINTR else { return close() }
                sent = 0
            }
        }
        for part in [first, second, third] {
            if sent < part.count {
                _ = part.withUnsafeBytes {
                    evbuffer_add(output, $0.baseAddress?.advanced(by: sent), $0.count - sent)
                }
            }
            sent = max(0, sent - part.count)
        }
    }

    private func writeNow(_ first: [UInt8], _ second: [UInt8], _ third: [UInt8]) -> Int {
        first.withUnsafeBytes { first in
            second.withUnsafeBytes { second in
                third.withUnsafeBytes { third in
                    withUnsafeTemporaryAllocation(of: iovec.self, capacity: 3) { parts in
                        for (index, part) in [first, second, third].enumerated() {
                            let base = UnsafeMutableRawPointer(mutating: part.baseAddress)
                            parts[index] = iovec(iov_base: base, iov_len: part.count)
                        }
                        return writev(descriptor, parts.baseAddress, 3)
                    }
                }
            }
        }
    }
}
