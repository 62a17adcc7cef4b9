public import ConciergeCore
import Synchronization
import Threads

/// Carries every turn from its channel to its commit, on threads of the host's own.
public final class Engine: Sendable {
    /// How many messages of a conversation a skill is shown.
    public static let historyLength = 20

    public enum LogLevel: String, Sendable { case debug, info, notice, warning, error }

    public let store: any Store
    public let clock: any HostClock
    public let identifiers = Identifiers()
    public let metrics = Metrics()
    public let feed = Feed()
    public let log: @Sendable (LogLevel, String) -> Void

    let carriers: [String: any Carrier]
    public let knowledge: (any KnowledgeSource)?
    let understanding: (any Understanding)?
    let links: (any PageLinks)?
    let workers = Workers()
    let committer: Committer
    let timekeeper = Timekeeper()
    let lanes = Lanes()
    let bursts = Bursts()
    let workload: Workload
    let merged = MergedCustomers()
    let housekeeper: Housekeeper
    /// Whether a look at the queue is on its way.
    let isQueueAttended = Atomic(false)

    private let current: Mutex<Pipeline>
    private let state = Mutex(State())
    private let threads = Mutex<[HostThread]>([])

    private struct State {
        var isStopping = false
        var lastNumber: UInt64 = 0
        /// Turns that a skill may be asked about now, by the number it was given.
        var running: [UInt64: TurnRun] = [:]
    }

    public init(
        store: any Store, clock: any HostClock = SystemClock(), carriers: [String: any Carrier] = [:],
        knowledge: (any KnowledgeSource)? = nil, understanding: (any Understanding)? = nil,
        links: (any PageLinks)? = nil,
        pipeline: Pipeline,
        log: @escaping @Sendable (LogLevel, String) -> Void = { _, _ in }
    ) {
        self.store = store
        self.clock = clock
        self.carriers = carriers
        self.knowledge = knowledge
        self.understanding = understanding
        self.links = links
        self.log = log
        current = Mutex(pipeline)
        committer = Committer(store: store)
        workload = Workload(monotonic: clock.monotonic)
        housekeeper = Housekeeper()
    }

    /// Starts the threads and takes up what an earlier process left: due deliveries, events, timers; not `open`: only
    /// once it is opened.
    public func start(workers count: Int = 2, couriers: Int = 2, open: Bool = true) throws {
        housekeeper.isOpen.store(open, ordering: .releasing)
        let courier = Courier(
            carriers: carriers, committer: committer, clock: clock, metrics: metrics, log: log
        ) { [housekeeper] in
            housekeeper.wake()
        }
        merged.replace(try store.read { try $0.mergedCustomers() })
        try workers.start(count)
        let started = try committer.start() + [timekeeper.start(), housekeeper.start(self, courier)]
        let carrying = try courier.start(couriers)
        threads.withLock { $0 = started + carrying }
        attendQueue()
    }

    /// From now on what is due is done.
    public func open() {
        housekeeper.isOpen.store(true, ordering: .releasing)
        housekeeper.wake()
    }

    public var pipeline: Pipeline { current.withLock { $0 } }

    /// New turns go to the new skills; `drained` runs when the last turn of the old ones is over.
    public func replace(_ pipeline: Pipeline, drained: @escaping @Sendable () -> Void) {
        let old = current.withLock { current in
            defer { current = pipeline }
            return current
        }
        old.drain(drained)
        attendQueue()
    }

    /// Why nothing can be written now; nil while commits succeed.
    public var storeTrouble: String? { committer.trouble }

    /// How many threads run skills; 0 means that no turn can go on.
    public var workerCount: Int { workers.count }

    /// Takes a message in; the completion is called once, on a thread of the engine, and must return at once.
    public func submit(_ inbound: Inbound, completion: @escaping TurnCompletion) {
        guard !isStopping else { return completion(.failure(.unavailable(Committer.stopping))) }
        let part = TurnRun.Part(inbound: inbound, completion: completion)
        let pipeline = enter()
        let window = pipeline.settings.join
        guard inbound.joins, window > .zero, let key = bursts.key(of: inbound) else {
            return route([part], pipeline)
        }
        let isFirst = bursts.add(part, to: key)
        guard isFirst else { return pipeline.leave() }
        timekeeper.at(clock.monotonic() + window.nanoseconds) { [self] in route(bursts.take(key), pipeline) }
    }

