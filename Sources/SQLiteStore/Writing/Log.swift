import SQLite
import Synchronization
import Threads

/// Brings what SQLite's log holds home to the file, on a thread and a connection of its own, so that no turn waits for
/// it. Only the last pages are left to the writer: while others write, nobody else catches up with it.
final class Log: Sendable {
    private let opening: Opening
    private let length = Atomic<Int>(0)
    private let home = Atomic<Int>(0)
    private let bell = Mailbox<Void>()
    private let thread = Mutex<HostThread?>(nil)

    init(_ opening: Opening) { self.opening = opening }

    func start() throws(ThreadError) {
        let thread = try HostThread("log") { self.run() }
        self.thread.withLock { $0 = thread }
    }

    func stop() {
        bell.close()
        thread.withLock { $0 }?.join()
    }

    func follow(_ connection: Connection) {
        connection.followLog { pages in self.length.store(pages, ordering: .relaxed) }
    }

    /// For the writer, after each commit.
    func shorten(on connection: Connection) {
        let pages = length.load(ordering: .relaxed)
        // It began anew.
        if pages < home.load(ordering: .relaxed) { home.store(0, ordering: .relaxed) }
        let longest = longest
        guard pages >= longest else { return }
        let isNearlyHome = pages - home.load(ordering: .relaxed) < opening.longLog / 32
        // More than that it must not become, whatever it costs.
        let isEndless = pages >= longest * 4
        if isNearlyHome || isEndless { bringHome(on: connection) } else { bell.put(()) }
    }

    /// Half of the room there is, when that is less: what the log holds must find room at home.
    private var longest: Int {
        guard let free = opening.freePages(opening.path) else { return opening.longLog }
        return min(opening.longLog, free / 2)
    }

    /// For the writer, when the disk is full: what the log took may be enough. False when there is nothing to win.
    func makeRoom(on connection: Connection) -> Bool { (try? connection.emptyLog()) == true }

    /// While nobody writes: all of it, and the file of the log made empty.
    func empty() {
        // The long part goes on beside readers and the writer; then there is only a length to set.
        guard let connection = try? patient(), let log = try? connection.bringLogHome(), log.home == log.pages
        else { return }
        _ = try? connection.emptyLog()
    }

    private func run() {
        while !bell.takeAll().isEmpty {
            if let connection = try? patient() { bringHome(on: connection) }
        }
    }

    private func bringHome(on connection: Connection) {
        // What cannot be brought home now stays in the log, where it is as safe.
        if let log = try? connection.bringLogHome() { home.store(log.home, ordering: .relaxed) }
    }

    /// Whoever is at work goes first: we come again.
    private func patient() throws -> Connection {
        var opening = opening
        opening.busyMilliseconds = 0
        return try opening.reader()
    }
}
