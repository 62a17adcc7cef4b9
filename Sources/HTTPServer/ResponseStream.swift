import Synchronization

/// A body without an end, such as server-sent events; it ends when this is closed or let go.
// Everything goes through the loop's queue, from the loop's own thread too: done at once there, it would overtake what
// other threads have sent. The end may well come from that thread, when a handler is the last to let its stream go.
public final class ResponseStream: Sendable {
    private let connection: Connection
    private let exchange: UInt64
    private let state: StreamState

    init(_ connection: Connection, exchange: UInt64, state: StreamState) {
        self.connection = connection
        self.exchange = exchange
        self.state = state
    }

    deinit { close() }

    /// False once the client is gone or was cut off for reading too slowly.
    public var isOpen: Bool { state.isOpen }

    /// Sends from any thread, and says whether the stream still takes anything.
    @discardableResult
    public func send(_ bytes: [UInt8]) -> Bool {
        guard !bytes.isEmpty, state.isOpen else { return state.isOpen }
        guard state.reserve(bytes.count) else {
            connection.loop.enqueue(.cut(connection, exchange: exchange))
            return false
        }
        connection.loop.enqueue(.send(connection, exchange: exchange, bytes))
        return true
    }

    /// Ends the body after what was sent.
    public func close() {
        guard state.isOpen else { return }
        connection.loop.enqueue(.end(connection, exchange: exchange))
    }
}

/// What a stream's owner and its connection both know of it.
final class StreamState: Sendable {
    let isChunked: Bool
    let limit: Int
    private let queued = Atomic(0)
    private let finished = Atomic(false)
    private let onClose: @Sendable () -> Void

    init(limit: Int, isChunked: Bool, onClose: @escaping @Sendable () -> Void) {
        self.limit = limit
        self.isChunked = isChunked
        self.onClose = onClose
    }

    var isOpen: Bool { !finished.load(ordering: .acquiring) }

    /// Counts bytes on their way to the loop; false when that is more than a slow reader may cost.
    func reserve(_ count: Int) -> Bool {
        queued.add(count, ordering: .relaxed).newValue <= limit
    }

    func release(_ count: Int) { queued.subtract(count, ordering: .relaxed) }

    func finish() {
        if !finished.exchange(true, ordering: .acquiringAndReleasing) { onClose() }
    }
}
