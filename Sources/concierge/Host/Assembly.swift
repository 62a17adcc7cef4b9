import ConciergeCore
import Engine
import Gateway
import SkillHosting
import SkillPackages

/// Makes a pipeline of what the configuration names and the packages bring.
struct Assembly {
    let place: Workplace
    let services: any SkillServices

    /// Loads what the configuration names. Faults of the file refuse the whole; a skill that does not load is left out and named.
    func generation(_ configuration: Configuration, after old: Generation?) throws -> Generation {
        var generation = Generation()
        let lineup = try Lineup(configuration, place: place)
        let errors = lineup.problems.filter(\.isError)
        guard errors.isEmpty else { throw Failure(errors.map(\.description)) }
        generation.unloaded = lineup.missing
        // What is missing is told with its reason already.
        let told = lineup.missing.map(\.reason)
        generation.warnings = lineup.problems.map(\.description).filter { !told.contains($0) }
        for skill in lineup.skills {
            if let kept = old?.served.first(where: { $0.origin == skill.origin }) {
                generation.served.append(kept)
                continue
            }
            do {
                let loaded = try SkillLoading.load(skill.file, config: skill.config, services: services)
                let found = loaded.findings.map { $0.problem(in: skill.layers) }
                if let error = found.first(where: \.isError) {
                    loaded.skill.stop()
                    throw Failure(error.description)
                }
                generation.warnings += loaded.warnings + found.map(\.description)
                let stage = Stage(manifest: skill.origin.manifest, skill: loaded.skill)
                generation.served.append(Served(origin: skill.origin, stage: stage))
            } catch {
                generation.unloaded.append(UnloadedSkill(id: skill.file.package.id, reason: "\(error)"))
            }
        }
        return generation
    }
}
