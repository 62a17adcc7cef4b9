import ConciergeCore
import SQLite

// The part of a handoff that has no column of its own.
extension Handoff {
    /// Nothing for a conversation that the bot has alone, which is nearly all of them.
    var stored: [UInt8]? {
        guard reason != nil || takenAt != nil else { return nil }
        let parts: [String: Value?] = [
            "reason": reason.map(Value.text), "priority": priority.map(Value.int), "note": .map(note),
            "taken_at": takenAt.map(Value.timestamp), "answered_at": answeredAt.map(Value.timestamp),
        ]
        return StoredJSON.encode(parts.compactMapValues { $0 })
    }

    /// The columns `assignee, queued_at, returns_at, handoff`, from that one on.
    init(_ row: Row, from column: Int) throws {
        self.init()
        assignee = row.optionalText(column)
        queuedAt = row.optionalTime(column + 1)
        returnsAt = row.optionalTime(column + 2)
        guard !row.isNull(column + 3) else { return }
        let parts = try row.map(column + 3)
        reason = parts["reason"]?.text
        priority = parts["priority"]?.int
        note = parts["note"]?.map ?? [:]
        takenAt = parts["taken_at"]?.timestamp
        answeredAt = parts["answered_at"]?.timestamp
    }
}
