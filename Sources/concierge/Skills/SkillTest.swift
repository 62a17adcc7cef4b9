import ConciergeCore
import ConfigurationFile
import Conformance
import SkillPackages
import Unix

/// `concierge skill test`: what every skill owes the host, and the conversations that a package brings.
enum SkillTest {
    static let command = Command(
        name: "test", summary: "try what every skill owes, then its conversations: tests/*.yaml",
        details: """
            The conformance kit plays turns that follow from the manifest and the conversations, as hosts may that are old, new,
            slow or unwilling; each case has a process of its own, which a bad skill may take along. Each conversation then runs
            in a host of its own with an empty store and a clock that stands still.
            """,
        examples: [
            "concierge skill test Examples/HelloSwift",
            "concierge skill test . --case turn.once",
            "concierge skill test . --case 'a stranger is greeted'",
        ],
        parameters: [Skills.folder],
        options: [
            .json,
            .init(name: "case", value: "NAME", summary: "only the case or the conversation of this name"),
            .init(name: "conversations", value: nil, summary: "only the conversations"),
            .init(
                name: "patience", value: "MS", summary: "how long a case waits before it is never; else 5000"),
            .init(
                name: "yes", value: nil, summary: "run the build command that skill.yaml names without asking"
            ),
        ],
        run: run)

    private static func run(_ invocation: Invocation) throws {
        let folder = invocation.first
        let file = PackageFolder.isPackage(folder) ? try SkillFile(folder) : nil
        if let file { try SkillBuild.build(file, isAgreed: invocation.has("yes")) }
        let name = invocation["case"]
        let isCase = SkillCase.all.contains { $0.name == name }
        let isJudged = isCase || name == nil && !invocation.has("conversations")
        let verdicts = isJudged ? try judged(file, invocation) : []
        let reports = isCase && file != nil ? [] : try played(file, invocation)
        if invocation.has("json") {
            Terminal.print(
                JSON.text([
                    "cases": .list(verdicts.map(\.value)), "conversations": .list(reports.map(\.value)),
                ]))
        }
        let (faults, misses) = (verdicts.filter { $0.fault != nil }, reports.filter { !$0.passed })
        guard faults.isEmpty, misses.isEmpty else {
            let lines = [
                faults.isEmpty ? nil : "\(folder): \(faults.count) of \(verdicts.count) cases failed",
                misses.isEmpty
                    ? nil : "\(folder): \(misses.count) of \(reports.count) conversations went otherwise",
            ]
            throw Failure(lines.compactMap { $0 })
        }
    }

    /// What the kit demands of every skill.
    private static func judged(_ file: SkillFile?, _ invocation: Invocation) throws -> [Verdict] {
        guard let file else { return [] }
        let (isQuiet, name) = (invocation.has("json"), invocation["case"])
        let verdicts = try SkillJudge(
            file: file, patience: try invocation.integer("patience", in: 1...600_000)
        )
        .verdicts(named: name) { verdict, wanted in
            if !isQuiet, name != nil || !verdict.passed { VerdictView.show(verdict, wanted) }
        }
        if !isQuiet, name == nil, verdicts.allSatisfy(\.passed) { VerdictView.show(allOf: verdicts) }
        return verdicts
    }

    private static func played(_ file: SkillFile?, _ invocation: Invocation) throws -> [ConversationReport] {
        let folder = invocation.first
        return try chosen(try conversations(file, folder), of: file, invocation["case"], folder).map {
            path, test in
            let host = try TestHost(test, of: file, at: path)
            defer { host.close() }
            let report = try test.run(on: host)
            if !invocation.has("json") { show(report) }
            return report
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
        _ all: [(path: String, test: ConversationTest)], of file: SkillFile?, _ name: String?,
        _ folder: String
    ) throws -> [(path: String, test: ConversationTest)] {
        guard let name else {
            if all.isEmpty {
                let words = "\(folder): no conversations; write one into tests/NAME.yaml"
                guard file != nil else { throw Failure(words) }
                Terminal.remark(words)
            }
            return all
        }
        guard let found = all.first(where: { $0.test.name == name }) else {
            let known = all.map(\.test.name) + (file == nil ? [] : SkillCase.all.map(\.name))
            let mend = Spelling.mend(name, known: known, otherwise: "there are: \(Spelling.listed(known))")
            throw Failure("\(folder): no case and no conversation '\(name)'; \(mend)")
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
