import ConciergeCore
public import Cryptography

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
