public import Cryptography

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
