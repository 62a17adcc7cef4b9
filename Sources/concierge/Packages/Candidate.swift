import ConciergeCore
import ConfigurationFile
import Cryptography
import SkillPackages
import Unix

/// A package that lies ready aside and may become the current one.
struct Candidate {
    enum Content {
        case skill(SkillFile)
        case instructions(InstructionsFile)

        var id: String {
            switch self {
            case .skill(let file): file.manifest.id
            case .instructions(let file): file.id
            }
        }
    }

    var content: Content
    /// As it lies in the staging folder.
    var package: PackageFolder
    var origin: Release.Origin
    /// What was asked for.
    var source: String
    /// What messages call it instead of the staging folder.
    var shown: String
    /// What it is called where it was fetched, when it does not say itself.
    var offeredVersion: String?
    /// Whoever signed it, as its registry saw it.
    var offeredSigner: PublicKey?

    var id: String { package.id }

    var version: String {
        switch content {
        case .skill(let file): file.manifest.version
        case .instructions(let file): file.version ?? offeredVersion ?? "0.0.0"
        }
    }

    var kind: Release.Kind {
        switch content {
        case .skill: .native
        case .instructions: .instructions
        }
    }

    var manifest: Manifest? {
        guard case .skill(let file) = content else { return nil }
        return file.manifest
    }

    var file: SkillFile? {
        guard case .skill(let file) = content else { return nil }
        return file
    }

    /// Under which name the lock keeps the key of whoever signed it.
    var keyHolder: String { Trust.holder(publisher: manifest?.publisher, id: id) }

    var permissions: [Permission] { manifest.map(Permission.all) ?? [] }

    func release(at now: Timestamp) throws -> Release {
        // It was tried meanwhile, and may have had a hand in what lies there.
        let differences = try package.differences()
        guard differences.isEmpty else {
            throw Failure("\(shown): \(differences[0]) while it was tried; do not install it")
        }
        var release = Release(
            version: version, sha256: try package.digest(), id: id, kind: kind, origin: origin,
            source: source, installedAt: now)
        release.publisher = manifest?.publisher
        release.permissions = permissions.map(\.id)
        return release
    }

    /// What lies in a folder, as a skill or as instructions.
    static func content(of folder: String) throws -> Content {
        if PackageFolder.isPackage(folder) { return .skill(try SkillFile(folder)) }
        let text = Files.join(folder, InstructionsFile.name)
        guard Files.exists(text) else { throw PackageError.notAPackage(folder: folder) }
        do throws(Problems) { return .instructions(try InstructionsFile(path: text)) } catch {
            throw PackageError.problems(error.all)
        }
    }
}
