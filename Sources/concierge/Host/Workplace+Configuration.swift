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

    /// What the file says, and what is wrong with it on this machine.
    func read() -> (configuration: Configuration, problems: [Problem]) {
        let (configuration, problems) = ConfigurationReader { Environment[$0] }.read(configurationPath)
        let all = problems + MachineCheck(configuration: configuration).problems
        return (configuration, all.sorted { $0.place < $1.place })
    }

    /// Whether the file names this skill.
    func isConfigured(_ manifest: Manifest) -> Bool {
        read().configuration.skills.contains { manifest.isNamed($0.name) }
    }
}
