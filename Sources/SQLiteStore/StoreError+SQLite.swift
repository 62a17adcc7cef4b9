import ConciergeCore
import SQLite

extension StoreError {
    /// What SQLite refused, as one line that says where, why, and what to do.
    init(_ error: SQLiteError, path: String) {
        switch error.condition {
        case .busy:
            self.init(.unavailable, "\(path): locked by another process; stop it, or wait until it is done")
        case .full: self.init(.unavailable, "\(path): the disk is full; make room on it")
        case .readOnly:
            self.init(
                .unavailable,
                "\(path): cannot be written; give this user write permission on the file and its folder")
        case .inputOutput:
            self.init(
                .unavailable,
                "\(path): the disk could not be read or written; check the disk, its quota and its mount")
        case .cannotOpen: self.init(.unavailable, Self.cannotOpen(error, path: path))
        case .notADatabase:
            self.init(
                .unusable, "\(path): not a database; move it away, or name another file under 'store'")
        case .corrupt: self.init(.unusable, "\(path): the file is damaged; restore a backup")
        case .constraint, .other: self.init(.unusable, "\(path): \(error.message); please report this")
        }
    }

    /// For the seams that promise a `StoreError`.
    init(any error: any Error, path: String) {
        switch error {
        case let error as StoreError: self = error
        case let error as SQLiteError: self.init(error, path: path)
        default: self.init(.unusable, "\(path): \(error); please report this")
        }
    }

    private static func cannotOpen(_ error: SQLiteError, path: String) -> String {
        // errno values that Linux and POSIX agree on.
        switch error.systemError {
        case 2 where !Connection.hasFolder(for: path):
            "\(path): its folder does not exist; create it, or name another file under 'store'"
        case 1, 2, 13: "\(path): cannot be opened; give this user permission on the file and its folder"
        case 23, 24: "\(path): too many open files; raise the limit ('ulimit -n')"
        default: "\(path): cannot be opened; check that it is a file in a folder this user may write to"
        }
    }
}
