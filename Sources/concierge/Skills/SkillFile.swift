import ConciergeCore
import ConfigurationFile
import SkillPackages
import Unix

/// A skill's folder with its `skill.yaml` read.
struct SkillFile: Sendable {
    let package: PackageFolder
    let manifest: Manifest
    let facts: Value
    let warnings: [Problem]

    init(_ folder: String) throws {
        guard PackageFolder.isPackage(folder) else { throw PackageError.notAPackage(folder: folder) }
        do throws(Problems) {
            let file = try ManifestFile(path: Files.join(folder, PackageFolder.manifestName))
            manifest = file.manifest
            facts = file.facts
            warnings = file.warnings
        } catch {
            throw Failure(error.all.map(\.description))
        }
        package = PackageFolder(folder, id: manifest.id)
    }
}
