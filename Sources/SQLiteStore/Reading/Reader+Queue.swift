import ConciergeCore
import SQLite

// The queue is read from the file and not from what is remembered: its writes tell by the epoch if that was old.
extension Reader {
    func held() throws -> [String: Int64] {
        let counts = try connection.rows(
            """
            SELECT who, count(*) FROM (
                SELECT agent AS who FROM conversations WHERE status = 'human' AND agent IS NOT NULL
                UNION ALL
                SELECT assignee FROM conversations WHERE status = 'queued' AND assignee IS NOT NULL)
            GROUP BY who
            """
        ) { ($0.text(0), $0.int(1)) }
        return Dictionary(uniqueKeysWithValues: counts)
    }

    func queued(for competences: [String], orNoneOf known: [String]) throws -> Conversation? {
        try connection.first(
            """
            SELECT id, customer, channel, account, status, epoch, agent, competence, customer_turns, topics,
                opened_at, updated_at, assignee, queued_at, returns_at, handoff FROM conversations
            WHERE status = 'queued' AND assignee IS NULL AND (competence IS NULL
                OR competence IN (SELECT value FROM json_each(?1))
                OR competence NOT IN (SELECT value FROM json_each(?2)))
            ORDER BY json_extract(handoff, '$.note.priority') IS 'urgent' DESC, coalesce(json_extract(handoff, '$.priority'), 0) DESC,
                queued_at, id
            LIMIT 1
            """, StoredJSON.encode(competences), StoredJSON.encode(known), map: Self.conversation)
    }

    func assigned(toNoneOf agents: [String]) throws -> Conversation? {
        try connection.first(
            """
            SELECT id, customer, channel, account, status, epoch, agent, competence, customer_turns, topics,
                opened_at, updated_at, assignee, queued_at, returns_at, handoff FROM conversations
            WHERE status = 'queued' AND assignee IS NOT NULL
                AND assignee NOT IN (SELECT value FROM json_each(?1))
            ORDER BY queued_at, id LIMIT 1
            """, StoredJSON.encode(agents), map: Self.conversation)
    }

    func dueReturns(_ now: Timestamp, limit: Int) throws -> [String] {
        try connection.rows(
            "SELECT id FROM conversations WHERE returns_at <= ? ORDER BY returns_at LIMIT ?",
            now.milliseconds,
            limit
        ) { $0.text(0) }
    }
}
