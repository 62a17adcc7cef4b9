public import ConciergeCore
import Synchronization

/// One skill at its place in the pipeline.
public final class Stage: Sendable {
    public let manifest: Manifest
    public let skill: any Skill
    /// The keys that it reads by name, and what the names of others begin with.
    let exact: Set<String>
    let prefixes: [String]
    private let writtenOff = Mutex<String?>(nil)

    public init(manifest: Manifest, skill: any Skill) {
        self.manifest = manifest
        self.skill = skill
        let patterns = manifest.reads.map(\.pattern)
        exact = Set(patterns.filter { !$0.hasSuffix("*") })
        prefixes = patterns.filter { $0.hasSuffix("*") }.map { String($0.dropLast()) }
    }

    public var id: String { manifest.id }

    /// Why it takes no part until restart; nil while it does.
    public var outOfService: String? { writtenOff.withLock { $0 } }

    func takeOutOfService(_ reason: String) { writtenOff.withLock { $0 = $0 ?? reason } }

    func handles(event name: String) -> Bool { manifest.on.contains(name) }

    func reads(_ key: String) -> Bool { exact.contains(key) || prefixes.contains(where: key.hasPrefix) }
}
