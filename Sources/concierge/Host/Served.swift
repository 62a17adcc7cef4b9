import ConciergeCore
import Engine
import Gateway

/// A skill that takes part in turns, and what it was made from: a reload keeps it while that is the same.
struct Served: Sendable {
    struct Origin: Sendable, Hashable {
        var library: String
        var manifest: Manifest
        var config: Value

        /// What its configuration names of this kind.
        func names(of kind: Format) -> [String] {
            manifest.configurationSchema.names(of: kind, in: config).map(\.name)
        }
    }

    var origin: Origin
    var stage: Stage

    var id: String { stage.id }
}

/// One reading of the configuration, and the skills that serve by it.
struct Generation: Sendable {
    var served: [Served] = []
    var unloaded: [UnloadedSkill] = []
    var warnings: [String] = []

    /// Lets go of what was made for it, when it does not come to serve.
    func stop(sparing old: Generation?) {
        let kept = Set((old?.served ?? []).map { ObjectIdentifier($0.stage) })
        for skill in served where !kept.contains(ObjectIdentifier(skill.stage)) { skill.stage.skill.stop() }
    }
}
