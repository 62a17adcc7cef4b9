import ConciergeCore
import Unix

/// `skills.lock`: which package of each skill is current. One line a skill, sorted, so that people and git can read it.
public struct SkillsLock: Sendable, Hashable {
    public struct Entry: Sendable, Hashable {
        public var version: String
        /// Below the folder of the lock.
        public var folder: String
        public var sha256: String
        public var source: String
        public var isEnabled = true
        public var installedAt: String
    }

    public var entries: [String: Entry] = [:]

    public init() {}

    /// The lock as it lies there; an empty one when there is none yet.
    public init(path: String) throws(PackageError) {
        guard Files.exists(path) else { return }
        let bytes = try system { () throws(SystemError) in try Files.read(path) }
        let value: Value
        do { value = try JSON.decode(bytes) } catch {
            throw .damaged(lock: path, reason: "not JSON (\(error))")
        }
        guard let skills = value.map else { throw .damaged(lock: path, reason: "an object was expected") }
        for (id, value) in skills {
            guard let entry = Entry(value) else {
                throw .damaged(lock: path, reason: "skill '\(id)' lacks a field")
            }
            entries[id] = entry
        }
    }

    public var text: String {
        let lines = entries.sorted { $0.key < $1.key }.map { id, entry in
            "  \(JSON.text(.text(id))): \(JSON.text(entry.value))"
        }
        return lines.isEmpty ? "{}\n" : "{\n\(lines.joined(separator: ",\n"))\n}\n"
    }

    public func write(to path: String) throws(PackageError) {
        let text = text
        try system { () throws(SystemError) in try Files.replace(path, with: text) }
    }
}

extension SkillsLock.Entry {
    fileprivate init?(_ value: Value) {
        guard let version = value["version"]?.text, let folder = value["folder"]?.text,
            let sha256 = value["sha256"]?.text
        else { return nil }
        self.version = version
        self.folder = folder
        self.sha256 = sha256
        source = value["source"]?.text ?? ""
        isEnabled = value["enabled"]?.bool ?? true
        installedAt = value["installed_at"]?.text ?? ""
    }

    var value: Value {
        [
            "version": .text(version), "folder": .text(folder), "sha256": .text(sha256),
            "source": .text(source), "enabled": .bool(isEnabled), "installed_at": .text(installedAt),
        ]
    }
}
