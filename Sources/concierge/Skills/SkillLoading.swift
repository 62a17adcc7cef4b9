import ConciergeCore
import Engine
import SkillHosting
import SkillPackages
import Unix

/// From a package to a skill that is ready for turns.
enum SkillLoading {
    /// A configuration may have been checked before; without one the manifest's defaults serve.
    static func load(
        _ file: SkillFile, config: Value?, services: any SkillServices
    ) throws(LoadError) -> LoadedSkill {
        let library = Files.absolute(file.package.library) ?? file.package.library
        let request = SkillRequest(
            id: file.package.id, path: library, package: file.facts, configuration: config ?? [:])
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
