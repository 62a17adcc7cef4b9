import ConciergeCore
import SkillPackages
import Unix

/// What a package's conversations tell of how the skill is used.
struct PlayedConversations {
    /// That of the first conversation that has one: some skills do nothing without.
    let configuration: Value
    /// What customers say.
    let sentences: [String]

    init(of file: SkillFile) throws {
        let tests = try file.package.conversations().map {
            try ConversationFile.read(Files.join(file.package.path, $0))
        }
        let configurations = tests.flatMap { test in
            [test.config] + test.skills.filter { file.manifest.isNamed(SkillName($0.name)) }.map(\.config)
        }
        configuration = configurations.first { $0 != [:] } ?? [:]
        sentences = tests.flatMap(\.steps).compactMap { step in
            if case .message(let text, _, _) = step.act { text } else { nil }
        }
    }
}
