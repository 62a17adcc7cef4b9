import ConciergeCore
import SQLite
import Synchronization

/// Readers that wait for the next question; as many as are asked for at once, few of them kept.
final class ReaderPool: Sendable {
    private let opening: Opening
    private let collections: Collections
    private let idle = Mutex<[Reader]>([])
    private static let kept = 4

    init(_ opening: Opening, _ collections: Collections) {
        self.opening = opening
        self.collections = collections
    }

    /// One transaction for all of `body`, so that several questions see the same commit.
    func read<Result>(_ body: (any StoreReader) throws -> Result) throws -> Result {
        try opening.translated {
            let reader = try idle.withLock { $0.popLast() } ?? Reader(opening.reader(), collections)
            do {
                try reader.connection.run("BEGIN")
                let result = try body(reader)
                try reader.connection.run("COMMIT")
                giveBack(reader)
                return result
            } catch {
                // A reader that met trouble below SQL is closed: the next one opens the file anew.
                reader.connection.rollBack()
                if !(error is SQLiteError), !reader.connection.isInTransaction { giveBack(reader) }
                throw error
            }
        }
    }

    private func giveBack(_ reader: Reader) {
        idle.withLock { if $0.count < Self.kept { $0.append(reader) } }
    }
}
