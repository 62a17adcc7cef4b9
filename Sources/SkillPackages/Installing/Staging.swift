import Unix

/// A folder of one's own beside the installed packages, in which the next one is made ready; it goes with its owner.
public struct Staging: ~Copyable {
    static let folderName = ".staging"

    public let path: String
    // Held for as long as the owner lives: what nobody holds was left by somebody who died.
    private let lock: FileLock

    private init(_ path: String, _ lock: consuming FileLock) {
        self.path = path
        self.lock = lock
    }

    static func make(in skills: String) throws(SystemError) -> Staging {
        let all = Files.join(skills, Self.folderName)
        try Files.makeFolders(all, mode: 0o700)
        // Nobody takes a folder for a dead one's that has just been made.
        let turn = try FileLock(awaiting: all)
        sweep(all)
        let path = try Files.ownFolder(in: all, "install")
        let staging = Staging(path, try FileLock(awaiting: path))
        turn.release()
        return staging
    }

    deinit { try? Files.removeTree(path) }

    /// Removes what dead installs left.
    private static func sweep(_ all: String) {
        for name in (try? Files.list(all)) ?? [] {
            let path = Files.join(all, name)
            if (try? FileLock(path)) != nil { try? Files.removeTree(path) }
        }
    }
}
