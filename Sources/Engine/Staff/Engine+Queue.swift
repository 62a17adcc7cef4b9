import ConciergeCore
import Synchronization

// Who waits for a human is given to an agent, one after the other in a lane of its own: what an agent can still take
// is counted before each.
extension Engine {
    private static let queueLane = "host/queue"

    /// Somebody waits, or somebody is free: looks whether the two come together. Asked twice it looks once.
    func attendQueue() {
        guard isQueueAttended.exchange(true, ordering: .acquiringAndReleasing) == false else { return }
        change(lane: Self.queueLane) { [self] reader in
            isQueueAttended.store(false, ordering: .releasing)
            return try nextInQueue(reader)
        } completion: { [self] result in
            // Committed, it was told of, and with it comes the next. A store that is in trouble is asked again later.
            guard case .failure = result else { return }
            timekeeper.at(clock.monotonic() + 1_000_000_000) { [self] in attendQueue() }
        }
    }

    private func nextInQueue(_ reader: any StoreReader) throws -> Change<Void> {
        let queue = Queue(agents: try reader.agents(), held: try reader.held())
        if let left = try reader.assigned(toNoneOf: queue.present.map(\.id)) {
            return changing(left, event: "conversation.unassigned") { $0.handoff.assignee = nil }.telling(())
        }
        guard !queue.free.isEmpty,
            let next = try reader.queued(
                for: queue.free.flatMap(\.competences), orNoneOf: queue.agents.flatMap(\.competences)),
            let agent = queue.agent(for: next.competence)
        else { return Change([], result: ()) }
        return changing(next, event: "conversation.assigned") { $0.handoff.assignee = agent.id }.telling(())
    }
}

/// Who could take a conversation now.
struct Queue {
    let agents: [Agent]
    /// How many conversations each holds, or was given.
    let held: [String: Int64]

    var present: [Agent] { agents.filter { $0.presence == .online } }
    var free: [Agent] { present.filter { held[$0.id, default: 0] < $0.capacity } }

    /// Who has the least to do for what he can carry; the same for the same state, by id among equals.
    ///
    /// What nobody in the house is competent for is for everybody: nobody should wait for ever.
    func agent(for competence: String?) -> Agent? {
        let isKnown = agents.contains { $0.competences.contains { $0 == competence } }
        let able = free.filter { agent in !isKnown || agent.competences.contains { $0 == competence } }
        return able.min { a, b in
            let (left, right) = (held[a.id, default: 0] * b.capacity, held[b.id, default: 0] * a.capacity)
            return left == right ? a.id < b.id : left < right
        }
    }
}

extension Change {
    /// The same, told otherwise.
    func telling<Other: Sendable>(_ result: Other) -> Change<Other> {
        var change = Change<Other>(writes, result: result)
        change.events = events
        change.customer = customer
        change.conversation = conversation
        return change
    }
}

extension Write {
    /// Whether somebody may wait, or be free, who did not before. Of turns only the one that hands over tells so.
    var changesQueue: Bool {
        switch self {
        case .agent, .removeAgent, .erase, .update: true
        default: false
        }
    }
}
