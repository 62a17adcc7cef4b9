public import ConciergeCore
import Synchronization

/// The store in one SQLite file: one writer, as many readers as are asked for.
public final class SQLiteStore: Store {
    private let writer: Mutex<Writer>
    private let readers: ReaderPool
    private let log: Log

    /// Opens the file, or makes it; the folder must exist.
    public convenience init(path: String, busyTimeout: Duration = .seconds(1)) throws(StoreError) {
        try self.init(Opening(path: path, busyMilliseconds: Int32(clamping: busyTimeout.milliseconds)))
    }

    init(_ opening: Opening) throws(StoreError) {
        do {
            let collections = Collections()
            let recent = RecentFacts()
            log = Log(opening)
            writer = Mutex(try Writer(opening, collections, recent, log))
            readers = ReaderPool(opening, collections, recent)
            try log.start()
        } catch {
            throw StoreError(any: error, path: opening.path)
        }
    }

    deinit { log.stop() }

    public func declare(_ collections: [CollectionDeclaration]) throws(StoreError) {
        try writer.withLock { (writer) throws(StoreError) in try writer.declare(collections) }
    }

    public func commit(_ batch: [Commit]) -> [CommitOutcome] {
        batch.isEmpty ? [] : writer.withLock { $0.commit(batch) }
    }

    /// Brings what is in the log home and empties it.
    public func idle() { log.empty() }

    public func compact() throws(StoreError) {
        try writer.withLock { (writer) throws(StoreError) in try writer.compact() }
    }

    public func read<Result>(_ body: (any StoreReader) throws -> Result) throws -> Result {
        try readers.read(body)
    }
}
