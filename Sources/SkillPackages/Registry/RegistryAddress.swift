import ConciergeCore
public import Cryptography
import Unix

/// Where packages come from, as the admin named it.
public struct RegistryAddress: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A folder, here or on a web server, with a signed index.
        case index
        /// ClawHub's own interface, read for instructions only.
        case clawhub
    }

    /// `https://…`, `http://…` or a folder; without a slash at its end.
    public let url: String
    public let kind: Kind
    /// By which its index must be signed; nil: by the one that was pinned.
    public var key: PublicKey?
    /// Asked in this order where it does not answer.
    public var mirrors: [String]

    public init(_ url: String, kind: Kind? = nil, key: PublicKey? = nil, mirrors: [String] = []) {
        self.url = Self.trimmed(url)
        self.kind = kind ?? (Self.isClawHub(url) ? .clawhub : .index)
        self.key = key
        self.mirrors = mirrors.map(Self.trimmed)
    }

    public static func isWeb(_ url: String) -> Bool {
        let start = url.prefix(8).lowercased()
        return start.hasPrefix("https://") || start.hasPrefix("http://")
    }

    /// ClawHub itself, and its mirrors under its name.
    private static func isClawHub(_ url: String) -> Bool {
        guard isWeb(url), let host = url.split(separator: "/").dropFirst().first else { return false }
        return host.lowercased().contains("clawhub")
    }

    private static func trimmed(_ url: String) -> String {
        var url = url
        while url.count > 1, url.hasSuffix("/") { url.removeLast() }
        return url
    }
}

/// One version of a package that a registry has.
public struct RegistryOffer: Sendable, Hashable {
    public var id: String
    public var version: String
    /// Of the archive; nil where the registry does not say it.
    public var sha256: String?
    public var size: Int?
    public var kind: Release.Kind
    public var description: String
    public var publisher: String?
    /// Whoever signed the package, as the registry saw it.
    public var signer: PublicKey?
    public var permissions: [String] = []
    /// Why it must not be installed any more.
    public var yanked: String?
    /// What its registry warns of.
    public var warning: String?
    public var registry: RegistryAddress
    /// Below the registry's address, or a whole address.
    public var location: String
    /// Where else the same bytes lie, after those that the admin named.
    var mirrors: [String] = []

    public var name: String { "\(id) \(version)" }
}

extension [RegistryOffer] {
    /// What is installed where no version is named: the highest that nobody took back, and a release before any that
    /// is only on its way to one. The offers come newest first.
    public var choice: RegistryOffer? {
        let standing = filter { $0.yanked == nil }
        return standing.first { Version($0.version)?.stage.isEmpty == true } ?? standing.first
    }
}
