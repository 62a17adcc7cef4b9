import ConciergeCore
import SkillPackages

/// `concierge skill remove`.
enum SkillRemove {
    static let command = Command(
        name: "remove", summary: "take an installed skill away; what it stored stays",
        parameters: [Skills.skill], options: [.config],
        run: { invocation in
            let place = try Workplace(invocation)
            let standing = try Standing.of(invocation.first, in: place)
            try SkillSwitch.refuseBundled(standing, mend: "take it out of 'skills' in config.yaml")
            let id = standing.found.package.id
            let manifest = try? standing.manifest()
            let before = try place.skills.change { $0.entries[id] = nil }
            let naming = SkillNaming(place)
            do {
                // One that hides a bundled skill of its name gives that one back.
                if try !SkillSources(installed: place.skills).packages().contains(where: {
                    $0.package.id == id
                }) {
                    for remark in try naming.remove({ manifest?.isNamed($0) ?? (SkillName(id) == $0) }) {
                        Terminal.remark(remark)
                    }
                }
                try place.tellRunningHost()
            } catch {
                try naming.undo()
                try place.skills.change { $0.entries[id] = before.entries[id] }
                throw error
            }
            try place.skills.sweep()
        })
}
