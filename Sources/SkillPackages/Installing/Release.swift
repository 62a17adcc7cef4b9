public import ConciergeCore

/// One version of a skill as it was installed: what it is, where it came from, and what was agreed to.
public struct Release: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable {
        case native
        /// Text for staff and models; it takes part in no turn.
        case instructions
    }

    /// How it came here, which says whose word it runs on.
    public enum Origin: String, Sendable, Hashable {
        /// A folder of the admin's own, built here.
        case folder
        case archive
        case registry
    }

    public var version: String
    /// Below the folder of the lock.
    public var folder: String
    /// Of its `SHA256SUMS`, and with it of every file.
    public var sha256: String
    public var kind = Kind.native
    public var origin = Origin.folder
    /// What was asked for: a path, or an address.
    public var source: String
    /// The public key of whoever signed it; nil: nobody did.
    public var signer: String?
    public var publisher: String?
    /// What the admin let it do.
    public var permissions: [String] = []
    public var installedAt: String

    public init(
        version: String, sha256: String, id: String, kind: Kind = .native, origin: Origin = .folder,
        source: String, installedAt: Timestamp
    ) {
        self.version = version
        self.sha256 = sha256
        folder = "\(id)/\(version)-\(sha256.prefix(12))"
        self.kind = kind
        self.origin = origin
        self.source = source
        self.installedAt = installedAt.description
    }

    /// Its version, and what tells two contents of one version apart.
    public var label: String { "\(version) (\(sha256.prefix(12)))" }

    /// Code of somebody else.
    public var isForeign: Bool { kind == .native && origin != .folder }
}

extension Release {
    init?(_ value: Value) {
        guard let version = value["version"]?.text, let folder = value["folder"]?.text,
            let sha256 = value["sha256"]?.text
        else { return nil }
        self.version = version
        self.folder = folder
        self.sha256 = sha256
        kind = value["kind"]?.text.flatMap(Kind.init) ?? .native
        origin = value["origin"]?.text.flatMap(Origin.init) ?? .folder
        source = value["source"]?.text ?? ""
        signer = value["signer"]?.text
        publisher = value["publisher"]?.text
        permissions = (value["permissions"]?.list ?? []).compactMap(\.text)
        installedAt = value["installed_at"]?.text ?? ""
        guard isInside else { return nil }
    }

    /// Whether it lies where packages lie: a lock is edited by people, and a version comes from strangers.
    var isInside: Bool {
        let parts = folder.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") }
    }

    public var value: Value {
        .compact([
            "version": .text(version), "folder": .text(folder), "sha256": .text(sha256),
            "kind": .text(kind.rawValue), "origin": .text(origin.rawValue), "source": .text(source),
            "signer": signer.map(Value.text), "publisher": publisher.map(Value.text),
            "permissions": .list(permissions.map(Value.text)), "installed_at": .text(installedAt),
        ])
    }
}
