import SQLite

/// Empties the log while nobody writes, on a connection of its own: the writer does not wait for it.
struct Tidying: Sendable {
    private var opening: Opening

    init(_ opening: Opening) {
        self.opening = opening
        // Whoever is at work goes first: we come again.
        self.opening.busyMilliseconds = 0
    }

    func emptyLog() {
        guard let connection = try? opening.reader() else { return }
        // The long part goes on beside readers and the writer; then there is only a length to set.
        let isHome = try? connection.first("PRAGMA wal_checkpoint(PASSIVE)") { $0.int(1) == $0.int(2) }
        guard isHome == true else { return }
        _ = try? connection.first("PRAGMA wal_checkpoint(TRUNCATE)") { $0.int(0) }
    }
}
