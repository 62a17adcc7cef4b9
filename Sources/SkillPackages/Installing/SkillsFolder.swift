import ConciergeCore
import Unix

/// What an admin installed: immutable packages, and the lock that says which of them are current.
public struct SkillsFolder: Sendable {
    public let path: String

    public init(_ path: String) { self.path = path }

    public var lockPath: String { Files.join(path, "skills.lock") }
    /// What was fetched, to be had again without a network.
    public var cache: String { Files.join(path, ".cache") }

    public func lock() throws(PackageError) -> SkillsLock { try SkillsLock(path: lockPath) }

    public func package(_ id: String, _ release: Release) -> PackageFolder {
        PackageFolder(Files.join(path, release.folder), id: id, isWhole: true)
    }

    /// The current packages in the order of their ids.
    public func current() throws(PackageError) -> [(package: PackageFolder, entry: SkillsLock.Entry)] {
        try lock().entries.sorted { $0.key < $1.key }.map { id, entry in
            (package(id, entry.current), entry)
        }
    }

    /// A place in which the next package is made ready, on the file system on which it will lie.
    public func staging() throws(PackageError) -> Staging {
        try system { () throws(SystemError) in try Staging.make(in: path) }
    }

    /// Changes the lock, one process at a time; the answer is the lock as it was.
    @discardableResult
    public func change(_ body: (inout SkillsLock) throws -> Void) throws -> SkillsLock {
        try exclusively {
            let before = try lock()
            var after = before
            try body(&after)
            if after != before { try after.write(to: lockPath) }
            return before
        }
    }

    /// Changes what the lock says of one skill, unless somebody else did so meanwhile.
    public func replace(_ id: String, _ old: SkillsLock.Entry?, by new: SkillsLock.Entry?) throws {
        try change { lock in
            guard lock.entries[id] == old else { throw PackageError.changedMeanwhile(id: id, lock: lockPath) }
            lock.entries[id] = new
        }
    }

    /// Nobody else changes what is installed, or what names it, meanwhile.
    public func exclusively<Result>(_ body: () throws -> Result) throws -> Result {
        try Files.makeFolders(path)
        let turn = try FileLock(awaiting: path)
        let result = try body()
        turn.release()
        return result
    }

    /// Makes a package that lies ready the current one: the old state or the new one, whenever this process dies. The answer is
    /// the lock as it was.
    @discardableResult
    public func activate(
        _ package: PackageFolder, as release: Release, _ agree: (inout SkillsLock) throws -> Void
    ) throws -> SkillsLock {
        try change { lock in
            guard release.isInside else { throw PackageError.misplaced(folder: release.folder) }
            // A word for one signer's code is none for another's.
            if let old = lock.entries[package.id]?.current, old.signer != release.signer {
                lock.entries[package.id]?.runsInProcess = false
            }
            try agree(&lock)
            try keep(package, as: release)
            if var entry = lock.entries[package.id] {
                if entry.current.sha256 != release.sha256 { entry.previous = entry.current }
                entry.current = release
                lock.entries[package.id] = entry
            } else {
                lock.entries[package.id] = .init(release)
            }
        }
    }

    // Nothing of it is there under its name, or all of it and for good.
    private func keep(_ package: PackageFolder, as release: Release) throws {
        let target = Files.join(path, release.folder)
        try Files.makeFolders(Files.folder(of: target))
        try Files.syncTree(package.path)
        if Files.exists(target) {
            // Whoever brought the same content before was as right, unless somebody changed it since.
            if (try? self.package(package.id, release).differences())?.isEmpty == true { return }
            try Files.rename(target, to: package.path + ".damaged")
        }
        try Files.rename(package.path, to: target)
        try Files.sync(folder: Files.folder(of: target))
        try Files.sync(folder: path)
    }

    /// Removes what the lock does not name: a host that has it loaded keeps it mapped.
    public func sweep() throws {
        try change { lock in
            let named = Set(lock.entries.values.flatMap { [$0.current.folder, $0.previous?.folder] })
            for id in try Files.list(path) where !id.hasPrefix(".") && Files.isFolder(Files.join(path, id)) {
                let folder = Files.join(path, id)
                for name in try Files.list(folder) where !named.contains("\(id)/\(name)") {
                    try Files.removeTree(Files.join(folder, name))
                }
                if try Files.list(folder).isEmpty { try Files.removeTree(folder) }
            }
        }
    }

    /// The installed id that a name means, `-` and `_` being the same.
    public func id(named name: String) throws(PackageError) -> String {
        let ids = try lock().entries.keys.sorted()
        let folded = Spelling.folded(name)
        if let id = ids.first(where: { Spelling.folded($0) == folded }) { return id }
        let mend = Spelling.mend(name, known: ids, otherwise: "'concierge skill list' names what is there")
        throw .unknown(id: name, lock: lockPath, mend: mend)
    }
}
