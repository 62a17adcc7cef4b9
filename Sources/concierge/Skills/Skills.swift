import SkillPackages
import Unix

/// `concierge skill`: packages of skills.
enum Skills {
    static let command = Command(
        name: "skill", aliases: ["skills"], summary: "install skills and look after them, or write one",
        subcommands: [
            SkillInstall.command, SkillUpgrade.upgrade, SkillUpgrade.rollback, SkillRemove.command,
            SkillList.list, SkillList.info, SkillSwitch.enable, SkillSwitch.disable, SkillVerify.command,
            SkillDoctor.command, SkillSearch.command, SkillAction.command,
            SkillNew.command, SkillDev.command, SkillBuild.command, SkillTest.command, SkillPack.command,
            SkillSign.command,
            SkillPublish.command, SkillProbe.command, SkillCase.command, sdk,
        ])

    static let folder = Command.Parameter(
        name: "FOLDER", summary: "the skill's folder, with its skill.yaml", completion: .folder)
    static let skill = Command.Parameter(name: "SKILL", summary: "its id; '-' and '_' are the same")

    private static let sdk = Command(
        name: "sdk", summary: "print where the SDK lies that skills are built against",
        run: { _ in Terminal.print(try SDK.find(executable: Environment.executable).path) })
}
