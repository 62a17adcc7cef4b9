import ConciergeCore
import Conformance
import Engine
import SkillHosting
import SkillPackages
import Unix

/// `concierge skill case`: judges a skill by one demand of the kit, in a process that may die of it.
enum SkillCase {
    static let command = Command(
        name: "case", summary: "judge a skill by one case of 'skill test', in this process",
        parameters: [Skills.folder, .init(name: "CASE", summary: "its name")],
        options: [.init(name: "patience", value: "MS", summary: "how long is waited before it is never")],
        run: { invocation in
            let file = try SkillFile(invocation.first)
            guard let wanted = all.first(where: { $0.name == invocation.arguments[1] }) else {
                throw Misuse("'\(invocation.arguments[1])' is no case")
            }
            var subject = try subject(file)
            if let patience = try invocation.integer("patience", in: 1...600_000) {
                subject.patience = Int64(patience)
            }
            Bench.judge(subject, by: wanted, Journal(wanted.name))
        })

    static let all = [library, manifest] + Case.all

    private static let library = Case(
        "load.library", "the library fits every host, and shows its entry alone"
    ) { bench in
        let runtime = try SDK.find(executable: Environment.executable).runtime()
        let faults = try LibraryFacts(bench.subject.library).faults(isPacked: true, runtime: runtime).errors
        guard let first = faults.first else { return [:] }
        // Each is a fact and its mend.
        let parts = first.split(separator: "; ", maxSplits: 1).map(String.init)
        throw Fault(
            expected: "one symbol, and nothing that some hosts lack", found: "it \(parts[0])",
            mend: parts.count > 1 ? parts[1] : "")
    }

    private static let manifest = Case("load.manifest", "the library states what skill.yaml says") { bench in
        let (subject, file) = (bench.subject, try SkillFile(bench.subject.folder))
        try SkillLoading.load(file, config: subject.configuration, services: NoServices()).skill.stop()
        return [:]
    }

    private static func subject(_ file: SkillFile) throws -> Subject {
        let played = try PlayedConversations(of: file)
        let folder = Files.absolute(file.package.path) ?? file.package.path
        return Subject(
            file.manifest, folder: folder, library: PackageFolder(folder, id: file.manifest.id).library,
            configuration: file.configuration(played.configuration).value, sentences: played.sentences,
            offered: Engine.services)
    }
}
