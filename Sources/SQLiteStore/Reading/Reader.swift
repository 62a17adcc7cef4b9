import ConciergeCore
import SQLite

/// Answers questions on a connection of its own.
final class Reader: StoreReader, Sendable {
    let connection: Connection
    let collections: Collections

    init(_ connection: Connection, _ collections: Collections) {
        self.connection = connection
        self.collections = collections
    }

    func agents() throws -> [Agent] {
        try connection.rows("SELECT id, name, competences, capacity, presence FROM agents ORDER BY id") {
            row in
            Agent(
                id: row.text(0), name: row.text(1), competences: try row.texts(2), capacity: row.int(3),
                presence: try row.choice(4))
        }
    }

    func tokens() throws -> [AccessToken] {
        try connection.rows("SELECT id, name, scope, hash, created_at FROM tokens ORDER BY created_at, id") {
            row in
            AccessToken(
                id: row.text(0), name: row.text(1), scope: try row.choice(2), hash: row.text(3),
                createdAt: row.time(4))
        }
    }
}

extension Row {
    /// One of the words an enum allows; anything else means the file was changed by somebody else.
    func choice<Choice: RawRepresentable<String>>(_ column: Int) throws -> Choice {
        let word = text(column)
        guard let choice = Choice(rawValue: word) else {
            throw StoreError(.unusable, "the store: unknown \(Choice.self) '\(word)'; restore a backup")
        }
        return choice
    }

    func optionalChoice<Choice: RawRepresentable<String>>(_ column: Int) throws -> Choice? {
        isNull(column) ? nil : try choice(column)
    }
}
