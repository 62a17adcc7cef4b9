/// How well a model reads sentences whose intents are known.
public struct Evaluation: Sendable {
    public struct Row: Sendable {
        public var truth: String
        public var reading: IntentReading

        public init(truth: String, reading: IntentReading) {
            self.truth = truth
            self.reading = reading
        }

        /// The answer with nothing turned away.
        var answer: String { reading.alternatives.first?.name ?? TrainingSet.none }
    }

    public struct Label: Sendable, Equatable {
        public var count = 0
        public var precision = 0.0
        public var recall = 0.0
        public var f1 = 0.0
    }

    public struct Confusion: Sendable, Equatable {
        public var truth: String
        public var predicted: String
        public var count: Int
    }

    public let rows: [Row]

    public init(_ rows: [Row]) { self.rows = rows }

    private var labelled: [Row] { rows.filter { $0.truth != TrainingSet.none } }

    /// Of what has an intent, with nothing turned away as none.
    public var accuracy: Double? { Self.share(labelled) { $0.answer == $0.truth } }

    /// Of everything, as the model decides.
    public var accuracyWithNone: Double? { Self.share(rows) { $0.reading.name == $0.truth } }

    private static func share(_ rows: [Row], _ isRight: (Row) -> Bool) -> Double? {
        rows.isEmpty ? nil : Double(rows.count(where: isRight)) / Double(rows.count)
    }

    /// How often a sentence that is none looks more like none than one that is not; nil without both.
    public var noneRanking: Double? {
        let sorted = rows.map { (score: $0.reading.noneScore, isNone: $0.truth == TrainingSet.none) }.sorted {
            $0.score < $1.score
        }
        let nones = Double(sorted.count(where: \.isNone))
        guard nones > 0, nones < Double(sorted.count) else { return nil }
        var ranks = 0.0
        var index = 0
        while index < sorted.count {
            var end = index
            while end < sorted.count, sorted[end].score == sorted[index].score { end += 1 }
            // Equal ones share their ranks.
            let rank = Double(index + end + 1) / 2
            ranks += rank * Double(sorted[index..<end].count(where: \.isNone))
            index = end
        }
        return (ranks - nones * (nones + 1) / 2) / (nones * (Double(sorted.count) - nones))
    }

    /// By label, as the model decides.
    public var labels: [String: Label] {
        var labels: [String: (right: Int, truth: Int, said: Int)] = [:]
        for row in rows {
            labels[row.truth, default: (0, 0, 0)].truth += 1
            labels[row.reading.name, default: (0, 0, 0)].said += 1
            if row.truth == row.reading.name { labels[row.truth]?.right += 1 }
        }
        return labels.mapValues { counts in
            let precision = counts.said > 0 ? Double(counts.right) / Double(counts.said) : 0
            let recall = counts.truth > 0 ? Double(counts.right) / Double(counts.truth) : 0
            let f1 = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
            return Label(count: counts.truth, precision: precision, recall: recall, f1: f1)
        }
    }

    /// The mean over the labels that occur.
    public var macroF1: Double? {
        let present = labels.values.filter { $0.count > 0 }
        return present.isEmpty ? nil : present.reduce(0) { $0 + $1.f1 } / Double(present.count)
    }

    /// What was taken for what, the most frequent first.
    public var confusion: [Confusion] {
        var counts: [String: [String: Int]] = [:]
        for row in rows where row.truth != row.reading.name {
            counts[row.truth, default: [:]][row.reading.name, default: 0] += 1
        }
        return counts.flatMap { truth, said in
            said.map { Confusion(truth: truth, predicted: $0.key, count: $0.value) }
        }.sorted { ($1.count, $0.truth, $0.predicted) < ($0.count, $1.truth, $1.predicted) }
    }

    /// How sure the model was and how often it was right, in ten steps, of what has an intent.
    var reliability: [(confidence: Double, accuracy: Double, count: Int)] {
        var steps = [(confidence: Double, right: Int, count: Int)](repeating: (0, 0, 0), count: 10)
        for row in labelled {
            guard let first = row.reading.alternatives.first else { continue }
            let step = min(9, Int(first.confidence * 10))
            steps[step].confidence += first.confidence
            steps[step].right += first.name == row.truth ? 1 : 0
            steps[step].count += 1
        }
        return steps.filter { $0.count > 0 }.map {
            ($0.confidence / Double($0.count), Double($0.right) / Double($0.count), $0.count)
        }
    }

    /// The mean distance between how sure it was and how often it was right; nil where nothing has an intent.
    public var calibrationError: Double? {
        let steps = reliability
        let total = steps.reduce(0) { $0 + $1.count }
        guard total > 0 else { return nil }
        return steps.reduce(0) { $0 + abs($1.confidence - $1.accuracy) * Double($1.count) } / Double(total)
    }
}
