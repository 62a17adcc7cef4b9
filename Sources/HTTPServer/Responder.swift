import Synchronization

/// The one answer to one request, from any thread and at any time; later answers are dropped.
public final class Responder: Sendable {
    private let connection: Connection
    private let exchange: UInt64
    private let isHEAD: Bool
    private let isChunked: Bool
    private let isUsed = Atomic(false)

    init(_ connection: Connection, exchange: UInt64, head: RequestHead) {
        self.connection = connection
        self.exchange = exchange
        isHEAD = head.isHEAD
        isChunked = head.minorVersion == 1
    }

    // A handler that forgets its request must not leave the client waiting.
    deinit {
        if !isUsed.load(ordering: .acquiring) { respond(Response(.unanswered)) }
    }

    /// Answers the request.
    public func respond(_ response: Response) {
        guard take() else { return }
        let answer = Answer(response, toHEAD: isHEAD)
        connection.loop.deliver(.answer(connection, exchange: exchange, answer))
    }

    /// Answers with a body that goes on until either side ends it; `onClose` is called once, on the server's thread.
    public func stream(
        status: Int = 200, headers: Headers, onClose: @escaping @Sendable () -> Void = {}
    ) -> ResponseStream {
        let state = StreamState(limit: connection.loop.limits.unread, isChunked: isChunked, onClose: onClose)
        let stream = ResponseStream(connection, exchange: exchange, state: state)
        if take() {
            let answer = Answer(status: status, headers: headers, isChunked: isChunked)
            connection.loop.deliver(.open(connection, exchange: exchange, answer, state, hasBody: !isHEAD))
        } else {
            state.finish()
        }
        return stream
    }

    private func take() -> Bool { !isUsed.exchange(true, ordering: .acquiringAndReleasing) }
}