    /// Finishes what was taken in, within the grace time, and ends every thread.
    public func stop(grace: Duration = .seconds(10)) {
        let isFirst = state.withLock { state in
            defer { state.isStopping = true }
            return !state.isStopping
        }
        guard isFirst else { return }
        let end = monotonicNanoseconds() + grace.nanoseconds
        let pause = Mailbox<Void>()
        while !(lanes.isEmpty && bursts.isEmpty), monotonicNanoseconds() < end {
            _ = pause.take(until: monotonicNanoseconds() + 5_000_000)
        }
        housekeeper.stop()
        timekeeper.stop()
        workers.stop(until: max(end, monotonicNanoseconds() + 1_000_000_000))
        committer.stop()
        for thread in threads.withLock({ $0 }) { thread.join() }
    }

    var isStopping: Bool { state.withLock { $0.isStopping } }

    func enter() -> Pipeline {
        // Under the lock, so that a pipeline that was replaced is never entered after it was found idle.
        current.withLock { pipeline in
            pipeline.enter()
            return pipeline
        }
    }

    /// Brings a message into the lane of its customer; with a conversation alone, its owner is looked up first.
    func route(_ parts: [TurnRun.Part], _ pipeline: Pipeline) {
        let inbound = parts[0].inbound
        if let wakeup = inbound.wakeup {
            return route(parts, pipeline, lane: wakeup.customer ?? "skill:\(wakeup.skill)", entered: true)
        }
        if let errand = inbound.errand, errand.customer == nil, errand.conversation == nil {
            return route(parts, pipeline, lane: "skill:\(errand.skill)", entered: true)
        }
        if let customer = inbound.customer { return route(parts, pipeline, lane: customer, entered: true) }
        guard let conversation = inbound.conversation else {
            return route(parts, pipeline, lane: identifiers.next(at: clock.now()), entered: true)
        }
        workers.run { [self] _ in
            do {
                let owner = try store.read { try $0.conversation(conversation)?.customer }
                route(parts, pipeline, lane: owner ?? identifiers.next(at: clock.now()), entered: true)
            } catch {
                for part in parts { part.completion(.failure(.unavailable("\(error)"))) }
                pipeline.leave()
            }
        }
    }

    func route(_ parts: [TurnRun.Part], _ pipeline: Pipeline, lane: String, entered: Bool = false) {
        if !entered { pipeline.enter() }
        let run = TurnRun(engine: self, pipeline: pipeline, lane: lane, parts: parts)
        enter(lane: lane) { run.start($0) }
    }

    func enter(lane: String, _ task: @escaping Workers.Task) {
        lanes.enter(lane, { [workers] in workers.run(task) }, start: { $0() })
    }

    func leave(lane: String) { lanes.leave(lane)?() }

    func nextTurnNumber() -> UInt64 {
        state.withLock { state in
            state.lastNumber += 1
            return state.lastNumber
        }
    }

    var lastTurnNumber: UInt64 { state.withLock { $0.lastNumber } }

    func register(_ run: TurnRun) { state.withLock { $0.running[run.number] = run } }
    func unregister(_ run: TurnRun) { state.withLock { $0.running[run.number] = nil } }
    func running(_ number: UInt64) -> TurnRun? { state.withLock { $0.running[number] } }

    /// For what may as well be done at the next start.
    func commitLater(_ commit: Commit) { committer.put(commit) { _ in } }

    func finished(_ wakeup: Wakeup) { housekeeper.finished(wakeup) }

    func announce(_ news: Feed.News, wakeups: [Wakeup]) {
        let now = clock.now()
        housekeeper.run(wakeups.filter { $0.dueAt <= now }, on: self)
        if news.hasDeliveries { housekeeper.wake() }
        if news.changesQueue { attendQueue() }
        feed.tell(news)
    }
}
