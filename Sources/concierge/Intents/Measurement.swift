import Language
import Threads

/// How well and how fast a model reads sentences whose intents are known.
struct Measurement {
    var evaluation: Evaluation
    /// Nil where nothing was trained.
    var trainSeconds: Double?
    var microseconds: Double
    var modelBytes: Int

    /// One thread reads all of them four times; the first time is for judging, and warms up.
    init(_ model: IntentModel, _ lines: [LabelledFile.Line], trainSeconds: Double? = nil) {
        let rows = lines.map { Self.row($0, model) }
        let passes = (0..<3).map { _ in
            let start = monotonicNanoseconds()
            for line in lines { _ = model.read(FoldedText(line.text)) }
            return monotonicNanoseconds() - start
        }
        evaluation = Evaluation(rows)
        self.trainSeconds = trainSeconds
        microseconds = Double(passes.sorted()[1]) / 1000 / Double(max(1, lines.count))
        modelBytes = model.bytes.count
    }

    /// What wins when nothing is turned away is told of the whole; what is said in the end as the host says it.
    private static func row(_ line: LabelledFile.Line, _ model: IntentModel) -> Evaluation.Row {
        let text = FoldedText(line.text)
        var reading = model.read(text)
        reading.name = model.readMessage(text).main.name
        return Evaluation.Row(truth: line.label, reading: reading)
    }

    /// Trains on the one, reads the other.
    static func training(_ trainer: IntentTrainer, on set: TrainingSet, against lines: [LabelledFile.Line])
        -> Self
    {
        let start = monotonicNanoseconds()
        let model = trainer.train(set)
        return Self(model, lines, trainSeconds: Double(monotonicNanoseconds() - start) / 1e9)
    }
}
