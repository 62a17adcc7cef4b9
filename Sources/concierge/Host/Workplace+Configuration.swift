import ConciergeCore
import ConfigurationFile
import Unix

extension Workplace {
    /// The configuration; everything that is wrong with it, when something is. Warnings are printed unless it is quiet.
    func configuration(isQuiet: Bool = false) throws -> Configuration {
        let (configuration, problems) = read()
        let errors = problems.filter(\.isError)
        guard errors.isEmpty else { throw Failure(errors.map(\.description)) }
        if !isQuiet { for problem in problems { Terminal.warn(problem.description) } }
        return configuration
    }

    func read() -> (configuration: Configuration, problems: [Problem]) {
        ConfigurationReader { Environment[$0] }.read(configurationPath)
    }

    /// Whether the file names this skill.
    func isConfigured(_ manifest: Manifest) -> Bool {
        read().configuration.skills.contains { manifest.isNamed($0.name) }
    }
}
