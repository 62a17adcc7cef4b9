public import ConciergeCore
import YAML

/// Reads `config.yaml`: everything that is wrong with it in one run, each with place and mend.
public struct ConfigurationReader: Sendable {
    private let environment: @Sendable (String) -> String?

    public init(environment: @escaping @Sendable (String) -> String?) { self.environment = environment }

    /// What the file says, and what is wrong with it; with an error among the problems nothing should run by it.
    public func read(_ path: String) -> (configuration: Configuration, problems: [Problem]) {
        let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let node: Node
        do {
            node = try Document.node(
                path, named: nil, mend: "check the path, or make one with 'concierge init DIR'")
        } catch { return (Configuration(), [error]) }
        var layout = ConfigurationLayout(
            file: path, expansion: Expansion(folder: folder, environment: environment))
        let arranged = layout.arrange(node)
        let sources = layout.sources
        let (value, violations) = ConfigurationShape.schema.check(arranged) { sources.isExpanded($0) }
        var problems = layout.problems(beside: violations)
        problems += sources.idleKeys(of: arranged, in: ConfigurationShape.schema)
        var configuration = Configuration()
        configuration.folder = folder
        configuration.sources = sources
        var shape = value.map ?? [:]
        // Without its key a model cannot be reached: it is as if nobody had named it.
        if layout.expansion.missing.contains(where: { $0.pointer.steps.first == "llm" }) {
            shape["llm"] = nil
        }
        configuration.read(.map(shape), &problems)
        problems += configuration.complaints(about: layout.expansion.missing)
        return (configuration, problems.sorted { $0.place < $1.place })
    }
}

extension ConfigurationLayout {
    /// What is wrong with the layout, and with what stands in it.
    fileprivate func problems(beside violations: [Schema.Violation]) -> [Problem] {
        // What is not there was said already, and better than by the type it has not.
        let absent = Set(expansion.missing.map(\.pointer))
        return problems + violations.filter { !absent.contains($0.pointer) }.map { sources.problem($0) }
    }
}
