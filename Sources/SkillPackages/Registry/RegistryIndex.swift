public import ConciergeCore
public import Cryptography

/// What a registry has, as `index.json` says it.
public struct RegistryIndex: Sendable, Hashable {
    static let fileName = "index.json"
    static let signatureName = "index.json.minisig"
    /// A new index lies there until its signature has its name: who breaks off in between leaves nothing broken.
    static let nextName = "index.json.next"
    static let schema: Int64 = 1
    static let largest = 16 << 20
    static let deepest = 8

    /// One version of a package.
    public struct Version: Sendable, Hashable {
        /// Below the registry's address.
        public var file: String
        public var sha256: String
        public var size: Int
        public var kind: Release.Kind
        public var abi: String?
        public var publisher: String?
        public var signer: PublicKey?
        public var description: String
        public var permissions: [String] = []
        public var publishedAt: Timestamp
        /// Why it must not be installed any more.
        public var yanked: String?
    }

    public var name: String
    /// Grows with every change, so that an old index is known for one.
    public var serial: Int64
    public var expires: Timestamp
    public var mirrors: [String] = []
    public var packages: [String: [String: Version]] = [:]

    /// What the index's signature must say beside it.
    var trustedComment: String { "index \(name) \(serial)" }

    var value: Value {
        [
            "schema": .int(Self.schema), "name": .text(name), "serial": .int(serial),
            "expires": .text(expires.description), "mirrors": .list(mirrors.map(Value.text)),
            "packages": .map(packages.mapValues { .map($0.mapValues(\.value)) }),
        ]
    }

    var bytes: [UInt8] { JSON.encode(value) + [10] }

    /// Newest first.
    func offers(of id: String, from registry: RegistryAddress) -> [RegistryOffer] {
        (packages[id] ?? [:]).compactMap { version, entry in
            ConciergeCore.Version(version).map { ($0, offer(id, version, entry, registry)) }
        }.sorted { $0.0 > $1.0 }.map(\.1)
    }

    private func offer(
        _ id: String, _ version: String, _ entry: Version, _ registry: RegistryAddress
    ) -> RegistryOffer {
        RegistryOffer(
            id: id, version: version, sha256: entry.sha256, size: entry.size, kind: entry.kind,
            description: entry.description, publisher: entry.publisher, signer: entry.signer,
            permissions: entry.permissions, yanked: entry.yanked, registry: registry,
            location: entry.file, mirrors: mirrors)
    }
}

extension RegistryIndex.Version {
    var value: Value {
        .compact([
            "file": .text(file), "sha256": .text(sha256), "size": .int(Int64(size)),
            "kind": .text(kind.rawValue), "abi": abi.map(Value.text), "publisher": publisher.map(Value.text),
            "signer": signer.map { .text($0.text) }, "description": .text(description),
            "permissions": permissions.isEmpty ? nil : .list(permissions.map(Value.text)),
            "published_at": .text(publishedAt.description), "yanked": yanked.map(Value.text),
        ])
    }
}
