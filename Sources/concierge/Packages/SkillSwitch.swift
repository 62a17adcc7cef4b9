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
            guard let entry = standing.found.entry else { return try takeUp(standing, place) }
            let wanted = try enabled(entry, standing, inProcess: invocation.has("in-process"))
            try place.settle(standing.found.package.id, entry, as: wanted) { try name(standing, by: $0) }
        })

    /// Names a bundled skill in the configuration, and lets a running host know.
    static func takeUp(_ standing: Standing, _ place: Workplace) throws {
        let names = SkillNaming(place)
        do {
            try name(standing, by: names)
            try place.tellRunningHost()
        } catch {
            try? names.undo()
            throw error
        }
    }

    private static func name(_ standing: Standing, by names: SkillNaming) throws {
        if let entry = standing.entry, !entry.isEnabled {
            throw Failure("\(entry.place): says 'enabled: false'; take that out")
        }
        guard !standing.found.isInstructions else { return }
        try names.add(try SkillFile(standing.found.package.path)).forEach(Terminal.remark)
    }

    private static func enabled(
        _ entry: SkillsLock.Entry, _ standing: Standing, inProcess: Bool
    ) throws -> SkillsLock.Entry {
        if standing.found.needsWord(standing.entry?.isolation), !inProcess {
            throw Failure(
                "skill '\(standing.found.package.id)': code of somebody else, and it would run in the host's own process; "
                    + "if you would run it yourself, say --in-process")
        }
        var entry = entry
        entry.isEnabled = true
        if inProcess { entry.runsInProcess = true }
        return entry
    }

    static let disable = Command(
        name: "disable", summary: "let a skill take no part in turns until it is enabled again",
        parameters: [Skills.skill], options: [.config],
        run: { invocation in
            let place = try Workplace(invocation)
            let standing = try Standing.of(invocation.first, in: place)
            try refuseBundled(
                standing, mend: "write 'enabled: false' beside its name under 'skills' in config.yaml")
            guard var entry = standing.found.entry else { return }
            entry.isEnabled = false
            try place.settle(standing.found.package.id, standing.found.entry ?? entry, as: entry)
        })

    /// What comes with concierge is not installed, and the configuration alone says whether it takes part.
    static func refuseBundled(_ standing: Standing, mend: String) throws {
        guard standing.found.origin != .installed else { return }
        throw Failure("skill '\(standing.found.package.id)': comes with concierge; \(mend)")
    }
}
