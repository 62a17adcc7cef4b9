import ConciergeCore
import Cryptography
import Unix

/// `skills.lock`: which release of each skill is current, and whose keys are trusted. One line a skill, sorted, so that people
/// and git can read it.
public struct SkillsLock: Sendable, Hashable {
    public struct Entry: Sendable, Hashable {
        public var current: Release
        /// The way back.
        public var previous: Release?
        public var isEnabled = true
        /// The admin's word that foreign code may run in the host's process.
        public var runsInProcess = false
        /// Whether the configuration has yet to be told of it: its install is under way, or was killed.
        public var isArriving = false

        public init(_ current: Release) { self.current = current }
    }

    public var entries: [String: Entry] = [:]
    /// Public keys by whom they were seen to belong to: a publisher, or `registry ADDRESS`.
    public var keys: [String: String] = [:]

    public init() {}

    /// The lock as it lies there; an empty one when there is none yet.
    public init(path: String) throws(PackageError) {
        guard Files.exists(path) else { return }
        let bytes = try system { () throws(SystemError) in try Files.read(path) }
        let value: Value
        do { value = try JSON.decode(bytes) } catch {
            throw .damaged(lock: path, reason: "not JSON (\(error))")
        }
        guard let parts = value.map else { throw .damaged(lock: path, reason: "an object was expected") }
        for (id, value) in try Self.part("skills", of: parts, lock: path) {
            guard let entry = Entry(value) else {
                throw .damaged(lock: path, reason: "skill '\(id)' lacks a field, or has a bad one")
            }
            entries[id] = entry
        }
        for (holder, value) in try Self.part("keys", of: parts, lock: path) {
            guard let text = value.text, let key = PublicKey(text) else {
                throw .damaged(lock: path, reason: "the key of '\(holder)' is none")
            }
            keys[holder] = key.text
        }
    }

    private static func part(
        _ name: String, of parts: [String: Value], lock: String
    ) throws(PackageError) -> [String: Value] {
        guard let part = parts[name]?.map else {
            throw .damaged(lock: lock, reason: "'\(name)' is missing, or no object")
        }
        return part
    }

    public var text: String {
        let skills = Self.lines(entries.mapValues(\.value))
        return "{\n\"skills\": \(skills),\n\"keys\": \(Self.lines(keys.mapValues(Value.text)))\n}\n"
    }

    private static func lines(_ values: [String: Value]) -> String {
        let lines = values.sorted { $0.key < $1.key }.map { "  \(JSON.text(.text($0))): \(JSON.text($1))" }
        return lines.isEmpty ? "{}" : "{\n\(lines.joined(separator: ",\n"))\n}"
    }

    public func write(to path: String) throws(PackageError) {
        let text = text
        try system { () throws(SystemError) in try Files.replace(path, with: text) }
    }
}

extension SkillsLock.Entry {
    fileprivate init?(_ value: Value) {
        guard let current = Release(value) else { return nil }
        self.current = current
        if let earlier = value["previous"] {
            guard let release = Release(earlier) else { return nil }
            previous = release
        }
        isEnabled = value["enabled"]?.bool ?? true
        runsInProcess = value["in_process"]?.bool ?? false
        isArriving = value["arriving"]?.bool ?? false
    }

    fileprivate var value: Value {
        var fields = current.value.map ?? [:]
        fields["enabled"] = .bool(isEnabled)
        if runsInProcess { fields["in_process"] = .bool(true) }
        if isArriving { fields["arriving"] = .bool(true) }
        if let previous { fields["previous"] = previous.value }
        return .map(fields)
    }
}
