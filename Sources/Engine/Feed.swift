import Synchronization

/// Tells listeners that something was committed; what it was they read from the store.
public final class Feed: Sendable {
    public struct News: Sendable {
        public var conversations: Set<String> = []
        public var hasEvents = false
        /// Something is to leave the house.
        var hasDeliveries = false
        /// Somebody may wait for a human, or be free, who did not before.
        var changesQueue = false

        public init() {}
    }

    private struct State {
        var next = 0
        var listeners: [Int: @Sendable (News) -> Void] = [:]
    }

    private let state = Mutex(State())

    init() {}

    /// The listener is called by the thread that tells of commits, and must return at once.
    public func listen(_ listener: @escaping @Sendable (News) -> Void) -> Int {
        state.withLock { state in
            state.next += 1
            state.listeners[state.next] = listener
            return state.next
        }
    }

    public func stop(_ listener: Int) { state.withLock { $0.listeners[listener] = nil } }

    func tell(_ news: News) {
        for listener in state.withLock({ Array($0.listeners.values) }) { listener(news) }
    }
}
