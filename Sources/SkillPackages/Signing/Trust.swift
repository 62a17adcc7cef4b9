public import Cryptography
import ConciergeCore

/// Whose word is taken for a package: keys that the admin gave, and keys that were seen here before.
public struct Trust: Sendable {
    /// What a signature is worth here.
    public enum Word: Sendable, Hashable {
        case nobody
        case known(PublicKey)
        /// It is right, and by a key that was never seen here.
        case first(PublicKey)

        public var key: PublicKey? {
            switch self {
            case .nobody: nil
            case .known(let key), .first(let key): key
            }
        }
    }

    /// From the configuration and the command line.
    public var given: [PublicKey]
    public var lock: SkillsLock
    /// The admin's word that a publisher has a new key.
    public var acceptsChange: Bool

    public init(given: [PublicKey], lock: SkillsLock, acceptsChange: Bool = false) {
        self.given = given
        self.lock = lock
        self.acceptsChange = acceptsChange
    }

    /// Under which name the lock keeps a publisher's key.
    public static func holder(publisher: String?, id: String) -> String {
        publisher.map { "publisher \(Spelling.folded($0))" } ?? "skill \(id)"
    }

    /// Holds a package against its signature, and the key against those that were pinned. `offered` is whose the registry says
    /// that it is; `isOwn`: it was built here, and needs none.
    public func word(
        for package: PackageFolder, version: String, publisher: String?, offered: PublicKey? = nil,
        isOwn: Bool = false, shown: String
    ) throws(PackageError) -> Word {
        let pinned = pinnedKeys(package.id, publisher)
        guard let signature = try PackageSignature.read(package) else {
            // What was signed once is never replaced by what nobody signed.
            if !isOwn, let key = pinned.first ?? offered {
                throw .untrusted(.unsigned(package: shown, pinned: key.identifier))
            }
            return .nobody
        }
        let expected = (acceptsChange ? [] : pinned) + [offered].compactMap { $0 }
        for key in expected where key.identifier != signature.keyIdentifier {
            throw .untrusted(
                .changedKey(package: shown, pinned: key.identifier, signed: signature.keyIdentifier))
        }
        let unseen = [offered, signature.offeredKey].compactMap { $0 }
        func signs(_ key: PublicKey) -> Bool { key.identifier == signature.keyIdentifier }
        guard let key = (pinned + given + unseen).first(where: signs) else {
            throw .untrusted(.unknownKey(package: shown, signed: signature.keyIdentifier))
        }
        try signature.verify(id: package.id, version: version, sums: PackageSums(of: package), by: key)
        return (pinned + given).contains(key) ? .known(key) : .first(key)
    }

    private func pinnedKeys(_ id: String, _ publisher: String?) -> [PublicKey] {
        let holder = Self.holder(publisher: publisher, id: id)
        return [lock.entries[id]?.current.signer, lock.keys[holder]].compactMap { $0.flatMap(PublicKey.init) }
    }
}
