import Language
import Unix

/// How well intents are told apart, how long it takes to learn them, and to read a sentence.
enum UnderstandingBench {
    static func run(_ invocation: Invocation) throws {
        func show(_ ground: Ground) { for figure in figures(of: ground) { figure.show(invocation) } }
        for ground in try Ground.starter(in: "knowledge", strangers: "Tests/Strangers") { show(ground) }
        guard let data = invocation["data"] ?? Environment["CONCIERGE_DATA"] else {
            return Terminal.remark(
                "public data sets: not measured; give their folder with --data DIR or CONCIERGE_DATA")
        }
        for set in Ground.publicSets {
            do { show(try set.ground(in: data)) } catch let error as SystemError {
                Terminal.remark("\(set.name): not measured: \(error)")
            }
        }
    }

    private static func figures(of ground: Ground) -> [Figure] {
        var measured: [Measurement] = []
        for (number, fold) in ground.folds.enumerated() {
            Terminal.progress("\(ground.name): \(number + 1) of \(ground.folds.count)")
            var set = TrainingSet()
            for line in fold.taught { set.add(line.label, line.text) }
            var trainer = IntentTrainer()
            trainer.workforce = .cores
            measured.append(.training(trainer, on: set, against: fold.asked))
        }
        Terminal.progress("")
        let labels = Set(ground.folds.flatMap(\.taught).map(\.label)).count
        return figures(of: ground, measured, labels: labels)
    }

    /// Everything that was asked together; of times the middle, of models the largest.
    private static func figures(of ground: Ground, _ measured: [Measurement], labels: Int) -> [Figure] {
        let evaluation = Evaluation(measured.flatMap(\.evaluation.rows))
        var figures: [Figure] = []
        func add(_ what: String, _ value: Double?, _ unit: String, _ goal: Figure.Goal?) {
            guard let value else { return }
            figures.append(Figure(name: "\(ground.name)/\(what)", value: value, unit: unit, goal: goal))
        }
        add("accuracy", evaluation.accuracy.map { $0 * 100 }, "%", ground.accuracy.map { .atLeast($0) })
        add("none", evaluation.noneRanking, "AUROC", ground.ranking.map { .atLeast($0) })
        add("calibration", evaluation.calibrationError, "ECE", .atMost(0.05))
        add("training", middle(measured.compactMap(\.trainSeconds)), "s", nil)
        add("model", measured.map { Double($0.modelBytes) }.max(), "bytes", nil)
        add("sentence", middle(measured.map(\.microseconds)), "µs", .atMost(labels <= 20 ? 40 : 100))
        return figures
    }

    private static func middle(_ numbers: [Double]) -> Double? {
        numbers.isEmpty ? nil : numbers.sorted()[numbers.count / 2]
    }
}
