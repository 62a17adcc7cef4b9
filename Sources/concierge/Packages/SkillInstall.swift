import ConciergeCore
import SkillPackages
import Unix

/// `concierge skill install`: from a folder, an archive or a registry to the skills of this host.
enum SkillInstall {
    static let command = Command(
        name: "install",
        summary: "check a skill and install it: a folder, an archive, or a name in a registry",
        details: """
            Every file is checked, and who signed them; what the skill may do is shown and agreed to; it is loaded in a process of
            its own and its conversations are played; then it becomes the current one, config.yaml names it, and a running
            host takes it up without losing a turn. A step that fails leaves everything as it was.
            """,
        examples: [
            "concierge skill install Examples/HelloSwift", "concierge skill install greeter-1.2.0.skill",
            "concierge skill install greeter@1.2.0",
        ],
        parameters: [
            .init(name: "SKILL", summary: "a folder, an archive, or NAME[@VERSION]", completion: .file)
        ],
        options: [.config, .json] + InstallOptions.all,
        run: { invocation in
            let place = try Workplace(invocation)
            let options = InstallOptions(invocation)
            let word = invocation.first
            let wanted = try Wanted(word, inRegistry: options.registry != nil)
            if case .named(let name, nil, let publisher) = wanted, options.registry == nil,
                publisher == nil || houses.contains(publisher ?? ""),
                let bundled = try bundled(name, place)
            {
                return try SkillSwitch.takeUp(bundled, place)
            }
            let outcome = try Installer(place: place, options: options).install(wanted, called: word)
            show(outcome, place, asJSON: invocation.has("json"))
        })

    /// By whom the bundled skills are, in the words of two houses.
    private static let houses = ["concierge", "openclaw"]

    /// What comes with concierge needs no installing: it is only named.
    private static func bundled(_ name: String, _ place: Workplace) throws -> Standing? {
        guard let standing = try? Standing.of(name, in: place), standing.found.origin != .installed else {
            return nil
        }
        Terminal.remark("\(standing.found.package.id): comes with concierge")
        return standing
    }

    static func show(_ outcome: Installer.Outcome, _ place: Workplace, asJSON: Bool) {
        let folder = Files.join(place.skills.path, outcome.release.folder)
        if asJSON {
            var value = outcome.release.value.map ?? [:]
            value["id"] = .text(outcome.id)
            value["folder"] = .text(folder)
            Terminal.print(JSON.text(.map(value)))
        } else {
            Terminal.print(folder)
        }
        for remark in outcome.remarks { Terminal.remark(remark) }
    }
}
