public import Cryptography
import Unix

/// Who says that a package is what it is: `SHA256SUMS` and its minisign signature.
public struct PackageSignature: Sendable, Hashable {
    /// What was signed, which need not be what lies there.
    public let listed: PackageSums
    public let file: SignatureFile
    /// For messages.
    private let place: String

    private init(listed: PackageSums, file: SignatureFile, place: String) {
        self.listed = listed
        self.file = file
        self.place = place
    }

    /// The key that the signature itself shows.
    public var offeredKey: PublicKey? { file.offeredKey }

    /// Nil for a package that nobody signed; a signature of a list that is not there is an error.
    public static func read(_ folder: PackageFolder) throws(PackageError) -> PackageSignature? {
        let sums = Files.join(folder.path, PackageFolder.sumsName)
        let signature = Files.join(folder.path, PackageFolder.signatureName)
        switch (Files.exists(sums), Files.exists(signature)) {
        case (_, false): return nil
        case (false, true): throw .untrusted(.half(there: signature, missing: PackageFolder.sumsName))
        case (true, true): break
        }
        for path in [sums, signature] { try PackageFolder.expectFile(path) }
        let listed = try PackageSums(
            text: try system { () throws(SystemError) in try Files.text(sums) }, place: sums)
        let text = try system { () throws(SystemError) in try Files.text(signature) }
        do throws(SignatureError) {
            return PackageSignature(listed: listed, file: try SignatureFile(text), place: signature)
        } catch {
            throw .untrusted(.signature(place: signature, error))
        }
    }

    /// Signs what lies in the folder, and leaves list and signature there.
    @discardableResult
    public static func sign(
        _ folder: PackageFolder, version: String, by key: SecretKey
    ) throws(PackageError) -> PackageSignature {
        let sums = try PackageSums(of: folder)
        let file = key.sign(
            Array(sums.text.utf8), trustedComment: sums.trustedComment(id: folder.id, version: version))
        let place = Files.join(folder.path, PackageFolder.signatureName)
        try system { () throws(SystemError) in
            try Files.replace(Files.join(folder.path, PackageFolder.sumsName), with: sums.text)
            try Files.replace(place, with: file.text)
        }
        return PackageSignature(listed: sums, file: file, place: place)
    }

    public var keyIdentifier: String { file.keyIdentifier }

    /// Throws unless this key signed exactly these files, under exactly this id and version.
    public func verify(
        id: String, version: String, sums: PackageSums, by key: PublicKey
    ) throws(PackageError) {
        do throws(SignatureError) { try file.verify(Array(listed.text.utf8), by: key) } catch {
            throw .untrusted(.signature(place: place, error))
        }
        let expected = listed.trustedComment(id: id, version: version)
        guard file.trustedComment == expected else {
            throw .untrusted(.otherPackage(place: place, says: file.trustedComment, expected: expected))
        }
        let differences = listed.differences(from: sums)
        guard differences.isEmpty else { throw .untrusted(.differs(place: place, differences)) }
    }
}

extension PackageFolder {
    /// Throws unless the key that a release was signed by signed these files.
    public func verify(_ release: Release) throws(PackageError) {
        guard let signer = release.signer else { return }
        let place = Files.join(path, Self.signatureName)
        guard let key = PublicKey(signer), let signature = try PackageSignature.read(self) else {
            throw .untrusted(.unsigned(package: place, pinned: signer))
        }
        try signature.verify(id: id, version: release.version, sums: try PackageSums(of: self), by: key)
    }
}

/// Why a package or an index is not what it says it is.
public enum TrustError: Error, Hashable, CustomStringConvertible {
    /// A file whose name cannot stand in a list.
    case name(path: String)
    case sums(place: String, line: Int)
    case half(there: String, missing: String)
    case signature(place: String, SignatureError)
    case otherPackage(place: String, says: String, expected: String)
    case differs(place: String, [PackageSums.Difference])
    case unsigned(package: String, pinned: String)
    case changedKey(package: String, pinned: String, signed: String)
    case unknownKey(package: String, signed: String)

    public var description: String {
        switch self {
        case .name(let path):
            "\(path): a name with a control character or '\\' cannot stand in SHA256SUMS; rename the file"
        case .sums(let place, let line):
            "\(place): line \(line) is not 'sha256  path' in the order of the paths; sign the package again"
        case .half(let there, let missing):
            "\(there): there is no '\(missing)' beside it; sign the package again"
        case .signature(let place, let error): "\(place): \(error)"
        case .otherPackage(let place, let says, let expected):
            "\(place): signed as '\(says)', but this is '\(expected)'; get the package anew from its publisher"
        case .unsigned(let package, let pinned):
            "\(package): nobody signed it, and before it was signed by key \(pinned); get a signed one from its publisher"
        case .changedKey(let package, let pinned, let signed):
            "\(package): signed by key \(signed), and skills.lock knows its publisher by \(pinned); ask the publisher, and if the key "
                + "has changed indeed, say --new-key"
        case .unknownKey(let package, let signed):
            "\(package): signed by key \(signed), which nobody here knows; give it by --key, or add it to 'trusted_keys' in config.yaml"
        case .differs(let place, let differences):
            "\(place): \(PackageSums.text(differences)) after it was signed; get the package anew from its publisher"
        }
    }
}
