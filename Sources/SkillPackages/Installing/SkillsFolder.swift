public import ConciergeCore
import Unix

/// What an admin installed: immutable packages, and the lock that says which of them are current.
public struct SkillsFolder: Sendable {
    public let path: String

    public init(_ path: String) { self.path = path }

    public var lockPath: String { Files.join(path, "skills.lock") }

    public func lock() throws(PackageError) -> SkillsLock { try SkillsLock(path: lockPath) }

    /// The current packages in the order of their ids.
    public func current() throws(PackageError) -> [(package: PackageFolder, entry: SkillsLock.Entry)] {
        try lock().entries.sorted { $0.key < $1.key }.map { id, entry in
            (PackageFolder(Files.join(path, entry.folder), id: id), entry)
        }
    }

    /// Copies a package in, aside and synced before its name appears, and makes it the current one.
    public func install(
        _ package: PackageFolder, version: String, at now: Timestamp
    ) throws(PackageError) -> SkillsLock.Entry {
        let digest = try package.digest()
        let folder = "\(package.id)/\(version)-\(digest.prefix(12))"
        let target = Files.join(path, folder)
        if !Files.exists(target) { try copy(package, to: target) }
        let entry = SkillsLock.Entry(
            version: version, folder: folder, sha256: digest,
            source: Files.absolute(package.path) ?? package.path,
            installedAt: now.description)
        try change { $0.entries[package.id] = entry }
        return entry
    }

    public func setEnabled(_ isEnabled: Bool, id: String) throws(PackageError) {
        try change { lock in lock.entries[id]?.isEnabled = isEnabled }
    }

    /// Takes a skill out of the lock, and its packages away: a host that has them loaded keeps them mapped.
    public func remove(id: String) throws(PackageError) {
        try change { $0.entries[id] = nil }
        let folder = Files.join(path, id)
        try system { () throws(SystemError) in try Files.removeTree(folder) }
    }

    /// The installed id that a name means, `-` and `_` being the same.
    public func id(named name: String) throws(PackageError) -> String {
        let ids = try lock().entries.keys.sorted()
        let folded = Spelling.folded(name)
        if let id = ids.first(where: { Spelling.folded($0) == folded }) { return id }
        let mend = Spelling.mend(name, known: ids, otherwise: "'concierge skill list' names what is there")
        throw .unknown(id: name, lock: lockPath, mend: mend)
    }

    private func copy(_ package: PackageFolder, to target: String) throws(PackageError) {
        let files = try package.files()
        try system { () throws(SystemError) in
            let aside = "\(target).\(Environment.processIdentifier).tmp"
            try Files.removeTree(aside)
            for file in files {
                try Files.copy(Files.join(package.path, file), to: Files.join(aside, file))
            }
            try Files.rename(aside, to: target)
            try Files.sync(folder: Files.folder(of: target))
        }
    }

    private func change(_ body: (inout SkillsLock) -> Void) throws(PackageError) {
        try system { () throws(SystemError) in try Files.makeFolders(path) }
        var lock = try lock()
        body(&lock)
        try lock.write(to: lockPath)
    }
}
