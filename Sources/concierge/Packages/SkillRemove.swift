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
            guard let entry = standing.found.entry else { return }
            if let file = try? SkillFile(standing.found.package.path) {
                let left = try Compatibility(place: place, file: file).dependents()
                guard left.isEmpty else {
                    throw Failure(left + ["skill '\(id)': others need it; remove them first"])
                }
            }
            try place.settle(id, entry, as: nil) { names in
                // One that hid a bundled skill of its name gives that one back.
                let left = try SkillSources(installed: place.skills).packages()
                guard !left.contains(where: { $0.package.id == id }) else { return }
                try names.remove { manifest?.isNamed($0) ?? (SkillName(id) == $0) }.forEach(Terminal.remark)
            }
            try place.skills.sweep()
        })
}
