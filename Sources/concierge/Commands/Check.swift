import ConciergeCore
import ConfigurationFile
import Gateway
import Knowledge
import SkillPackages
import Unix

/// `concierge check`: everything that is wrong, before it hurts.
enum Check {
    static let command = Command(
        name: "check",
        summary:
            "name every problem of the configuration, its knowledge and its skills, each with place and mend",
        details: """
            Exit 1 when one of them is an error; warnings alone are exit 0, and a note says what is worth knowing. Each skill is loaded in a process of its own.
            --schema prints a JSON Schema of config.yaml, with which editors complete it.
            """,
        options: [
            .config, .json,
            .init(name: "schema", value: nil, summary: "print the JSON Schema of config.yaml"),
        ],
        run: { invocation in
            if invocation.has("schema") { return Terminal.print(ConfigurationShape.jsonSchema) }
            let place = try Workplace(invocation)
            let problems = try problems(place)
            invocation.has("json") ? printJSON(problems) : printLines(problems)
            let errors = problems.count { $0.isError }
            guard errors == 0 else {
                throw Failure(
                    "\(place.configurationPath): \(errors) error\(errors == 1 ? "" : "s"); mend and check again"
                )
            }
        })

    private static func problems(_ place: Workplace) throws -> [Problem] {
        let (configuration, problems) = place.read()
        // Where the list itself is wrong, what stands for it meanwhile is nobody's.
        let wrong = Set(problems.filter(\.isError).map { Place(file: $0.file, line: $0.line) })
        let keeper = KnowledgeKeeper()
        let knowledge =
            (keeper.serve(configuration, builtIn: Starter.builtIn).problems + keeper.nearDuplicates).filter {
                !wrong.contains(Place(file: $0.file, line: $0.line))
            }
        let lineup = try Lineup(configuration, place: place)
        var all = problems + knowledge + lineup.problems
        let said = Set(lineup.problems.map(\.description))
        for skill in lineup.missing where !said.contains(skill.reason) {
            all += skill.reason.split(separator: "\n").map { problem(String($0)) }
        }
        let known = KnownNames(
            intents: Starter.builtIn.known(with: keeper.base),
            competences: configuration.agents.flatMap(\.competences))
        for skill in lineup.skills {
            all += skill.layers.strangers(in: skill.origin.manifest.configurationSchema, known: known)
            do {
                let found = try SkillProbe.check(skill.file, config: skill.config).findings
                all += found.map { $0.problem(in: skill.layers) }
            } catch let failure as Failure {
                all += failure.lines.map(problem)
            }
        }
        return all + [unattended(lineup, configuration)].compactMap(\.self)
    }

    /// Skills hand over to a kind of agent that nobody of the file is.
    private static func unattended(_ lineup: Lineup, _ configuration: Configuration) -> Problem? {
        guard !configuration.agents.isEmpty else { return nil }
        let there = Set(configuration.agents.flatMap(\.competences))
        var wishes: [String: String] = [:]
        for skill in lineup.skills {
            for competence in skill.origin.names(of: .competence) where !there.contains(competence) {
                wishes[competence] = wishes[competence] ?? skill.origin.manifest.id
            }
        }
        guard !wishes.isEmpty else { return nil }
        let named = wishes.sorted { $0.key < $1.key }.map { "'\($0.key)' (\($0.value))" }
        return Problem(
            .warning, at: configuration.sources.place(of: .root / "agents"),
            "no agent has the competence \(named.joined(separator: ", ")), to which skills hand over: "
                + "such conversations go to whoever is free, and notices for them to nobody; add it to an agent's 'competences'"
        )
    }

    /// What was said with its place in the text.
    private static func problem(_ text: String) -> Problem {
        guard let end = text.firstRange(of: ": ") else { return Problem(at: Place(file: "skills"), text) }
        return Problem(at: Place(file: String(text[..<end.lowerBound])), String(text[end.upperBound...]))
    }

    private static func printLines(_ problems: [Problem]) {
        let style = Terminal.answers
        for problem in problems {
            let severity =
                switch problem.severity {
                case .error: style.red("error:")
                case .warning: style.yellow("warning:")
                case .note: "note:"
                }
            Terminal.print("\(severity) \(problem.description)")
        }
        if problems.allSatisfy({ $0.severity == .note }) { Terminal.remark("nothing to mend") }
    }

    private static func printJSON(_ problems: [Problem]) {
        let list = problems.map { problem -> Value in
            [
                "severity": .text(problem.severity.rawValue), "file": .text(problem.file),
                "line": .int(Int64(problem.line)), "column": .int(Int64(problem.column)),
                "message": .text(problem.message),
            ]
        }
        Terminal.print(JSON.text(["problems": .list(list)]))
    }
}
