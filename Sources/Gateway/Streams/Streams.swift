import ConciergeCore
import Engine
import HTTPServer
import Synchronization
import Threads

/// Carries what was committed to whoever listens, from one thread for all of them: an idle stream costs nothing.
final class Streams: Sendable {
    /// Tells proxies and clients that the stream still lives.
    static let heartbeat: Int64 = 15_000_000_000

    private let engine: Engine
    private let news = Mailbox<News>()
    private let state = Mutex(State())

    private enum News: Sendable {
        case opened(Int)
        case conversation(String)
        case events
    }

    private struct State {
        var next = 0
        var streams: [Int: EventStream] = [:]
        /// The streams that follow one conversation.
        var byConversation: [String: Set<Int>] = [:]
        /// The streams that follow every event.
        var ofEvents: Set<Int> = []
        var listener: Int?
        var thread: HostThread?
    }

    init(engine: Engine) { self.engine = engine }

    func start() throws {
        let thread = try HostThread("streams") { [self] in run() }
        let listener = engine.feed.listen { [self] in tell($0) }
        state.withLock { state in
            state.thread = thread
            state.listener = listener
        }
    }

    /// Ends every stream: their clients come back with `Last-Event-ID`.
    func stop() {
        let (listener, thread) = state.withLock { state in
            defer { (state.listener, state.thread) = (nil, nil) }
            return (state.listener, state.thread)
        }
        if let listener { engine.feed.stop(listener) }
        news.close()
        thread?.join()
        state.withLock { $0.streams = [:] }
    }

    /// Takes a stream in; what its client has not seen is sent at once.
    func open(_ source: EventStream.Source, after cursor: Int64, _ reply: Reply) {
        let number = state.withLock { state in
            state.next += 1
            return state.next
        }
        let response = reply.stream(headers: .typed("text/event-stream")) { [self] in close(number) }
        state.withLock { state in
            state.streams[number] = EventStream(source: source, cursor: cursor, response: response)
            switch source {
            case .events: state.ofEvents.insert(number)
            case .conversation(let id, _): state.byConversation[id, default: []].insert(number)
            }
        }
        // A client that left before the lines above was not found by `close`.
        if !response.isOpen { close(number) }
        news.put(.opened(number))
    }

    private func close(_ number: Int) {
        state.withLock { state in
            guard let stream = state.streams.removeValue(forKey: number) else { return }
            switch stream.source {
            case .events: state.ofEvents.remove(number)
            case .conversation(let id, _):
                state.byConversation[id]?.remove(number)
                if state.byConversation[id]?.isEmpty == true { state.byConversation[id] = nil }
            }
        }
    }

    /// Called by the thread that tells of commits: asks only whether anybody listens.
    private func tell(_ told: Feed.News) {
        let (conversations, events) = state.withLock { state in
            guard !state.streams.isEmpty else { return ([String](), false) }
            return (
                told.conversations.filter { state.byConversation[$0] != nil },
                told.hasEvents && !state.ofEvents.isEmpty
            )
        }
        for conversation in conversations { news.put(.conversation(conversation)) }
        if events { news.put(.events) }
    }

    private func run() {
        var nextHeartbeat = monotonicNanoseconds() + Self.heartbeat
        while true {
            let told = news.takeAll(until: nextHeartbeat)
            let now = monotonicNanoseconds()
            if told.isEmpty, now < nextHeartbeat { return }
            feed(told)
            guard now >= nextHeartbeat else { continue }
            nextHeartbeat = now + Self.heartbeat
            for stream in state.withLock({ Array($0.streams.values) }) { stream.sendHeartbeat() }
        }
    }

    /// Feeds each stream that something happened for, once however often it happened.
    private func feed(_ told: [News]) {
        let streams = state.withLock { state in
            var numbers: Set<Int> = []
            for news in told {
                switch news {
                case .opened(let number): numbers.insert(number)
                case .conversation(let id): numbers.formUnion(state.byConversation[id] ?? [])
                case .events: numbers.formUnion(state.ofEvents)
                }
            }
            return numbers.compactMap { state.streams[$0] }
        }
        for stream in streams {
            do { try stream.feed(from: engine.store) } catch {
                // The next news, or the client coming back, tries again from the same place.
                engine.log(.warning, "event stream: \(error)")
            }
        }
    }
}
