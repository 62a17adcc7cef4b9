public import ConciergeCore
import Threads

/// What somebody wants written, and what he is told once it is.
public struct Change<Result: Sendable>: Sendable {
    public var writes: [Write]
    public var result: Result
    /// Facts that follow, for subscribers and webhooks.
    public var events: [Patch.Emission] = []
    public var customer: String?
    public var conversation: String?
    /// What it follows from, if a skill asked for it.
    var cause: Wakeup?

    public init(_ writes: [Write], result: Result) {
        self.writes = writes
        self.result = result
    }
}

extension Change {
    /// An order is made or replaced; `tells`: skills hear of it when it became paid, or is not any more.
    public init(_ order: Order, before: Order?, tells: Bool = true, result: Result) {
        self.init([.order(order)], result: result)
        customer = order.customer
        guard tells, let event = order.event(after: before) else { return }
        events = [.init(name: event, data: order.value)]
    }
}

/// Why a change was not made.
public enum ChangeError: Error, Hashable, CustomStringConvertible {
    case contended
    case unavailable(String)

    public var description: String {
        switch self {
        case .contended: "others kept changing the same data; try again"
        case .unavailable(let reason): reason
        }
    }
}

extension Engine {
    /// Changes a customer's data in its lane, behind what is under way for that customer.
    ///
    /// The body may run again when what it read was changed meanwhile. The completion must return at once.
    public func change<Result: Sendable>(
        lane: String, _ body: @escaping @Sendable (any StoreReader) throws -> Change<Result>,
        completion: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void
    ) {
        enter(lane: lane) { [self] _ in
            attempt(body, tries: 3) { [self] result in
                leave(lane: lane)
                completion(result)
            }
        }
    }

    /// Changes an order in the lane of its customer, and within one of its own: it is nobody else's meanwhile.
    public func change<Result: Sendable>(
        order id: String, of customer: String,
        _ body: @escaping @Sendable (any StoreReader) throws -> Change<Result>,
        completion: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void
    ) {
        // No customer's id has a slash, and whoever holds a customer's lane never waits for one with it.
        change(lane: customer, within: "order/\(id)", body, completion: completion)
    }

    /// Changes what is of two lanes. All who take the same two take them in one order, or they would wait for each other.
    func change<Result: Sendable>(
        lane: String, within outer: String,
        _ body: @escaping @Sendable (any StoreReader) throws -> Change<Result>,
        completion: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void
    ) {
        enter(lane: outer) { [self] _ in
            enter(lane: lane) { [self] _ in
                attempt(body, tries: 3) { [self] result in
                    completion(result)
                    leave(lane: lane)
                    leave(lane: outer)
                }
            }
        }
    }

    /// Changes something at once, beside every lane; waits for the commit, so not for a thread that must not block.
    public func changeNow<Result: Sendable>(
        _ body: @escaping @Sendable (any StoreReader) throws -> Change<Result>
    ) throws -> Result {
        let answer = Mailbox<Swift.Result<Result, any Error>>()
        attempt(body, tries: 5) { answer.put($0) }
        guard let result = answer.take() else { throw ChangeError.unavailable(Committer.stopping) }
        return try result.get()
    }

    func attempt<Result: Sendable>(
        _ body: @escaping @Sendable (any StoreReader) throws -> Change<Result>, tries: Int,
        completion: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void
    ) {
        let change: Change<Result>
        do { change = try store.read { try body($0) } } catch { return completion(.failure(error)) }
        let consequences = consequences(of: change)
        guard !change.writes.isEmpty || !consequences.writes.isEmpty else {
            return completion(.success(change.result))
        }
        committer.put(Commit(change.writes + consequences.writes)) { [self] outcome in
            switch outcome {
            case .committed:
                completion(.success(change.result))
                var news = news(of: change)
                news.hasDeliveries = (change.writes + consequences.writes).contains(where: \.isDelivery)
                news.changesQueue = change.writes.contains(where: \.changesQueue)
                announce(news, wakeups: consequences.wakeups)
            case .conflict, .fenced:
                guard tries > 1 else { return completion(.failure(ChangeError.contended)) }
                // Not on this thread: the body reads, and the writer must not wait for that.
                workers.run { [self] _ in attempt(body, tries: tries - 1, completion: completion) }
            case .unavailable(let reason): completion(.failure(ChangeError.unavailable(reason)))
            }
        }
    }

    private func consequences<Result>(of change: Change<Result>) -> Consequences {
        var consequences = Consequences(
            pipeline: pipeline, identifiers: identifiers, at: clock.now(), customer: change.customer,
            conversation: change.conversation, cause: change.cause)
        for event in change.events {
            consequences.emit(event.name, event.data, by: "host", in: event.conversation)
        }
        return consequences
    }

    private func news<Result>(of change: Change<Result>) -> Feed.News {
        var news = Feed.News()
        if let conversation = change.conversation { news.conversations.insert(conversation) }
        news.hasEvents = !change.events.isEmpty
        return news
    }
}
