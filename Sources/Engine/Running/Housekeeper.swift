import ConciergeCore
import Synchronization
import Threads

/// Looks after what is due: turns of events and timers, deliveries, returns to the bot, threads that are stuck, old traces, a quiet store.
final class Housekeeper: Sendable {
    static let lookEvery: Int64 = 100_000_000
    /// Often, because each time forgets only a little, so that no turn waits for it.
    static let pruneEvery: Int64 = 1_000_000_000

    private let bell = Mailbox<Void>()
    /// Event turns that were started and have not ended; the next look must not start them again.
    private let started = Mutex<Set<String>>([])

    private let looked = Atomic<Int>(0)
    /// What is due waits until the house is open: what it makes may need an address that nobody answers yet.
    let isOpen = Atomic(true)

    /// How many looks are over.
    var looks: Int { looked.load(ordering: .acquiring) }

    func wake() { bell.put(()) }

    func stop() { bell.close() }

    func finished(_ wakeup: Wakeup) { started.withLock { _ = $0.remove(wakeup.id) } }

    func run(_ wakeups: [Wakeup], on engine: Engine) {
        for wakeup in wakeups {
            if wakeup.skill == Wish.host {
                let isNew = started.withLock { $0.insert(wakeup.id).inserted }
                if isNew { engine.workers.run { _ in engine.grant(wakeup) } }
                continue
            }
            // What is for a skill that is not here now stays in the store until it is back.
            guard let stage = engine.pipeline.stages.first(where: { $0.id == wakeup.skill }),
                stage.outOfService == nil, started.withLock({ $0.insert(wakeup.id).inserted })
            else { continue }
            var inbound = Inbound(channel: "event", text: "")
            inbound.wakeup = wakeup
            engine.submit(inbound) { _ in }
        }
    }

    func start(_ engine: Engine, _ courier: Courier) throws(ThreadError) -> HostThread {
        try HostThread("housekeeper") { [self] in
            var nextPrune = monotonicNanoseconds() + 60_000_000_000
            var nextProbe: Int64 = 0
            var quiet = Quiet()
            var goesOn = true
            while goesOn {
                look(engine, courier)
                looked.add(1, ordering: .releasing)
                let now = monotonicNanoseconds()
                if now > nextPrune || (engine.storeTrouble != nil && now > nextProbe) {
                    nextPrune = max(nextPrune, now + Self.pruneEvery)
                    nextProbe = now + Self.pruneEvery
                    prune(engine)
                }
                if quiet.isOver(turns: engine.lastTurnNumber, at: now) { engine.store.idle() }
                goesOn = wait(until: now + Self.lookEvery)
            }
            courier.stop()
        }
    }

    private func wait(until deadline: Int64) -> Bool {
        let isWoken = !bell.takeAll(until: deadline).isEmpty
        return isWoken || monotonicNanoseconds() >= deadline
    }

    private func look(_ engine: Engine, _ courier: Courier) {
        engine.workers.inspect(at: engine.clock.monotonic())
        guard isOpen.load(ordering: .acquiring) else { return }
        do {
            let now = engine.clock.now()
            let (wakeups, deliveries, returns) = try engine.store.read { reader in
                (
                    try reader.dueWakeups(now, skills: engine.sleepers, limit: 256),
                    try reader.dueDeliveries(now, limit: 64), try reader.dueReturns(now, limit: 64)
                )
            }
            run(wakeups, on: engine)
            courier.take(deliveries)
            for conversation in returns { engine.returnToBot(conversation) }
        } catch {
            engine.log(.warning, "store: \(error)")
        }
    }

    private func prune(_ engine: Engine) {
        // What forgets may find nothing to write, and so would not see that the disk is still full.
        if engine.storeTrouble != nil { return engine.commitLater(Self.probe(at: engine.clock.now())) }
        let keep = engine.pipeline.settings.keep
        engine.commitLater(Commit([.prune(before: engine.clock.now().adding(.zero - keep))]))
    }

    /// Writes a row and takes it out again, for nothing but to see whether that works.
    private static func probe(at now: Timestamp) -> Commit {
        let wakeup = Wakeup(
            id: "host/probe", dueAt: now, skill: "host", name: "probe", customer: nil, conversation: nil,
            data: .null, depth: 0)
        return Commit([.wakeup(wakeup), .removeWakeup(wakeup.id)])
    }
}
