import ConciergeCore
import Engine
import SkillHosting
import SkillPackages
import Unix

/// From a package to a skill that is ready for turns.
enum SkillLoading {
    /// The configuration is that over the package's own; nil: the package's own alone.
    static func load(
        _ file: SkillFile, config: Value?, services: any SkillServices
    ) throws(LoadError) -> LoadedSkill {
        // Of the folder, which is there: a library that is not has no absolute path to find.
        let folder = Files.absolute(file.package.path) ?? file.package.path
        let request = SkillRequest(
            id: file.package.id, path: PackageFolder(folder, id: file.package.id).library,
            package: file.facts, configuration: config ?? file.configuration().value)
        return try loader(services).load(request)
    }

    private static func loader(_ services: any SkillServices) -> SkillLoader {
        SkillLoader(
            services: services, offered: Engine.services, reading: { try Manifest(from: $0) },
            checking: { manifest, value in
                let (checked, violations) = manifest.configurationSchema.check(value)
                return (checked, violations.map(\.message))
            })
    }
}
