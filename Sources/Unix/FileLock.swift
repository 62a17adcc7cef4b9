import Glibc

/// A file that one process at a time holds, and where it says who it is; given back with its owner, or by its death.
public struct FileLock: ~Copyable, Sendable {
    private let file: Descriptor

    /// Nil when another process holds it. What is there already, a folder too, is held as it is.
    public init?(_ path: String) throws(SystemError) {
        let file = try Self.open(path)
        guard flock(file.number, LOCK_EX | LOCK_NB) == 0 else {
            guard errno == EWOULDBLOCK else { throw SystemError(path) }
            return nil
        }
        self.file = file
    }

    /// Waits until whoever holds it is done.
    public init(awaiting path: String) throws(SystemError) {
        let file = try Self.open(path)
        while flock(file.number, LOCK_EX) != 0 {
            guard errno == EINTR else { throw SystemError(path) }
        }
        self.file = file
    }

    /// Gives it back; an owner that goes without a word does so too.
    public consuming func release() {}

    private static func open(_ path: String) throws(SystemError) -> Descriptor {
        try Descriptor(path, Files.isFolder(path) ? O_RDONLY : O_RDWR | O_CREAT, mode: 0o600)
    }

    /// Replaces what the file says about its holder.
    public borrowing func write(_ text: String) throws(SystemError) {
        try file.truncate()
        try file.write(Array(text.utf8))
    }
}
