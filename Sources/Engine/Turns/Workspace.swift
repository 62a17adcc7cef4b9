import ConciergeCore
import Synchronization

/// A document's place.
struct DocumentKey: Hashable, Sendable {
    var collection: String
    var id: String
}

/// What a turn sees of the store beyond the last commit; skills reach it from any thread while they are asked.
struct Workspace: Sendable {
    /// A document as this turn sees it, and the version that the store had.
    struct Seen: Sendable {
        var stored: Int64
        var document: Document?
        var isChanged = false
    }

    /// The skill that is asked now; host calls of any other are refused.
    var skill: String?
    /// How many host calls it made.
    var asked = 0
    /// What that skill wrote and asked for by host calls; dropped whole when it fails or is late.
    var buffer: [Patch.Write] = []
    var effects: [Patch.Effect] = []
    var assigned: [(kind: Workload.Kind, agent: String)] = []
    var documents: [DocumentKey: Seen] = [:]
    /// The order of first changes, which is the order of the commit.
    var changed: [DocumentKey] = []
    var calls: [Value] = []
    /// Another row of numbers in each turn, and the same when that turn is run again.
    var random: SplitMix

    init(of turn: String) { random = SplitMix(seed: stableHash(turn)) }

    mutating func begin(_ skill: String?) {
        self.skill = skill
        asked = 0
        buffer = []
        effects = []
        assigned = []
    }

    /// What reads see: what was accepted, with the asking skill's own writes on top.
    func overlay(_ key: DocumentKey, at now: Timestamp, customer: String?) -> Seen? {
        var seen = documents[key]
        for write in buffer where write.collection == key.collection && write.id == key.id {
            seen = write.applied(to: seen ?? Seen(stored: 0), at: now, customer: customer)
        }
        return seen
    }
}

extension Patch.Write {
    var key: DocumentKey { DocumentKey(collection: collection, id: id) }

    func applied(to seen: Workspace.Seen, at now: Timestamp, customer: String?) -> Workspace.Seen {
        var seen = seen
        // A version read back after a change of this turn's own is one that the store does not have yet.
        if let version, !seen.isChanged { seen.stored = version }
        seen.isChanged = true
        switch action {
        case .delete: seen.document = nil
        case .put(let body):
            var document =
                seen.document
                ?? Document(
                    collection: collection, id: id, customer: body["customer"]?.text ?? customer, body: [:],
                    at: now)
            document.body = body.filter { !Document.reserved.contains($0.key) }
            document.updatedAt = now
            // What the commit will make of it.
            document.version = seen.stored + 1
            seen.document = document
        }
        return seen
    }
}

/// Random numbers that are the same for the same seed: a replay rolls the same dice.
struct SplitMix: Sendable {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
