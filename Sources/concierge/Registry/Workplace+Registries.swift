import ConciergeCore
import Cryptography
import Engine
import SkillPackages
import Unix

extension Workplace {
    /// The configured registries, or the one that was named instead. A key that was never seen here is asked about,
    /// unless `isAgreed` says yes to it already, and pinned in the lock.
    func registries(named: String? = nil, isAgreed: Bool = false) throws -> Registries {
        let lock = try skills.lock()
        let pins = lock.keys.reduce(into: [String: PublicKey]()) { pins, entry in
            guard entry.key.hasPrefix(Self.holder) else { return }
            pins[String(entry.key.dropFirst(Self.holder.count))] = PublicKey(entry.value)
        }
        return Registries(
            try addresses(named), cache: skills.cache, pins: pins,
            now: SystemClock().now(),
            accept: { accept($0, $1, isAgreed: isAgreed) }, remark: { Terminal.warn($0) })
    }

    /// Why its publisher took this version back, as far as was heard without asking anybody.
    func takenBack(_ found: SkillSources.Found) -> String? {
        guard let release = found.entry?.current, release.origin == .registry,
            let registries = try? registries(named: release.source)
        else { return nil }
        return registries.yanked(id: found.package.id, version: release.version)
    }

    // Under which name the lock keeps a registry's key.
    private static let holder = "registry "

    private func addresses(_ named: String?) throws -> [RegistryAddress] {
        let configured =
            Files.exists(configurationPath) ? read().configuration.registries.map(RegistryAddress.init) : []
        if let named {
            let wanted = RegistryAddress(RegistryAddress.located(named))
            return [configured.first { $0.url == wanted.url } ?? wanted]
        }
        guard !configured.isEmpty else {
            throw Failure(
                "\(configurationPath): no registry is named in it; write its address under 'registries', or say --registry PLACE"
            )
        }
        return configured
    }

    /// Remembers the key from now on: another one is refused.
    private func accept(_ registry: RegistryAddress, _ key: PublicKey, isAgreed: Bool) -> Bool {
        Terminal.remark("registry \(registry.url), never seen here, shows the key \(key.text)")
        if !isAgreed {
            guard Environment.isTerminal(0) else { return false }
            guard Terminal.agrees("trust it from now on?") else { return false }
        }
        do {
            try skills.change { lock in
                let holder = Self.holder + registry.url
                // Another command may have pinned one while this one was asking.
                guard lock.keys[holder] ?? key.text == key.text else {
                    throw Failure(
                        "\(registry.url): another key was pinned meanwhile; look at both, and give 'key' beside its address"
                    )
                }
                lock.keys[holder] = key.text
            }
            return true
        } catch {
            Terminal.warn("\(error)")
            return false
        }
    }
}

extension RegistryAddress {
    /// A folder is the same one, wherever the command was typed.
    static func located(_ url: String) -> String {
        isWeb(url) ? url : Files.join(Files.absolute(".") ?? ".", url)
    }

    init(_ configured: Configuration.Registry) {
        self.init(
            Self.located(configured.url), kind: configured.kind.flatMap { Kind(rawValue: $0.rawValue) },
            key: configured.key.flatMap(PublicKey.init), mirrors: configured.mirrors)
    }
}
