public import ConciergeCore
import ConfigurationFile
import Unix

/// A skill's folder with its `skill.yaml` read.
public struct SkillFile: Sendable {
    public var package: PackageFolder
    public let manifest: Manifest
    public let facts: Value
    public let warnings: [Problem]
    /// What the package itself says of its configuration.
    public let layers: Layers

    public init(_ folder: String) throws(PackageError) {
        guard PackageFolder.isPackage(folder) else { throw PackageError.notAPackage(folder: folder) }
        do throws(Problems) {
            let file = try ManifestFile(path: Files.join(folder, PackageFolder.manifestName))
            manifest = file.manifest
            facts = file.facts
            warnings = file.warnings
        } catch {
            throw PackageError.problems(error.all)
        }
        layers = try Self.layers(manifest, in: folder)
        package = PackageFolder(folder, id: manifest.id)
    }

    /// The configuration without an admin's, or with one that stands in no file.
    public func configuration(_ own: Value = [:]) -> (value: Value, layers: Layers, problems: [Problem]) {
        var layers = layers
        layers.add(own, from: SourceMap(file: "config"))
        let (value, problems) = layers.check(manifest.configurationSchema)
        return (value, layers, problems)
    }

    private static func layers(_ manifest: Manifest, in folder: String) throws(PackageError) -> Layers {
        var layers = Layers()
        for path in manifest.defaults {
            do throws(Problem) {
                let document = try ConfigurationFile.Document(path: Files.join(folder, path))
                layers.add(document.value, from: document.sources)
            } catch {
                throw PackageError.problems([error])
            }
        }
        return layers
    }
}
