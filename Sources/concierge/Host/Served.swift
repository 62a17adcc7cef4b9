import ConciergeCore
import Engine
import Gateway

/// A skill that takes part in turns, and what it was made from: a reload keeps it while that is the same.
struct Served: Sendable {
    struct Origin: Sendable, Hashable {
        var library: String
        var manifest: Manifest
        var config: Value
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
}
