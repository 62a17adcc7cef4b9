import Synchronization

/// What a server counts, from all its loops.
final class Counters: Sendable {
    private let connections = Atomic(0)
    private let requests = Atomic(0)
    private let refused = Atomic(0)
    private let streams = Atomic(0)

    func connectionOpened(limit: Int) -> Bool {
        let isRoom = connections.add(1, ordering: .relaxed).newValue <= limit
        if !isRoom {
            connectionClosed()
            refusedOne()
        }
        return isRoom
    }

    func connectionClosed() { connections.subtract(1, ordering: .relaxed) }
    func requestCame() { requests.add(1, ordering: .relaxed) }
    func refusedOne() { refused.add(1, ordering: .relaxed) }
    func streamOpened() { streams.add(1, ordering: .relaxed) }
    func streamClosed() { streams.subtract(1, ordering: .relaxed) }

    var statistics: Statistics {
        Statistics(
            connections: connections.load(ordering: .relaxed), streams: streams.load(ordering: .relaxed),
            requests: requests.load(ordering: .relaxed), refused: refused.load(ordering: .relaxed))
    }
}

/// A server's counters at one moment.
public struct Statistics: Sendable, Equatable {
    /// Open now.
    public let connections: Int
    /// Open now.
    public let streams: Int
    /// Given to the handler since the start.
    public let requests: Int
    /// Refused by the server itself since the start.
    public let refused: Int
}
