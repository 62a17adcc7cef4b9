import ConciergeCore
import SQLite

/// Answers questions from what is remembered, else on a connection that it borrows with the first such question.
///
/// What the file is asked all sees one commit; what is remembered may be of a later one. Writes say what they expect, so
/// whoever put both together finds out.
final class Reader: StoreReader {
    let collections: Collections
    let recent: RecentFacts
    private let pool: ReaderPool
    private var borrowed: Connection?
    /// The last commit that is surely in view.
    private(set) var lastCommit: UInt64 = 0

    init(_ collections: Collections, _ recent: RecentFacts, _ pool: ReaderPool) {
        self.collections = collections
        self.recent = recent
        self.pool = pool
    }

    /// In one transaction.
    var connection: Connection {
        get throws {
            if let borrowed { return borrowed }
            let connection = try pool.lend()
            borrowed = connection
            lastCommit = recent.lastCommit
            try connection.run("BEGIN")
            return connection
        }
    }

    func end() throws {
        guard let borrowed else { return }
        try borrowed.run("COMMIT")
        pool.takeBack(borrowed)
    }

    /// A connection that met trouble below SQL is closed: the next question opens the file anew.
    func abandon(_ error: any Error) {
        guard let borrowed else { return }
        borrowed.rollBack()
        if !(error is SQLiteError), !borrowed.isInTransaction { pool.takeBack(borrowed) }
    }

    func agents() throws -> [Agent] {
        if let known = recent.agents[""] { return known }
        let agents = try connection.rows(
            "SELECT id, name, competences, capacity, presence FROM agents ORDER BY id"
        ) { row in
            Agent(
                id: row.text(0), name: row.text(1), competences: try row.texts(2), capacity: row.int(3),
                presence: try row.choice(4))
        }
        recent.agents.found(agents, for: "", since: lastCommit)
        return agents
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
