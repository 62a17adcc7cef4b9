import ConciergeCore
import ConfigurationFile
import SkillPackages
import Unix

/// `concierge skill test`: the conversations that a package brings.
enum SkillTest {
    static let command = Command(
        name: "test", summary: "run a skill's conversations: tests/*.yaml",
        details: "Each runs in a host of its own with an empty store and a clock that stands still.",
        examples: [
            "concierge skill test Examples/HelloSwift",
            "concierge skill test . --case 'a stranger is greeted'",
        ],
        parameters: [Skills.folder],
        options: [
            .json,
            .init(name: "case", value: "NAME", summary: "only the one of this name"),
            .init(
                name: "yes", value: nil, summary: "run the build command that skill.yaml names without asking"
            ),
        ],
        run: run)

    private static func run(_ invocation: Invocation) throws {
        let file = try SkillFile(invocation.first)
        try SkillBuild.build(file, isAgreed: invocation.has("yes"))
        let tests = try chosen(from: file, named: invocation["case"])
        var reports: [ConversationReport] = []
        for test in tests {
            let host = try TestHost(file: file, test: test)
            defer { host.close() }
            let report = try test.run(on: host)
            reports.append(report)
            if !invocation.has("json") { show(report) }
        }
        if invocation.has("json") { Terminal.print(JSON.text(.list(reports.map(\.value)))) }
        let failed = reports.filter { !$0.passed }
        guard failed.isEmpty else {
            throw Failure(
                "\(file.package.path): \(failed.count) of \(reports.count) conversations went otherwise")
        }
    }

    private static func chosen(from file: SkillFile, named name: String?) throws -> [ConversationTest] {
        let paths = try file.package.conversations().map { Files.join(file.package.path, $0) }
        let tests = try paths.map(ConversationFile.read)
        guard let name else {
            guard !tests.isEmpty else {
                throw Failure("\(file.package.path): no conversations; write one into tests/NAME.yaml")
            }
            return tests
        }
        guard let test = tests.first(where: { $0.name == name }) else {
            let mend = Spelling.mend(
                name, known: tests.map(\.name),
                otherwise: "there are: \(Spelling.listed(tests.map(\.name)))")
            throw Failure("\(file.package.path): no conversation '\(name)'; \(mend)")
        }
        return [test]
    }

    private static func show(_ report: ConversationReport) {
        let style = Terminal.answers
        Terminal.print("\(report.passed ? style.green("✔") : style.red("✘")) \(report.name)")
        for miss in report.misses {
            Terminal.print("    turn \(miss.turn)  « \(miss.me)")
            Terminal.print("    \(style.bold(miss.subject)): \(miss.complaint)")
        }
    }
}
