import ConciergeCore
import SkillPackages
import Threads
import Unix

/// `concierge skill install`: from a folder to the skills of this host.
enum SkillInstall {
    static let command = Command(
        name: "install", summary: "build, check and install a skill from its folder",
        details: """
            The skill is loaded in a process of its own first, so one that crashes harms nobody. What is installed never changes:
            each version lies in a folder of its own, and skills.lock says which one is current. A running host reloads.
            """,
        examples: ["concierge skill install Examples/HelloSwift"],
        parameters: [Skills.folder],
        options: [
            .config, .json,
            .init(
                name: "yes", value: nil, summary: "run the build command that skill.yaml names without asking"
            ),
        ],
        run: { invocation in
            let place = try Workplace(invocation)
            let file = try SkillFile(invocation.first)
            try SkillBuild.build(file, isAgreed: invocation.has("yes"))
            let wishes = try SkillProbe.check(file).wishes
            let entry = try place.skills.install(
                file.package, version: file.manifest.version,
                at: Timestamp(milliseconds: wallClockMilliseconds()))
            let folder = Files.join(place.skills.path, entry.folder)
            if invocation.has("json") {
                Terminal.print(
                    JSON.text([
                        "id": .text(file.package.id), "version": .text(entry.version),
                        "folder": .text(folder), "sha256": .text(entry.sha256),
                    ]))
            } else {
                Terminal.print(folder)
            }
            if !place.isConfigured(file.manifest) {
                Terminal.remark(
                    "\(place.configurationPath): does not name it yet; add '- name: \(file.package.id)' to 'skills'"
                )
                for wish in wishes { Terminal.remark("\(wish) under its 'config'") }
            }
            try place.tellRunningHost()
        })
}
