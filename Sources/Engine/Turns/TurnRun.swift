import ConciergeCore
import Synchronization
import Threads

/// One turn on its way from the channel to its commit.
// Owned by one thread at a time, handed on through mailboxes and lanes; `workspace` alone is shared, under its lock.
final class TurnRun: @unchecked Sendable {
    let number: UInt64
    let engine: Engine
    let pipeline: Pipeline
    let lane: String
    /// The first of a burst, which speaks for all of it.
    let inbound: Inbound
    /// Those that wait for an answer; one that was answered before drops out.
    var parts: [Part]
    var record: TurnRecord
    /// When it left its lane's queue: waiting for its turn costs it no time.
    var began: Int64 = 0
    var deadline: Int64 = 0

    // What was loaded.
    var customer: Customer?
    var isNewCustomer = false
    /// The customer writes in another language than before.
    var changesLanguage = false
    var conversation: Conversation?
    var isNewConversation = false
    var loadedEpoch: Int64 = 0
    var saved: [String: Value] = [:]
    /// The last messages, when a skill reads them.
    var recent: Value?
    /// How many conversations the customer had before this turn, when a skill reads that.
    var conversations: Int64?

    // What the skills made of it.
    var stageIndex = 0
    var context: TurnContext
    var kept: [String: Value] = [:]
    var said: [Utterance] = []
    var emissions: [(skill: String, emission: Patch.Emission)] = []
    var effects: [(skill: String, effect: Patch.Effect)] = []
    /// Whose turn it was to get something.
    var assigned: [(kind: Workload.Kind, agent: String)] = []
    var claimant: String?
    /// Of an action, and of a page.
    var result: Value?
    var page: Patch.Page?
    var gate: StageGate?
    var gateBegan: Int64 = 0
    /// The keys the asked skill was shown.
    var shown: [String] = []
    let workspace: Mutex<Workspace>

    // What it leaves behind besides rows.
    var wakeups: [Wakeup] = []
    var hasDeliveries = false
    /// It brought its conversation into the queue.
    var isQueued = false
    var answer: Answer?
    var answerJSON: [UInt8] = []

    /// One inbound message and who waits for its answer; a burst has several.
    struct Part: Sendable {
        var inbound: Inbound
        /// Of an errand: what its skill did.
        var errandCompletion: ErrandCompletion?
        var completion: TurnCompletion

        func moved(from lane: String, to other: String) -> Part {
            var part = self
            part.inbound.wakeup?.move(from: lane, to: other)
            if part.inbound.errand?.customer == lane { part.inbound.errand?.customer = other }
            return part
        }
    }

    init(engine: Engine, pipeline: Pipeline, lane: String, parts: [Part]) {
        self.engine = engine
        self.pipeline = pipeline
        self.lane = lane
        self.parts = parts
        inbound = parts[0].inbound
        number = engine.nextTurnNumber()
        context = TurnContext(pipeline.layout)
        let now = engine.clock.now()
        record = TurnRecord(
            id: engine.identifiers.next(at: now),
            kind: inbound.wakeup != nil ? "event" : inbound.errand?.kindName ?? "message", at: now)
        workspace = Mutex(Workspace(of: record.id))
    }

    var wakeup: Wakeup? { inbound.wakeup }
    var text: String { parts.map(\.inbound.text).joined(separator: "\n") }
    var locale: String { inbound.locale ?? customer?.locale ?? pipeline.settings.locale }

    /// From the beginning: load, run the skills, compose, commit.
    func start(_ worker: Worker) {
        began = engine.clock.monotonic()
        deadline = began + pipeline.settings.turnDeadline.nanoseconds
        do {
            guard try engine.store.read({ try load($0) }) else { return end() }
        } catch let failure as TurnFailure {
            return fail(failure)
        } catch let moved as Moved {
            engine.route(parts.map { $0.moved(from: lane, to: moved.lane) }, pipeline, lane: moved.lane)
            return end()
        } catch {
            return fail(.unavailable("\(error)"))
        }
        engine.register(self)
        prepare()
        advance(worker)
    }

    /// Forgets what an earlier run made; the recorded identity of the turn stays.
    func restart(_ worker: Worker) {
        record.reruns += 1
        guard record.reruns <= 3 else { return fail(.contended) }
        engine.metrics.add("concierge_turn_reruns_total")
        stageIndex = 0
        context = TurnContext(pipeline.layout)
        kept = [:]
        said = []
        emissions = []
        effects = []
        assigned = []
        engine.workload.release(turn: number)
        claimant = nil
        result = nil
        page = nil
        record.skills = []
        wakeups = []
        workspace.withLock { $0 = Workspace(of: record.id) }
        start(worker)
    }

    func fail(_ failure: TurnFailure) {
        engine.metrics.add("concierge_turns_failed_total")
        for part in parts { part.completion(.failure(failure)) }
        end()
    }

    /// The turn is over, however it ended: the lane goes on.
    func end() {
        engine.unregister(self)
        engine.workload.release(turn: number)
        if let wakeup { engine.finished(wakeup) }
        pipeline.leave()
        engine.leave(lane: lane)
    }
}
