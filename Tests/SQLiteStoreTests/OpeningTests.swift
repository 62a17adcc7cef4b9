import ConciergeCore
import Foundation
import SQLite
@testable import SQLiteStore
import Testing

struct OpeningTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func refusal(_ path: String? = nil) -> StoreError? {
        #expect(throws: StoreError.self) {
            _ = try SQLiteStore(path: path ?? folder.database, busyTimeout: .milliseconds(20))
        }
    }

    @Test func `a missing folder is named`() {
        let path = folder.path + "/none/concierge.db"
        #expect(
            refusal(path)
                == StoreError(
                    .unavailable,
                    "\(path): its folder does not exist; create it, or name another file under 'store'"))
    }

    @Test func `a folder in the place of the file is named`() {
        #expect(
            refusal(folder.path)
                == StoreError(
                    .unavailable,
                    "\(folder.path): cannot be opened; check that it is a file in a folder this user may write to"
                ))
    }

    @Test func `a file that is not a database is refused and left as it is`() throws {
        let text = Data(String(repeating: "not a database\n", count: 100).utf8)
        try text.write(to: URL(filePath: folder.database))
        #expect(
            refusal()
                == StoreError(
                    .unusable,
                    "\(folder.database): not a database; move it away, or name another file under 'store'"))
        #expect(try Data(contentsOf: URL(filePath: folder.database)) == text)
    }

    @Test func `a database of another program is refused and left as it is`() throws {
        try Connection(path: folder.database).execute("CREATE TABLE notes (text TEXT)")
        let before = try Data(contentsOf: URL(filePath: folder.database))
        #expect(
            refusal()
                == StoreError(
                    .unusable,
                    "\(folder.database): a database of another program; "
                        + "name another file under 'store' in the configuration"))
        #expect(try Data(contentsOf: URL(filePath: folder.database)) == before)
    }

    @Test func `a store of a newer version is refused and left as it is`() throws {
        do { _ = try SQLiteStore(path: folder.database) }
        try Connection(path: folder.database).execute(
            "PRAGMA user_version = \(Migrations.newest + 1)")
        let before = try Data(contentsOf: URL(filePath: folder.database))
        #expect(
            refusal()
                == StoreError(
                    .unusable,
                    "\(folder.database): written by a newer concierge (store version \(Migrations.newest + 1), this one knows \(Migrations.newest)); "
                        + "run that version, or restore a backup made before the upgrade"))
        #expect(try Data(contentsOf: URL(filePath: folder.database)) == before)
    }

    @Test func `a database that another holds is refused, and opens when it is free`() throws {
        let other = try Connection(path: folder.database)
        try other.execute("BEGIN EXCLUSIVE")
        #expect(
            refusal()
                == StoreError(
                    .unavailable,
                    "\(folder.database): locked by another process; stop it, or wait until it is done"))
        try other.execute("ROLLBACK")
        _ = try SQLiteStore(path: folder.database)
    }

    @Test func `a folder that may not be written to is named`() async throws {
        // Root may write anywhere, so a process that gave that up tries it.
        let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
            let folder = try TemporaryFolder()
            do { _ = try SQLiteStore(path: folder.database) }
            chmod(folder.path, 0o555)
            chmod(folder.database, 0o444)
            seteuid(65534)
            do {
                _ = try SQLiteStore(path: folder.database)
            } catch {
                print("\(error)".replacing(folder.path, with: "FOLDER"))
            }
            do {
                _ = try SQLiteStore(path: folder.path + "/new.db")
            } catch {
                print("\(error)".replacing(folder.path, with: "FOLDER"))
            }
            seteuid(getuid())
        }
        #expect(
            String(decoding: result?.standardOutputContent ?? [], as: UTF8.self).split(separator: "\n") == [
                "FOLDER/concierge.db: cannot be written; give this user write permission on the file and its folder",
                "FOLDER/new.db: cannot be opened; give this user permission on the file and its folder",
            ])
    }
}
