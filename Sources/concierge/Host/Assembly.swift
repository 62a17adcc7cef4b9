import ConciergeCore
import Engine
import Gateway
import SkillHosting
import SkillPackages

/// Makes a pipeline of what the configuration names and the packages bring.
struct Assembly {
    let place: Workplace
    let services: any SkillServices

    /// Loads what the configuration names. Faults of the file refuse the whole, and so does a change with which a skill
    /// that runs would not run any more; another skill that does not load is left out and named.
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
                generation.served.append(try serve(skill, &generation.warnings))
            } catch {
                let id = skill.file.package.id
                guard old?.served.contains(where: { $0.id == id }) != true else {
                    generation.stop(sparing: old)
                    throw Failure("\(error)")
                }
                generation.unloaded.append(UnloadedSkill(id: id, reason: "\(error)"))
            }
        }
        return generation
    }

    private func serve(_ skill: Lineup.Skill, _ warnings: inout [String]) throws -> Served {
        let loaded = try SkillLoading.load(skill.file, config: skill.config, services: services)
        let found = loaded.findings.map { $0.problem(in: skill.layers) }
        let errors = found.filter(\.isError)
        guard errors.isEmpty else {
            loaded.skill.stop()
            throw Failure(errors.map(\.description))
        }
        warnings += loaded.warnings + found.filter { $0.severity != .note }.map(\.description)
        return Served(
            origin: skill.origin, stage: Stage(manifest: skill.origin.manifest, skill: loaded.skill))
    }
}
