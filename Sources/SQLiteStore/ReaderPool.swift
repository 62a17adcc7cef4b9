import ConciergeCore
import SQLite
import Synchronization

/// Connections that wait for the next question; as many as are asked for at once, few of them kept.
final class ReaderPool: Sendable {
    private let opening: Opening
    private let collections: Collections
    private let recent: RecentFacts
    private let idle = Mutex<[Connection]>([])
    private static let kept = 4

    init(_ opening: Opening, _ collections: Collections, _ recent: RecentFacts) {
        self.opening = opening
        self.collections = collections
        self.recent = recent
    }

    func read<Result>(_ body: (any StoreReader) throws -> Result) throws -> Result {
        try opening.translated {
            let reader = Reader(collections, recent, self)
            do {
                let result = try body(reader)
                try reader.end()
                return result
            } catch {
                reader.abandon(error)
                throw error
            }
        }
    }

    func lend() throws -> Connection { try idle.withLock { $0.popLast() } ?? opening.reader() }

    func takeBack(_ connection: Connection) {
        idle.withLock { if $0.count < Self.kept { $0.append(connection) } }
    }
}
