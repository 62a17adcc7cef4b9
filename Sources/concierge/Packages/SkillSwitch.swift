import ConciergeCore
import SkillPackages

/// `concierge skill enable` and `disable`.
enum SkillSwitch {
    static let enable = Command(
        name: "enable", summary: "let a skill take part in turns: switched on, and named in config.yaml",
        parameters: [Skills.skill],
        options: [
            .config,
            .init(
                name: "in-process", value: nil,
                summary: "let code of somebody else run in the host's own process"),
        ],
        run: { invocation in
            let place = try Workplace(invocation)
            let standing = try Standing.of(invocation.first, in: place)
            try agree(standing, place, invocation.has("in-process"))
            try takeUp(standing, place)
        })

    /// Names it in the configuration, and lets a running host know.
    static func takeUp(_ standing: Standing, _ place: Workplace) throws {
        if let entry = standing.entry, !entry.isEnabled {
            throw Failure("\(entry.place): says 'enabled: false'; take that out")
        }
        let naming = SkillNaming(place)
        do {
            if !standing.found.isInstructions {
                try naming.add(try SkillFile(standing.found.package.path)).forEach(Terminal.remark)
            }
            try place.tellRunningHost()
        } catch {
            try naming.undo()
            throw error
        }
    }

    private static func agree(_ standing: Standing, _ place: Workplace, _ inProcess: Bool) throws {
        let id = standing.found.package.id
        guard standing.found.origin == .installed else { return }
        if standing.found.needsWord(standing.entry?.isolation), !inProcess {
            throw Failure(
                "skill '\(id)': code of somebody else, and it would run in the host's own process; "
                    + "if you would run it yourself, say --in-process")
        }
        try place.skills.change { lock in
            lock.entries[id]?.isEnabled = true
            if inProcess { lock.entries[id]?.runsInProcess = true }
        }
    }

    static let disable = Command(
        name: "disable", summary: "let a skill take no part in turns until it is enabled again",
        parameters: [Skills.skill], options: [.config],
        run: { invocation in
            let place = try Workplace(invocation)
            let standing = try Standing.of(invocation.first, in: place)
            try refuseBundled(
                standing, mend: "write 'enabled: false' beside its name under 'skills' in config.yaml")
            try place.skills.change { $0.entries[standing.found.package.id]?.isEnabled = false }
            try place.tellRunningHost()
        })

    /// What comes with concierge is not installed, and the configuration alone says whether it takes part.
    static func refuseBundled(_ standing: Standing, mend: String) throws {
        guard standing.found.origin != .installed else { return }
        throw Failure("skill '\(standing.found.package.id)': comes with concierge; \(mend)")
    }
}
