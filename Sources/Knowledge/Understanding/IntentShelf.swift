public import Language
import Unix

/// The models that were made so far: the host's own, and those of an admin's sentences.
public struct IntentShelf: Sendable {
    /// What the host brings; nil where it is not there.
    public let starter: IntentModel?
    let folder: String

    public init(starter: StarterIntents?, folder: String) {
        self.starter = starter?.model
        self.folder = folder
    }

    /// What the host's own sentences and an admin's come to.
    public func curriculum(of files: [IntentFile]) -> Curriculum {
        Curriculum(own: starter?.taught ?? [:], files: files)
    }

    public func file(_ curriculum: Curriculum) -> String { Files.join(folder, "\(curriculum.name).model") }

    /// The one without nets, which serves until the other is there.
    public func quickFile(_ curriculum: Curriculum) -> String {
        Files.join(folder, "\(curriculum.name).quick.model")
    }

    /// The model of just these sentences, if it was made before.
    public func model(_ curriculum: Curriculum) -> IntentModel? {
        if let starter, starter.taught == curriculum.taught { return starter }
        return load(file(curriculum), of: curriculum)
    }

    /// The same without nets.
    public func quickModel(_ curriculum: Curriculum) -> IntentModel? {
        load(quickFile(curriculum), of: curriculum)
    }

    private func load(_ path: String, of curriculum: Curriculum) -> IntentModel? {
        guard let model = load(path), model.taught == curriculum.taught else { return nil }
        return model
    }

    /// Nil when it is not there, or not whole.
    public func load(_ path: String) -> IntentModel? {
        (try? Files.read(path)).flatMap(IntentModel.init(bytes:))
    }

    public func makeRoom() throws { try Files.makeFolders(folder) }

    /// Models of other sentences are of no more use.
    public func keepOnly(_ curriculum: Curriculum) {
        let own = Files.name(of: file(curriculum))
        for name in (try? Files.list(folder)) ?? [] where name != own && name.contains(".model") {
            try? Files.remove(Files.join(folder, name))
        }
    }
}
