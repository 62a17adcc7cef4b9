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
    /// What the package itself says of its configuration.
    let layers: Layers

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
        layers = try Self.layers(manifest, in: folder)
        package = PackageFolder(folder, id: manifest.id)
    }

    /// The configuration without an admin's, or with one that stands in no file.
    func configuration(_ own: Value = [:]) -> (value: Value, layers: Layers, problems: [Problem]) {
        var layers = layers
        layers.add(own, from: SourceMap(file: "config"))
        let (value, problems) = layers.check(manifest.configurationSchema)
        return (value, layers, problems)
    }

    private static func layers(_ manifest: Manifest, in folder: String) throws -> Layers {
        var layers = Layers()
        for path in manifest.defaults {
            do throws(Problem) {
                let document = try ConfigurationFile.Document(path: Files.join(folder, path))
                layers.add(document.value, from: document.sources)
            } catch {
                throw Failure(error.description)
            }
        }
        return layers
    }
}
