public import Language

/// Makes the model of the host's own sentences and an admin's.
public struct IntentMaking: Sendable {
    /// Nil where the host's own are not there.
    public var starter: StarterIntents?
    /// The admin's.
    public var files: [IntentFile]
    public var workforce = Workforce.alone

    public init(starter: StarterIntents?, files: [IntentFile]) {
        self.starter = starter
        self.files = files
    }

    /// Without nets it is there in a second or two.
    public func model(quickly: Bool) -> IntentModel {
        let own = starter?.files ?? []
        let ownKeys = Dictionary(grouping: own, by: \.intent).mapValues { $0.flatMap(\.examples).map(\.key) }
        var sentences = Curriculum(own: ownKeys, files: files).sentences(own: own, files: files)
        for file in files where ownKeys[file.intent] == nil { sentences.prefer(file.intent) }
        var trainer = IntentTrainer()
        trainer.workforce = workforce
        var model = quickly ? trainer.trainQuickly(sentences) : trainer.train(sentences)
        var table = IntentTable(own)
        table.change(by: files)
        model.about = table.text
        model.courtesies = (own + files).courtesies()
        return model
    }
}
