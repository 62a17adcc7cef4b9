import ConciergeCore
import SQLite

/// Writes batches of commits through the one connection that may.
struct Writer: Sendable {
    let opening: Opening
    let collections: Collections
    let recent: RecentFacts
    let log: Log
    /// Nil after the disk failed: the next batch opens the file anew.
    private var connection: Connection?
    /// Pages of somebody erased are still in the log.
    private var mustEmptyLog = false

    init(_ opening: Opening, _ collections: Collections, _ recent: RecentFacts, _ log: Log) throws {
        self.opening = opening
        self.collections = collections
        self.recent = recent
        self.log = log
        let connection = try opened()
        try opening.translated { try collections.load(from: connection) }
    }

    mutating func commit(_ batch: [Commit]) -> [CommitOutcome] {
        let result = together(batch)
        if case .failure(let error) = result, error.condition == .full, let connection,
            log.makeRoom(on: connection)
        {
            return outcomes(of: batch, after: together(batch))
        }
        return outcomes(of: batch, after: result)
    }

    private mutating func outcomes(
        of batch: [Commit], after result: Result<[CommitOutcome], SQLiteError>
    ) -> [CommitOutcome] {
        switch result {
        case .success(let outcomes):
            recent.tell(batch, outcomes)
            return outcomes
        case .failure(let error) where batch.count > 1 && error.condition == .full:
            // The transaction is gone, but something smaller may still find room.
            return batch.flatMap { outcomes(of: [$0], after: together([$0])) }
        case .failure(let error):
            // What failed at the sync may come back with the log.
            recent.forgetAll()
            // A file that was opened read-only stays so, whatever becomes of its permissions.
            if [.inputOutput, .readOnly].contains(error.condition) { connection = nil }
            return batch.map { _ in .unavailable(StoreError(error, path: opening.path).description) }
        }
    }

    mutating func declare(_ declarations: [CollectionDeclaration]) throws(StoreError) {
        do {
            let connection = try opened()
            collections.publish(
                try connection.transaction { try collections.declare(declarations, on: connection) })
        } catch {
            throw StoreError(any: error, path: opening.path)
        }
    }

    // A savepoint each makes SQLite keep a copy of every page a commit touches, and conflicts are rare: first all
    // without, and only when one of them conflicts the whole batch again with.
    private mutating func together(_ batch: [Commit]) -> Result<[CommitOutcome], SQLiteError> {
        var quick = together(batch, undoable: false)
        if case .failure(let error) = quick, error.condition == .readOnly {
            // A log that was made beside a read-only file is read-only too; once the file is not, the first connection
            // takes that log away, and the second makes another.
            connection = nil
            quick = together(batch, undoable: false)
        }
        guard batch.count > 1, case .success(let outcomes) = quick,
            outcomes.contains(where: { $0 != .committed })
        else { return quick }
        return together(batch, undoable: true)
    }

    /// Fails only when nothing of the batch was written; what cannot be undone alone undoes all.
    private mutating func together(_ batch: [Commit], undoable: Bool) -> Result<[CommitOutcome], SQLiteError>
    {
        do {
            let connection = try opened()
            try connection.run("BEGIN IMMEDIATE")
            do {
                let isMoving = batch.contains { $0.writes.contains { $0.erases || $0.moves } }
                let writing = Writing(
                    connection: connection, collections: collections, before: isMoving ? nil : recent)
                var outcomes: [CommitOutcome] = []
                outcomes.reserveCapacity(batch.count)
                for commit in batch {
                    let outcome = try writing.attempt(commit, path: opening.path, undoable: undoable)
                    outcomes.append(outcome)
                    guard undoable || outcome == .committed else {
                        connection.rollBack()
                        return .success(outcomes)
                    }
                }
                try connection.run("COMMIT")
                log.shorten(on: connection)
                cleanIfNeeded(after: batch, on: connection)
                return .success(outcomes)
            } catch {
                connection.rollBack()
                throw error
            }
        } catch let error as SQLiteError {
            return .failure(error)
        } catch {
            return .success(batch.map { _ in .unavailable("\(error)") })
        }
    }

    private mutating func opened() throws -> Connection {
        if let connection { return connection }
        let connection = try opening.writer()
        log.follow(connection)
        self.connection = connection
        return connection
    }

    /// What was erased must leave the file and its log, not only the tables.
    private mutating func cleanIfNeeded(after batch: [Commit], on connection: Connection) {
        if batch.contains(where: { $0.writes.contains(where: \.erases) }) {
            mustEmptyLog = true
            let pages = try? connection.first("PRAGMA page_count") { $0.int(0) }
            // `secure_delete` overwrites rows, not the copies that a page kept when it was split: only writing
            // the file anew does. A large file would hold up turns for that: `compact` is there for it.
            if let pages, pages <= Self.compactedAtOnce { _ = try? connection.run("VACUUM") }
        }
        guard mustEmptyLog else { return }
        emptyLog(of: connection)
    }

    /// Pages: 64 MB.
    private static let compactedAtOnce: Int64 = 16_384

    /// While a reader is still at it the next commit tries again.
    private mutating func emptyLog(of connection: Connection) {
        mustEmptyLog = (try? connection.emptyLog()) != true
    }

    mutating func compact() throws(StoreError) {
        do {
            let connection = try opened()
            try connection.run("VACUUM")
            emptyLog(of: connection)
        } catch {
            throw StoreError(any: error, path: opening.path)
        }
    }
}

extension Write {
    fileprivate var erases: Bool { if case .erase = self { true } else { false } }

    fileprivate var moves: Bool {
        switch self {
        case .merge, .unmerge: true
        default: false
        }
    }
}
