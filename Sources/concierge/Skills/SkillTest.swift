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
        let folder = invocation.first
        let file = PackageFolder.isPackage(folder) ? try SkillFile(folder) : nil
        if let file { try SkillBuild.build(file, isAgreed: invocation.has("yes")) }
        var reports: [ConversationReport] = []
        for (path, test) in try chosen(try conversations(file, folder), named: invocation["case"], folder) {
            let host = try TestHost(test, of: file, at: path)
            defer { host.close() }
            let report = try test.run(on: host)
            reports.append(report)
            if !invocation.has("json") { show(report) }
        }
        if invocation.has("json") { Terminal.print(JSON.text(.list(reports.map(\.value)))) }
        let failed = reports.filter { !$0.passed }
        guard failed.isEmpty else {
            throw Failure("\(folder): \(failed.count) of \(reports.count) conversations went otherwise")
        }
    }

    /// Those of a package; of a folder that is none, its own files.
    private static func conversations(
        _ file: SkillFile?, _ folder: String
    ) throws -> [(path: String, test: ConversationTest)] {
        let names =
            try file?.package.conversations()
            ?? Files.list(folder).filter { $0.hasSuffix(".yaml") }.sorted()
        return try names.map { Files.join(folder, $0) }.map { ($0, try ConversationFile.read($0)) }
    }

    private static func chosen(
        _ all: [(path: String, test: ConversationTest)], named name: String?, _ folder: String
    ) throws -> [(path: String, test: ConversationTest)] {
        guard let name else {
            guard !all.isEmpty else {
                throw Failure("\(folder): no conversations; write one into tests/NAME.yaml")
            }
            return all
        }
        guard let found = all.first(where: { $0.test.name == name }) else {
            let known = all.map(\.test.name)
            let mend = Spelling.mend(name, known: known, otherwise: "there are: \(Spelling.listed(known))")
            throw Failure("\(folder): no conversation '\(name)'; \(mend)")
        }
        return [found]
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
