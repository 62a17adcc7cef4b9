public import Language
public import Unix

/// The models that were made so far: the host's own, and those of an admin's sentences.
public struct IntentShelf: Sendable {
    /// How far a model has come.
    public enum Stage: String, Sendable, CaseIterable {
        /// Without nets; it serves until the whole one is there.
        case quick
        /// Whole, and not admitted yet, or refused: the next start need not make it again.
        case candidate
        /// It serves, or served before.
        case admitted
    }

    /// What the host brings; nil where it is not there.
    public let starter: IntentModel?
    private var folder: String

    public init(starter: StarterIntents?, folder: String) {
        self.starter = starter?.model
        self.folder = folder
    }

    public func lesson(_ files: [IntentFile]) -> Lesson {
        Lesson(files, Curriculum(own: starter?.taught ?? [:], files: files))
    }

    public func file(_ stage: Stage, of curriculum: Curriculum) -> String {
        Files.join(folder, Self.name(stage, of: curriculum.name))
    }

    private static func name(_ stage: Stage, of curriculum: String) -> String {
        stage == .admitted ? "\(curriculum).model" : "\(curriculum).\(stage.rawValue).model"
    }

    /// The model of just these sentences, if it came so far.
    public func model(_ stage: Stage = .admitted, of curriculum: Curriculum) -> IntentModel? {
        if stage == .admitted, let starter, starter.taught == curriculum.taught { return starter }
        guard let model = load(file(stage, of: curriculum)), model.taught == curriculum.taught else {
            return nil
        }
        return model
    }

    /// Nil when it is not there, or not whole.
    private func load(_ path: String) -> IntentModel? {
        (try? Files.read(path)).flatMap(IntentModel.init(bytes:))
    }

    /// Throws what is in the way of a new model.
    public func makeRoom() throws(SystemError) {
        let probe = Files.join(folder, "room.\(Environment.processIdentifier).tmp")
        do throws(SystemError) {
            try Files.makeFolders(folder)
            try Files.create(probe, "")
        } catch {
            throw SystemError(folder, code: error.code)
        }
        try Files.remove(probe)
    }

    /// The same in another folder, where nothing lies yet.
    public func moved(to folder: String) -> IntentShelf {
        var shelf = self
        shelf.folder = folder
        return shelf
    }

    /// What served last, also before a restart; at first the host's own.
    public var latest: IntentModel? {
        latestName.flatMap { load(Files.join(folder, Self.name(.admitted, of: $0))) } ?? starter
    }

    private var latestName: String? { try? Files.text(latestFile) }
    private var latestFile: String { Files.join(folder, "latest") }
}

extension IntentShelf {
    /// It serves from now on. Kept beside it is the one before it: the admin may take the change back.
    public func admit(_ curriculum: Curriculum) {
        let before = latestName ?? curriculum.name
        // What cannot be written is learnt anew after the next start.
        try? Files.rename(file(.candidate, of: curriculum), to: file(.admitted, of: curriculum))
        if before != curriculum.name || latestName == nil {
            try? Files.replace(latestFile, with: curriculum.name)
        }
        keepOnly([Self.name(.admitted, of: curriculum.name), Self.name(.admitted, of: before)])
    }

    /// It stays a candidate, so that it is known at the next start.
    public func refuse(_ curriculum: Curriculum) {
        let served = latestName.map { Self.name(.admitted, of: $0) } ?? ""
        keepOnly([served, Self.name(.candidate, of: curriculum.name)])
    }

    private func keepOnly(_ kept: Set<String>) {
        for name in (try? Files.list(folder)) ?? [] where name.contains(".model") && !kept.contains(name) {
            try? Files.remove(Files.join(folder, name))
        }
    }
}
