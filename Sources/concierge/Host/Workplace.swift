import ConciergeCore
import SkillPackages
import Unix

/// The folder a command works in: that of its configuration.
struct Workplace: Sendable {
    let configurationPath: String
    let folder: String

    init(_ invocation: Invocation) throws {
        self.init(
            configuration: invocation["config"] ?? Environment["CONCIERGE_CONFIG"] ?? "config.yaml")
    }

    init(configuration: String) {
        configurationPath = configuration
        folder = Files.folder(of: configuration)
    }

    var skills: SkillsFolder { SkillsFolder(Files.join(folder, "skills")) }

    func data(of configuration: Configuration) -> DataFolder {
        guard case .sqlite(let path) = configuration.store.location else {
            return DataFolder(path: Files.join(folder, "data"))
        }
        return DataFolder(path: Files.folder(of: path))
    }

    func database(of configuration: Configuration) throws -> String {
        guard case .sqlite(let path) = configuration.store.location else {
            throw Failure(
                "\(configurationPath): 'store' names PostgreSQL, which this version does not speak; write sqlite:PATH"
            )
        }
        return path
    }
}
