import ConciergeCore
public import Language
import Unix

/// What the host knows by itself: sentences of buyers for each intent, and a model made of them.
public struct StarterIntents: Sendable {
    /// The folder with `intents/*.yaml` and `intents.model`.
    private let folder: String

    public init(folder: String) { self.folder = folder }

    /// The sentences; read only when a model is to be made.
    public var files: [IntentFile] {
        var configuration = Configuration()
        configuration.knowledge = [folder]
        var folders = KnowledgeFolders(configuration)
        return folders.read().base.intents
    }

    /// Nil where there is none, or none of this version.
    public var model: IntentModel? {
        (try? Files.read(Files.join(folder, "intents.model"))).flatMap(IntentModel.init(bytes:))
    }
}
