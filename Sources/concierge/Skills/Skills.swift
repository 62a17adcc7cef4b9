import ConciergeCore
import SkillPackages
import Unix

/// `concierge skill`: packages of skills.
enum Skills {
    static let command = Command(
        name: "skill", aliases: ["skills"], summary: "build, test, install and look after skills",
        subcommands: [
            SkillNew.command, SkillBuild.command, SkillTest.command, SkillInstall.command, list, info,
            SkillAction.command,
            enable, disable, remove,
            SkillSign.command, SkillProbe.command, sdk,
        ])

    static let folder = Command.Parameter(
        name: "FOLDER", summary: "the skill's folder, with its skill.yaml", completion: .folder)
    static let skill = Command.Parameter(name: "SKILL", summary: "its id; '-' and '_' are the same")

    private static let list = Command(
        name: "list", summary: "which skills are there, and where from", options: [.config, .json],
        run: { invocation in
            let found = try SkillSources(installed: try Workplace(invocation).skills).packages()
            if invocation.has("json") {
                return Terminal.print(JSON.text(.list(try found.map { try describe($0) })))
            }
            var table = Table(header: ["id", "version", "origin", "state", "folder"])
            for skill in found {
                let version =
                    try skill.entry?.current.version ?? SkillFile(skill.package.path).manifest.version
                let state = skill.isEnabled ? "enabled" : "disabled"
                table.rows.append([
                    skill.package.id, version, skill.origin.rawValue, state, skill.package.path,
                ])
            }
            Terminal.print(table.text(Terminal.answers))
        })

    private static let info = Command(
        name: "info", summary: "what a skill reads, writes, keeps and wants", parameters: [skill],
        options: [.config, .json],
        run: { invocation in
            let found = try find(invocation)
            guard !invocation.has("json") else { return Terminal.print(JSON.text(try describe(found))) }
            let file = try SkillFile(found.package.path)
            Terminal.print(SkillInfo(file: file, found: found).text(Terminal.answers))
        })

    private static let enable = switching("enable", to: true, "take part in turns again")
    private static let disable = switching(
        "disable", to: false, "take no part in turns until it is enabled again")

    private static func switching(_ name: String, to isEnabled: Bool, _ summary: String) -> Command {
        Command(
            name: name, summary: "let an installed skill \(summary)", parameters: [skill], options: [.config],
            run: { invocation in
                let place = try Workplace(invocation)
                try refuseBundled(
                    invocation,
                    mend: "write 'enabled: \(isEnabled)' beside its name under 'skills' in config.yaml")
                let id = try place.skills.id(named: invocation.first)
                try place.skills.change { $0.entries[id]?.isEnabled = isEnabled }
                try place.tellRunningHost()
            })
    }

    private static let remove = Command(
        name: "remove", summary: "take an installed skill away; what it stored stays", parameters: [skill],
        options: [.config],
        run: { invocation in
            let place = try Workplace(invocation)
            try refuseBundled(invocation, mend: "take it out of 'skills' in config.yaml")
            let id = try place.skills.id(named: invocation.first)
            try place.skills.change { $0.entries[id] = nil }
            for remark in try SkillNaming(place).remove({ $0 == SkillName(id) }) { Terminal.remark(remark) }
            try place.tellRunningHost()
            try place.skills.sweep()
        })

    private static let sdk = Command(
        name: "sdk", summary: "print where the SDK lies that skills are built against",
        run: { _ in Terminal.print(try SDK.find(executable: Environment.executable).path) })

    /// What comes with concierge is not installed, and the configuration alone says whether it takes part.
    private static func refuseBundled(_ invocation: Invocation, mend: String) throws {
        guard let skill = try? find(invocation), skill.origin != .installed else { return }
        throw Failure("skill '\(skill.package.id)': comes with concierge; \(mend)")
    }

    private static func find(_ invocation: Invocation) throws -> SkillSources.Found {
        let found = try SkillSources(installed: try Workplace(invocation).skills).packages()
        let wanted = Spelling.folded(invocation.first)
        guard let skill = found.first(where: { Spelling.folded($0.package.id) == wanted }) else {
            let mend = Spelling.mend(
                invocation.first, known: found.map(\.package.id),
                otherwise: "'concierge skill list' names what is there")
            throw Failure("skill '\(invocation.first)': not there; \(mend)")
        }
        return skill
    }

    private static func describe(_ found: SkillSources.Found) throws -> Value {
        let manifest = try SkillFile(found.package.path).manifest
        return .compact([
            "id": .text(found.package.id), "version": .text(manifest.version),
            "origin": .text(found.origin.rawValue), "enabled": .bool(found.isEnabled),
            "folder": .text(found.package.path), "sha256": found.entry.map { .text($0.current.sha256) },
            "source": found.entry.map { .text($0.current.source) },
            "description": .text(manifest.description.localized("en") ?? ""),
        ])
    }
}
